// Files of one sorted line an entry, which git merges by keeping the lines of both branches: the attribute that says so.
import { repoPath } from "./repo-path.js";

/** Where caio's own attributes stand: beside the files that they speak of. */
export const attributesPath = repoPath(".caio/.gitattributes");

/** The attributes with a line by which `name`, in the same folder, merges by union (gitattributes(5), `merge=union`); unchanged where it is there. */
export function withUnionMerge(attributes: string | undefined, name: string): string {
  const text = attributes ?? "";
  const line = `${name} merge=union`;
  if (text.split(/\r?\n/).some((one) => one.trim() === line)) return text;
  return `${text}${/[^\n]$/.test(text) ? "\n" : ""}${line}\n`;
}
