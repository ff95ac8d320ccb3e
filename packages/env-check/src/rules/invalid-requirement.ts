// invalid-requirement: an entry that pip cannot read.
import { defineRule } from "@caio/repo-model/check";
import type { EnvFacts } from "../facts.js";

/** Templates are filled before pip reads them. */
const template = /\{\{|\{%|<%|\$\{|%\(|@[A-Z_]+@/;

export const invalidRequirement = defineRule<EnvFacts, unknown>({
  id: "invalid-requirement",
  summary: "An entry of a manifest is no requirement that pip can read.",
  severity: "warning",
  *find({ manifests, sources }) {
    for (const { problems, path, ecosystem, format } of manifests) {
      if (ecosystem !== "python" || /(?:^|\/)(?:tests?|testing|fixtures?|templates?|data)\//i.test(path)) continue;
      for (const { code, message, at } of problems) {
        const text = sources.get(path)?.text.slice(...at.range) ?? "";
        // What is quoted for a shell is read by another program than pip.
        const isForShell = format === "requirements" && /^(["']).*\1$/.test(text.trim());
        if (code === "requirement" && !template.test(text)) yield { message, at, data: { path }, ...(isForShell ? { severity: "note" as const } : {}) };
      }
    }
  },
});
