// What pre-commit refuses or leaves unread and prek, which reads the same file, takes: told as a note.
import { prekHookKeys, prekLanguages, prekRootKeys } from "../data/prek.js";
import type { Fault } from "./fault.js";

function isOfPrek({ rule, keys, data }: Fault): boolean {
  const key = String(data?.["key"] ?? "");
  switch (rule) {
    case "unknown-key":
      return (keys.length === 0 ? prekRootKeys : keys.length === 2 ? prekHookKeys : []).includes(key);
    case "unknown-language":
      return prekLanguages.includes(String(data?.["value"] ?? ""));
    case "schema-type":
      return ((key === "files" || key === "exclude") && data?.["found"] === "a map") || (key === "pass_filenames" && data?.["found"] === "a number");
    case "schema-required":
      return key === "rev" && data?.["repo"] === "builtin";
    default:
      return false;
  }
}

/** A fault as it is told: a note where it is one for pre-commit alone. */
export const toldFault = (fault: Fault): Fault => (isOfPrek(fault) ? { ...fault, severity: "note", help: "prek reads it; pre-commit does not." } : fault);

/** Whether a fault stops pre-commit and prek alike. */
export const stopsBoth = (fault: Fault): boolean => !isOfPrek(fault);
