// Hostile names of files, hooks, keys, authors and branches, through the real program: no reporter and no command hands one on that a terminal, a
// workflow's log, a browser or a parser would obey. (Hostile strings in every field of a report, reporter by reporter: packages/cli/src/reporters.test.ts.)
// What stood there and was seen to fail: `hook-config list` with the controls of names, `##[…]` and `##vso[…]` handed on to a log.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gitRepo, type GitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caio, isFull } from "./program.js";
import { commands } from "./commands.js";

/** Names that a file system takes; `/` and NUL are none. */
const names: readonly string[] = [
  "</script><script>alert(1)<",
  "<!--<script>",
  "]]><x>&amp;&#x202e;",
  "x\n::error::injected\r::set-output name=a::b",
  "##[error]y ##vso[task.complete]",
  "::error::first",
  "\u001b[31mred\u001b]0;title\u0007\u009b1m",
  "good\rbad\b\b\b",
  "a\u202eb\u2066c\u200b\u2028d\ufeff",
  "`` ` ``` [a](http:e.org) ![b](c) <b> @someone #12 | a |\n# head\n- [x] y",
  "\"'\\\\\" ' $(id) `id` %0A %25 ${x}",
  "__proto__",
  "-rf --fix",
  "caf\u00e9 e\u0301 \u6f22",
];

/** What no output may hold as it is. */
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

let repo: GitRepo;
beforeAll(() => {
  const made = random();
  repo = gitRepo([{ write: { "README.md": "# A\n" } }, { commit: "one\n\n::error::of a message" }]);
  for (const [at, name] of names.entries()) {
    const files: Readonly<Record<string, string>> = {
      [`${name}.md`]: `# ${name}\n\n[x](gone.md) [${name}](${encodeURIComponent(name)}.gone)\n`,
      [`folder ${name}/tests/test_${at}.py`]: `import nothing_${at}\npassword = "${made}${at}"\n`,
      [`folder ${name}/.pre-commit-config.yaml`]: `repos:\n- repo: local\n  hooks:\n  - {id: ${JSON.stringify(name)}, name: ${JSON.stringify(name)}, entry: "gone.sh", language: sytem, stages: [commit]}\n`,
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(repo.root, path)), { recursive: true });
      writeFileSync(join(repo.root, path), text);
    }
  }
  // A name that is no UTF-8.
  writeFileSync(Buffer.concat([Buffer.from(`${repo.root}/`), Buffer.from([0x62, 0xff, 0x9b]), Buffer.from(".md")]), "[x](gone.md)\n");
  const hooks = names.map(
    (name) =>
      `  - {id: ${JSON.stringify(name)}, name: ${JSON.stringify(name)}, entry: ${JSON.stringify(name)}, language: system, ${JSON.stringify(name)}: 1}\n`,
  );
  writeFileSync(join(repo.root, ".pre-commit-config.yaml"), `repos:\n- repo: local\n  hooks:\n${hooks.join("")}`);
  writeFileSync(join(repo.root, "requirements.txt"), names.map((name) => `${name.replace(/[\n\r]/g, " ")}\n`).join(""));
  repo.apply({ commit: "two", author: "Eve \u202e<script>" });
  repo.git("branch", "x\u202e`<script>`");
  // Left unstaged and untracked.
  writeFileSync(join(repo.root, "untracked \u001b[31m.md"), "[x](gone.md)\n");
});
afterAll(() => repo.dispose());

/** A secret of this run. */
function random(): string {
  return `${Math.random().toString(36).slice(2, 14)}Q${Math.random().toString(36).slice(2, 14)}`;
}

describe("the reporters, in one run", () => {
  const reporters = ["text", "json", "sarif", "github", "gitlab", "junit", "markdown", "html", "blob"];
  const written = new Map<string, string>();
  beforeAll(() => {
    const ran = caio(repo.root, ["check", "--verbose", ...reporters.flatMap((name) => ["--reporter", `${name}=.git/report-${name}`])], { timeout: 240_000 });
    // A part is judged where the parts are joined.
    expect(ran.status, ran.stderr).toBe(0);
    expect(ran.stderr).not.toMatch(obeyed);
    for (const name of reporters) written.set(name, readFileSync(join(repo.root, `.git/report-${name}`), "utf8"));
  }, 300_000);
  it.each(reporters)("%s obeys nothing", (name) => {
    const text = written.get(name) ?? "";
    expect(text.length).toBeGreaterThan(1000);
    expect(text).not.toMatch(obeyed);
  });
  it("JSON, SARIF, GitLab's and the part are JSON of as many findings; JUnit's is XML", () => {
    const json = JSON.parse(written.get("json") ?? "") as { findings: { path: string }[]; troubles: unknown[] };
    expect(json.findings.length).toBeGreaterThan(names.length * 2);
    for (const name of names)
      expect(
        json.findings.some(({ path }) => path.includes(name)),
        JSON.stringify(name),
      ).toBe(true);
    const sarif = JSON.parse(written.get("sarif") ?? "") as { runs: { results: unknown[] }[] };
    expect(sarif.runs.flatMap(({ results }) => results)).toHaveLength(json.findings.length);
    expect((JSON.parse(written.get("gitlab") ?? "") as unknown[]).length).toBeGreaterThanOrEqual(json.findings.length);
    const count = "import sys\nfrom xml.etree import ElementTree as E\nprint(len(E.fromstring(sys.stdin.buffer.read()).findall('.//testcase')))";
    expect(Number(execFileSync("python3", ["-c", count], { input: written.get("junit") ?? "", encoding: "utf8" }))).toBeGreaterThanOrEqual(
      json.findings.length,
    );
  });
  it("each line for GitHub is one command of ours", () => {
    for (const line of (written.get("github") ?? "").trimEnd().split("\n"))
      expect(line).toMatch(/^::(?:error|warning|notice) (?:file=[^:,]*,[^:]*)?title=[^:]*::/);
  });
  it("the page has its own two scripts and no other", () => {
    expect(written.get("html")?.match(/<script\b/g)).toHaveLength(2);
    expect(written.get("html")).not.toContain("<!--");
  });
});

it("the commands say nothing that is obeyed, on either stream", () => {
  for (const args of [...commands(isFull), ["why", `${names[5] ?? ""}.md`], ["explain", names[5] ?? ""], [`--${names[4] ?? ""}`], ["gone\u001b[31m\u202e"]]) {
    if (args.includes("--fix") || args.includes("write")) continue;
    const { status, stdout, stderr } = caio(repo.root, args, { timeout: 240_000 });
    expect([0, 1, 2], args.join(" ")).toContain(status);
    expect(stdout, args.join(" ")).not.toMatch(obeyed);
    expect(stderr, args.join(" ")).not.toMatch(obeyed);
    // Lines that begin a command are GitHub's reporter's alone.
    expect(stdout + stderr, args.join(" ")).not.toMatch(/^[ \t]*::|##\[|##vso\[/m);
  }
}, 600_000);
