// All generated files of the workspace, as they ought to be.
import { readdirSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { configurationSchema } from "@caio/repo-model/config";
import { findChecks } from "./find-checks.js";
import { footprintLine, sizeText, statedSize } from "./footprint.js";
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

/** Gives a package's unpacked size in bytes; undefined where it is not built. */
export type Measure = (folder: string) => number | undefined;

function withTable(files: Map<string, GeneratedFile>, path: string, read: Read, name: string, table: string): void {
  const before = read(path);
  files.set(path, { path, before, after: withSection(path, files.get(path)?.after ?? before ?? "", name, table) });
}

/** What each package weighs, at the end of its README. */
function addFootprints(files: Map<string, GeneratedFile>, root: string, read: Read, measure: Measure): void {
  const lockfile = JSON.parse(read("package-lock.json") ?? "") as Parameters<typeof footprintLine>[0];
  for (const name of readdirSync(`${root}/packages`).toSorted()) {
    const [folder, path] = [`packages/${name}`, `packages/${name}/README.md`];
    const bytes = measure(folder);
    const size = bytes === undefined ? statedSize(read(path) ?? "") : sizeText(bytes);
    withTable(files, path, read, "footprint", footprintLine(lockfile, folder, size ?? "0.0 MB"));
  }
}

/** Makes all files, in the order of their paths. Throws where a document is missing or its markers are not in order. */
export async function generate(root: string, read: Read, measure: Measure = () => undefined): Promise<readonly GeneratedFile[]> {
  const files = new Map<string, GeneratedFile>();
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
      files.set(path, { path, before, after: ruleDocument(path, before, facts) });
    }
    withTable(files, `${folder}/README.md`, read, "rules", ruleTable(rules));
    checks.push({ ...packaged, rules });
  }
  withTable(files, "README.md", read, "checks", checkTable(checks));
  addFootprints(files, root, read, measure);
  const schema = await configurationSchema(checks.map(({ check }) => check));
  const path = "packages/cli/schema.json";
  files.set(path, { path, before: read(path), after: `${JSON.stringify(schema, null, 2)}\n` });
  return [...files.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
