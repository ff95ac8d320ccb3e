// `node tools/bench/dist/gitleaks/agreement.js CONFIG FOLDER... [--depth N]`: what gitleaks finds by a configuration, and what caio finds by the same.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { peer, room } from "../programs.js";

interface Rules {
  readonly importedCandidates: (
    search: unknown,
    path: string,
    bytes: Uint8Array,
    commit?: string,
    depth?: number,
  ) => readonly { rule: string; line: number; value: string; decoded?: string }[];
  readonly gitleaksSearch: (configuration: unknown, onSlow: (rule: { id: string }, path: string) => void) => unknown;
  readonly readGitleaksConfiguration: (source: unknown, world: unknown) => Promise<{ allowlists: readonly { path?: (path: string) => boolean }[] }>;
}

const { loadSource } = (await import(new URL("../../../workspace/bundle.mjs", import.meta.url).href)) as { loadSource: (path: string) => Promise<object> };
const { values, positionals } = parseArgs({ allowPositionals: true, options: { depth: { type: "string", default: "0" } } });
const [file = "", ...folders] = positionals;
const parts = await Promise.all(["candidates", "search", "read-configuration"].map((name) => loadSource(`packages/secret-scan/src/gitleaks/${name}.ts`)));
const { importedCandidates, gitleaksSearch, readGitleaksConfiguration } = Object.assign({}, ...parts) as Rules;
const { sourceText } = (await import(room("text"))) as { sourceText: (path: string, text: string) => unknown };
const trouble = (error: Error): void => console.log(`  ${error.message}`);
const configuration = await readGitleaksConfiguration(sourceText("gitleaks.toml", readFileSync(file, "utf8")), { text: async () => undefined, trouble });
const search = gitleaksSearch(configuration, ({ id }, path) => console.log(`  ${id} ran too long in ${path}`));
const scratch = mkdtempSync(join(tmpdir(), "caio-agreement-"));

/** One finding as a line: file, rule, line of the match, and the secret, which stays in this process. */
const key = (...fields: readonly (string | number)[]): string => fields.join("\0");

function theirs(folder: string): Set<string> {
  const report = join(scratch, "report.json");
  const flags = ["--no-banner", "-c", file, "--max-decode-depth", values.depth, "--report-path", report, "--exit-code", "0", "-l", "error"];
  spawnSync(peer("gitleaks"), ["dir", ...flags, "."], { cwd: folder });
  const found = JSON.parse(readFileSync(report, "utf8")) as readonly { File: string; RuleID: string; StartLine: number; Secret: string }[];
  return new Set(
    found.filter(({ File }) => !File.startsWith(".git/")).map((one) => key(one.File, one.RuleID, one.StartLine, one.StartLine === 0 ? "" : one.Secret)),
  );
}

function ours(folder: string): Set<string> {
  const list = execFileSync("find", [".", "-type", "f", "-not", "-path", "./.git/*", "-printf", "%P\\0"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const found = new Set<string>();
  for (const path of list.split("\0")) {
    if (path === "" || configuration.allowlists.some((one) => one.path?.(path) === true)) continue;
    for (const { rule, line, value, decoded } of importedCandidates(search, path, readFileSync(join(folder, path)), undefined, Number(values.depth)))
      found.add(key(path, rule, line, line === 0 ? "" : (decoded ?? Buffer.from(value, "latin1").toString("utf8"))));
  }
  return found;
}

let [common, all] = [0, 0];
for (const folder of folders) {
  const [a, b] = [theirs(folder), ours(folder)];
  const both = [...a].filter((one) => b.has(one)).length;
  common += both;
  all += a.size + b.size - both;
  console.log(`${folder}: gitleaks ${a.size}, caio ${b.size}, common ${both}`);
  const shown = (one: string): string => one.split("\0").slice(0, 3).join(" ");
  for (const one of a) if (!b.has(one)) console.log(`  gitleaks alone: ${shown(one)}`);
  for (const one of b) if (!a.has(one)) console.log(`  caio alone: ${shown(one)}`);
}
rmSync(scratch, { recursive: true });
console.log(`common: ${common} of ${all}, ${((common / Math.max(1, all)) * 100).toFixed(2)} %`);
