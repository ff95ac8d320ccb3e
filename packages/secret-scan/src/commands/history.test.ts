// `history` on real repositories: what is found, where it still stands, and what cannot be read.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callCheck, gitRepo, type GitRepo, type Called } from "@caio/testing";
import { afterEach, describe, expect, it } from "vitest";
import { secretScan } from "../check.js";
import { replacementLine } from "../filter-repo.js";
import { providers } from "../providers/index.js";
import { randomFrom, samplePrivateKey, sampleToken, sampleValue } from "../samples/sample.js";

const random = randomFrom(29);
const value = (): string => sampleValue(32, random);
const token = (): string => providers.flatMap((one) => (one.id === "gitlab-personal-access-token" ? [sampleToken(one, random)] : []))[0] ?? "";
let repo: GitRepo | undefined;
const folders: string[] = [];
afterEach(() => {
  repo?.dispose();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const callIn = (cwd: string, ...argv: readonly string[]): Promise<Called> => callCheck(secretScan, cwd, argv);
const call = (...argv: readonly string[]): Promise<Called> => callIn(repo?.root ?? "", ...argv);

interface Report {
  readonly findings: readonly { path: string; commit: string; message: string; help: string; start: { line: number }; data: Record<string, unknown> }[];
  readonly troubles: readonly { code: string; message: string }[];
  readonly summary: { readonly notRun: readonly { reason: string }[] };
}
async function report(...argv: readonly string[]): Promise<Report & { code: number }> {
  const { code, out } = await call("history", ...argv, "--reporter", "json");
  return { code, ...(JSON.parse(out) as Report) };
}

describe("what is found", () => {
  it("what was taken back, once, with the commit that brought it; attributes hide nothing", async () => {
    const [gone, kept] = [value(), value()];
    repo = gitRepo([
      { write: { ".gitattributes": "*.py -diff\n*.env binary\n", "a.py": "x = 1\n" } },
      { commit: "start" },
      { write: { "a.py": `x = 1\nAPI_SECRET = "${gone}"\n` } },
      { commit: "leak" },
      { git: ["tag", "v1"] },
      { write: { "a.py": "x = 1\n", "b.env": `API_SECRET=${kept}\n` } },
      { commit: "take it back" },
      { write: { "b.env": `# moved\nAPI_SECRET=${kept}\n` } },
      { commit: "move" },
    ]);
    const { code, findings } = await report();
    expect(code).toBe(1);
    const leak = repo.git("rev-parse", "HEAD~2").trim();
    expect(findings).toMatchObject([
      { path: "a.py", commit: leak, start: { line: 2 }, data: { atHead: false, branches: [], tags: ["v1"] } },
      { path: "b.env", data: { atHead: true, branches: ["main"], tags: [] }, start: { line: 1 } },
    ]);
    expect(findings[0]?.message).toContain("no longer at HEAD, still in the tag `v1`");
    const { out } = await call("history");
    expect(out).toContain("API_SECRET");
    for (const one of [gone, kept]) expect(out + JSON.stringify(findings)).not.toContain(one.slice(0, 10));
    expect((await call("history", "HEAD~1..HEAD")).code).toBe(0);
    expect((await report("HEAD~3..HEAD~2")).findings).toHaveLength(1);
  });
  it("what only a merge says, what stands on another branch, and a value that moved to another file", async () => {
    const [merged, side, moved] = [value(), value(), value()];
    repo = gitRepo([
      { write: { "a.py": "one\n", "old.py": `OLD_SECRET = "${moved}"\n` } },
      { commit: "start" },
      { git: ["checkout", "-q", "-b", "side"] },
      { write: { "a.py": "two\n", "side.py": `SIDE_SECRET = "${side}"\n` } },
      { commit: "side" },
      { git: ["checkout", "-q", "main"] },
      { write: { "a.py": "three\n", "new.py": `x = 1\nOLD_SECRET = "${moved}"\n` } },
      { remove: ["old.py"] },
      { commit: "main" },
    ]);
    try {
      repo.git("merge", "-q", "--no-commit", "side");
    } catch {
      // The conflict is what the merge has to solve.
    }
    repo.apply({ write: { "a.py": `API_SECRET = "${merged}"\n` } }, { commit: "merge" }, { git: ["checkout", "-q", "-b", "after"] });
    const { findings } = await report();
    expect(findings.map(({ path }) => path)).toEqual(["a.py", "old.py", "side.py"]);
    expect(findings[0]?.commit).toBe(repo.git("rev-parse", "HEAD").trim());
    expect(findings[1]?.data).toMatchObject({ atHead: true, branches: ["after", "main", "side"] });
    expect(findings[2]?.data["branches"]).toEqual(["after", "main", "side"]);
  });
  it("UTF-16 files and commit messages", async () => {
    const [wide, big, said] = [value(), value(), token()];
    const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");
    repo = gitRepo([{ write: { a: "" } }, { commit: "start" }]);
    writeFileSync(join(repo.root, "le.ps1"), utf16(`$x = 1\r\n$apiSecret = "${wide}"\r\n`));
    writeFileSync(join(repo.root, "be.ps1"), utf16(`$x = 1\r\n$apiSecret = "${big}"\r\n`).swap16());
    repo.apply({ commit: "wide" }, { remove: ["le.ps1", "be.ps1"] }, { commit: `gone\n\nOur token is ${said}, keep it.\n` });
    const { findings, code } = await report();
    expect(code).toBe(1);
    expect(findings).toMatchObject([
      { path: "COMMIT_EDITMSG", start: { line: 3 }, data: { provider: "gitlab-personal-access-token" } },
      { path: "be.ps1", start: { line: 2 } },
      { path: "le.ps1", start: { line: 2 } },
    ]);
    expect(findings[0]?.help).toContain("--replace-message");
    expect(JSON.stringify(findings)).not.toContain(said.slice(6, 16));
  });
  it("binary and vendored files are skipped and counted; rules and settlements of other scanners hold", async () => {
    const [one, two] = [value(), value()];
    repo = gitRepo([
      { write: { "image.bin": `\0\0API_SECRET="${one}"\n`, "node_modules/a/a.js": `const apiSecret = "${one}";\n` } },
      { write: { "door.txt": "badge-482913\n", "a.py": `API_SECRET = "${two}"\n`, ".gitleaks.toml": "[[rules]]\nid = 'badge'\nregex = 'badge-([0-9]{6})'\n" } },
      { commit: "one" },
    ]);
    const first = repo.git("rev-parse", "HEAD").trim();
    repo.apply({ write: { ".gitleaksignore": `${first}:a.py:generic-api-key:1\n` } }, { remove: ["a.py", "door.txt"] }, { commit: "two" });
    const { out } = await call("history", "--reporter", "json");
    const { findings, skipped } = JSON.parse(out);
    expect(findings).toMatchObject([{ path: "door.txt", rule: "secret-scan/custom-secret", data: { rule: "badge" } }]);
    expect(skipped).toEqual(expect.arrayContaining([{ path: "node_modules/a/a.js", reason: "vendored" }]));
  });
});

describe("what cannot be read is named", () => {
  const source = (): GitRepo =>
    gitRepo([
      { write: { "a.py": `API_SECRET = "${value()}"\n` } },
      { commit: "one" },
      { write: { "a.py": `OTHER_SECRET = "${value()}"\n` } },
      { commit: "two" },
      { git: ["config", "uploadpack.allowFilter", "true"] },
    ]);
  const clone = (...args: readonly string[]): string => {
    const folder = mkdtempSync(join(tmpdir(), "caio-clone-"));
    folders.push(folder);
    execFileSync("git", ["clone", "-q", ...args, `file://${repo?.root ?? ""}`, join(folder, "c")], { stdio: "ignore" });
    return join(folder, "c");
  };
  it("a shallow clone: what is there is scanned", async () => {
    repo = source();
    const { code, out } = await callIn(clone("--depth", "1"), "history", "--reporter", "json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ findings: [{ path: "a.py" }], troubles: [{ code: "SHALLOW_HISTORY" }] });
  });
  it("a partial clone", async () => {
    repo = source();
    const { code, out } = await callIn(clone("--filter=blob:none"), "history", "--reporter", "json");
    expect(code).toBe(2);
    expect(JSON.parse(out).troubles).toMatchObject([{ code: "GIT_UNSUPPORTED", message: expect.stringContaining("partial") }]);
  });
  it("a repository without commits, a bare one, none at all, a range that is not there", async () => {
    repo = gitRepo([{ write: { a: "" } }]);
    expect(await report()).toMatchObject({ code: 0, findings: [], summary: { notRun: [{ reason: "the repository has no commits" }] } });
    repo.dispose();
    repo = source();
    expect(await callIn(clone("--bare"), "history")).toMatchObject({ code: 2, err: expect.stringContaining("bare") });
    expect(await call("history", "nowhere..HEAD")).toMatchObject({ code: 2, err: expect.stringContaining("nowhere") });
    expect(await call("history", "HEAD~1...HEAD")).toMatchObject({ code: 2, err: expect.stringContaining("two dots") });
    const folder = mkdtempSync(join(tmpdir(), "caio-none-"));
    folders.push(folder);
    expect(await callIn(folder, "history")).toMatchObject({ code: 2, err: expect.stringContaining("needs a git repository") });
  });
});

it("the line for filter-repo finds the value and does not say it", () => {
  for (const one of [value(), `p4ss.w0rd+${value()}/=`, "a".repeat(12), samplePrivateKey().trim()]) {
    const line = replacementLine(one.startsWith("-----") ? "private-key" : "generic-secret", one);
    const [, source = ""] = /^regex:([^]*)==>REMOVED$/.exec(line ?? "") ?? [];
    expect(new RegExp(`^(?:${source})$`).test(one)).toBe(true);
    expect(line).not.toContain(one.startsWith("-----") ? one.slice(40, 60) : one.slice(0, 6));
  }
  expect(replacementLine("generic-secret", "short")).toBeUndefined();
});
