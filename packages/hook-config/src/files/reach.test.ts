// The files that hooks of lefthook, prek and lint-staged match, beside what the real programs give to a command.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { listHooks } from "@caio/repo-model/hooks";
import { pythonMatcher } from "@caio/repo-model/patterns";
import { memoryTree } from "@caio/repo-model/tree";
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { lintStagedPattern } from "./globs.js";
import { lefthookReach, prekReach, type Reach } from "./reach.js";
import { tagsOf, type TaggedFile } from "./tags.js";

const peers = fileURLToPath(new URL("../../../../.peers/", import.meta.url));
function peer(name: string): string {
  const path = join(peers, "bin", name);
  if (!existsSync(path)) throw new Error(`${name} is not installed: run tools/peers ${name}.`);
  return path;
}
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const clean = { ...process.env, NO_COLOR: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };

function repository(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "caio-reach-"));
  folders.push(folder);
  execFileSync("git", ["init", "-q", folder], { env: clean });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  execFileSync("git", ["-C", folder, "add", "-A"], { env: clean });
  return folder;
}
const paths = ["a.js", "b.ts", "c.JS", "src/x.js", "src/a/b/y.test.js", "docs/z.md", "srcx/q.js", "src/.hid.js", "a/a.md", "a/b/c/d.ts", "B.TS"];
const tagged = (all: readonly string[]): readonly TaggedFile[] =>
  all.map((path) => ({ path, kind: "file", tags: tagsOf(path, "file", new Uint8Array([97, 10])), isSure: true }));
const filesIn = (reach: Reach): readonly string[] | undefined => (reach.kind === "files" && reach.isSure ? reach.files.toSorted() : undefined);

const pieces = ["*", "**", "**/", "/", "?", "a", "src", "src/", "*.js", "*.{js,ts}", "{a,b}", "[ab]", "[!a]", ".js", "/**", "*.md", "{src,a/b}", "x"];
const glob = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));

it.each(["gobwas", "doublestar"])(
  "lefthook with the matcher %s gives a command the same files, on 120 generated filters",
  { timeout: 240_000 },
  async (matcher) => {
    const jobs = fc
      .sample(
        fc.record({
          glob: fc.option(fc.array(glob, { minLength: 1, maxLength: 2 })),
          exclude: fc.option(fc.array(glob, { minLength: 1, maxLength: 2 })),
          root: fc.option(fc.constantFrom("src", "a/", "src/a")),
        }),
        { numRuns: 120, seed: 3 },
      )
      .map(({ glob: globs, exclude, root }, index) => ({
        name: `j${index}`,
        run: `echo GIVEN j${index} {staged_files}`,
        ...(globs === null ? {} : { glob: globs }),
        ...(exclude === null ? {} : { exclude }),
        ...(root === null ? {} : { root }),
      }));
    const config = JSON.stringify({ glob_matcher: matcher, "pre-commit": { exclude: ["*.lock"], jobs } });
    const files = { ...Object.fromEntries(paths.map((path) => [path, "a\n"])), "lefthook.json": config };
    const folder = repository(files);
    const { stdout } = spawnSync(peer("lefthook"), ["run", "pre-commit"], { cwd: folder, env: clean, encoding: "utf8" });
    const given = new Map([...stdout.matchAll(/^GIVEN (j\d+) ?(.*)$/gm)].map(([, name = "", all = ""]) => [name, all.split(" ").filter(Boolean)]));
    expect(given.size).toBeGreaterThan(20);
    const hooks = await listHooks(memoryTree(files));
    expect(hooks).toHaveLength(jobs.length);
    const wrong: unknown[] = [];
    let known = 0;
    for (const hook of hooks) {
      const ours = filesIn(lefthookReach(hook, tagged(Object.keys(files))));
      if (ours === undefined) continue;
      known++;
      const root = (hook.filters?.root ?? "").replace(/\/$/, "");
      // A path from the root of the command, which lefthook writes by putting `.` in the place of the root.
      const theirs = [...new Set((given.get(hook.id) ?? []).map((path) => (root === "" ? path : root + path.slice(1))))].toSorted();
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) wrong.push({ filters: hook.filters, ours, theirs });
    }
    expect(wrong.slice(0, 5), `${wrong.length} of ${known}`).toEqual([]);
    expect(known).toBeGreaterThan(30);
  },
);

it("prek gives a hook the same files, on 60 generated filters", { timeout: 240_000 }, async () => {
  const regex = fc.constantFrom("^src/", "\\.js$", "(?i)\\.JS$", "^(?!src)", "a|b", "^a/.*\\.ts$", "");
  const pattern = fc.oneof(regex, fc.record({ glob: fc.oneof(glob, fc.array(glob, { minLength: 1, maxLength: 2 })) }));
  const rows = fc
    .sample(fc.record({ files: fc.option(pattern), exclude: fc.option(pattern), types: fc.option(fc.constantFrom(["javascript"], ["text"], ["markdown"])) }), {
      numRuns: 60,
      seed: 4,
    })
    .map((row, index) => ({
      id: `h${index}`,
      name: `h${index}`,
      entry: `echo GIVEN h${index}`,
      language: "system",
      verbose: true,
      require_serial: true,
      ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
    }));
  const toml = (value: unknown): string =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? `{ ${Object.entries(value)
          .map(([key, inner]) => `${key} = ${toml(inner)}`)
          .join(", ")} }`
      : Array.isArray(value)
        ? `[${value.map(toml).join(", ")}]`
        : JSON.stringify(value);
  const plain = Object.fromEntries(paths.map((path) => [path, "a\n"]));
  const wrong: unknown[] = [];
  let known = 0;
  // One configuration for each row: a glob that prek refuses would refuse all.
  const rest = rows.filter((row) => {
    const text = `[[repos]]\nrepo = "local"\nhooks = [${toml(row)}]\n`;
    const file = join(repository({ "prek.toml": text }), "prek.toml");
    return spawnSync(peer("prek"), ["validate-config", file], { env: clean }).status === 0;
  });
  const text = `exclude = "^docs/"\n[[repos]]\nrepo = "local"\nhooks = [\n${rest.map((row) => `  ${toml(row)},\n`).join("")}]\n`;
  const files = { ...plain, "prek.toml": text };
  const { stdout } = spawnSync(peer("prek"), ["run", "--all-files"], { cwd: repository(files), env: clean, encoding: "utf8" });
  const given = new Map([...stdout.matchAll(/GIVEN (h\d+) ?(.*)$/gm)].map(([, name = "", all = ""]) => [name, all.split(" ").filter(Boolean)]));
  expect(given.size).toBeGreaterThan(15);
  for (const hook of await listHooks(memoryTree(files))) {
    const ours = filesIn(prekReach(hook, text, tagged(Object.keys(files))));
    if (ours === undefined) continue;
    known++;
    const theirs = (given.get(hook.id) ?? []).toSorted();
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) wrong.push({ row: rows.find(({ id }) => id === hook.id), ours, theirs });
  }
  expect(wrong.slice(0, 5), `${wrong.length} of ${known}`).toEqual([]);
  expect(known).toBeGreaterThan(20);
});

it("lint-staged's patterns match what picomatch matches, on 1,500 generated ones", () => {
  const require = createRequire(join(peers, "npm-lint-staged/package.json"));
  const picomatch = require("picomatch") as (pattern: string, options: object) => (path: string) => boolean;
  const more = fc.array(
    fc.constantFrom(...pieces, "!(*.test)", "!(a)", "(a|b)", "(*.{js,md})", "@(a|b)", "+(a|b)", "*(a|b)", "[^a]", "[a-c]", "\\*", "{a,{b,src}}"),
    {
      minLength: 1,
      maxLength: 4,
    },
  );
  let known = 0;
  for (const parts of fc.sample(more, { numRuns: 1500, seed: 5 })) {
    const pattern = parts.join("");
    const ours = lintStagedPattern(pattern);
    if (ours === undefined) continue;
    known++;
    const theirs = picomatch(pattern, { cwd: "/r", dot: true, matchBase: !pattern.includes("/"), posixSlashes: true, strictBrackets: true });
    const matches = pythonMatcher(ours);
    for (const path of paths) expect(matches(path), `${pattern} ${path}`).toBe(theirs(path));
  }
  expect(known).toBeGreaterThan(800);
});
