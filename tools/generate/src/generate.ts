// All generated files of the workspace, as they ought to be.
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { configurationSchema } from "@caio/repo-model/config";
import { findChecks } from "./find-checks.js";
import { ruleDocument } from "./rule-document.js";
import { ruleFacts, type RuleFacts } from "./rule-facts.js";
import { withSection } from "./section.js";
import { checkTable, ruleTable } from "./tables.js";

/** A file by its path from the workspace's root, before and as it ought to be. */
export interface GeneratedFile {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** Reads a file by its path from the root; undefined where there is none. */
export type Read = (path: string) => string | undefined;

function tableFile(path: string, read: Read, name: string, table: string): GeneratedFile {
  const before = read(path);
  return { path, before, after: withSection(path, before ?? "", name, table) };
}

/** Makes all files, in the order of their paths. Throws where a document is missing or its markers are not in order. */
export async function generate(root: string, read: Read): Promise<readonly GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  const checks: (Awaited<ReturnType<typeof findChecks>>[number] & { rules: RuleFacts[] })[] = [];
  for (const packaged of await findChecks(root)) {
    const { check, folder } = packaged;
    const rules: RuleFacts[] = [];
    for (const rule of check.rules) {
      const path = relative(root, fileURLToPath(new URL(`${rule.id}.md`, check.documents)));
      const before = read(path);
      if (before === undefined) throw new Error(`${path} is missing: each rule has a document.`);
      const facts = await ruleFacts(check, rule, before);
      rules.push(facts);
      files.push({ path, before, after: ruleDocument(path, before, facts) });
    }
    files.push(tableFile(`${folder}/README.md`, read, "rules", ruleTable(rules)));
    checks.push({ ...packaged, rules });
  }
  files.push(tableFile("README.md", read, "checks", checkTable(checks)));
  const schema = await configurationSchema(checks.map(({ check }) => check));
  files.push({ path: "packages/cli/schema.json", before: read("packages/cli/schema.json"), after: `${JSON.stringify(schema, null, 2)}\n` });
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
