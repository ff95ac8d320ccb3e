// The commands on a real git repository: settling findings, staged bytes, standard input.
import { readFileSync, writeFileSync } from "node:fs";
import { openRepository } from "@caio/repo-model/git";
import { callCheck, gitRepo, type GitRepo, type Called } from "@caio/testing";
import { afterEach, describe, expect, it } from "vitest";
import { secretScan } from "../check.js";
import { maskText, rememberSecret } from "../mask.js";
import { providers } from "../providers/index.js";
import { randomFrom, sampleToken, sampleValue } from "../samples/sample.js";

const random = randomFrom(23);
const [gitlab] = providers.filter(({ id }) => id === "gitlab-personal-access-token") as [(typeof providers)[number]];
let repo: GitRepo | undefined;
afterEach(() => repo?.dispose());

const call = (...argv: readonly string[]): Promise<Called> => callCheck(secretScan, repo?.root ?? "", argv);

describe("triage", () => {
  it("shows labels and reasons, settles one value, and finds another in the same line", async () => {
    const value = sampleValue(32, random);
    repo = gitRepo([{ write: { "a b.py": `API_SECRET = "${value}"\nkey = "AKIAIOSFODNN7EXAMPLE"\n` } }, { commit: "one" }]);
    expect((await call()).code).toBe(1);
    const { out } = await call("triage");
    expect(out).toContain("a b.py:1:15 secret generic-secret");
    expect(out).toContain("placeholder provider-token: AWS access key id");
    expect(await call("triage", "--label", "example")).toMatchObject({ code: 2, err: expect.stringContaining("--reason") });
    expect(await call("triage", "--label", "example", "--reason", "x", "gone.py:1")).toMatchObject({ code: 2, err: expect.stringContaining("gone.py:1") });
    expect((await call("triage", "--label", "example", "--reason", "printed in our manual", "a b.py:1")).code).toBe(0);
    const allow = readFileSync(`${repo.root}/.caio/allow`, "utf8");
    expect(allow).not.toContain(value.slice(0, 8));
    expect(allow).toMatch(/^generic-secret a%20b\.py [0-9a-f]{16} [0-9a-f]{32} - example printed in our manual$/m);
    expect(await call()).toMatchObject({ code: 0 });
    writeFileSync(`${repo.root}/a b.py`, `API_SECRET = "${sampleValue(32, random)}"\n`);
    const after = await call();
    expect(after.code).toBe(1);
    expect(after.out).toContain("secret-scan/stale-allow");
  });
  it("walks through what is left at a terminal, until the person goes away", async () => {
    const [one, two, three] = [sampleValue(32, random), sampleValue(32, random), sampleValue(32, random)];
    repo = gitRepo([{ write: { "a.py": `A_SECRET = "${one}"\nB_SECRET = "${two}"\nC_SECRET = "${three}"\n` } }, { commit: "one" }]);
    const walked = await callCheck(secretScan, repo.root, ["triage"], {
      answers: ["?", "e", "", "printed in our manual", "soon", "2027-01-01", "", "S", "a test account", ""],
    });
    expect(walked).toMatchObject({ code: 0, out: expect.stringContaining("1 of 3: a.py:1:13 secret") });
    for (const value of [one, two, three]) expect(walked.out).not.toContain(value.slice(0, 8));
    const allow = readFileSync(`${repo.root}/.caio/allow`, "utf8");
    expect(allow).toMatch(/ 2027-01-01 example printed in our manual$/m);
    expect(allow).toMatch(/ - secret a test account$/m);
    const { findings } = JSON.parse((await call("--reporter", "json")).out);
    expect(findings).toMatchObject([{ start: { line: 2 } }]);
    expect((await callCheck(secretScan, repo.root, ["triage"], { answers: ["q"] })).out).toContain("Nothing was settled.");
    expect((await callCheck(secretScan, repo.root, ["triage"], { answers: ["p"] })).out).toContain("Nothing was settled.");
  });
  it("two branches that settle something merge without conflict", async () => {
    const values = Array.from({ length: 4 }, () => sampleValue(32, random));
    const text = values.map((value, index) => `N${index}_SECRET = "${value}"\n`).join("");
    repo = gitRepo([{ write: { "a.py": text } }, { commit: "one" }]);
    const settleOn = async (branch: string, line: number): Promise<void> => {
      repo?.git("checkout", "-q", "-b", branch, "main");
      await call("triage", "--label", "example", "--reason", `line ${line}`, `a.py:${line}`);
      repo?.apply({ commit: branch });
    };
    await settleOn("first", 1);
    await settleOn("second", 2);
    repo.git("merge", "-q", "--no-edit", "first");
    repo.git("checkout", "-q", "main");
    repo.git("merge", "-q", "second");
    // Where the file is there already, too.
    await settleOn("third", 3);
    await settleOn("fourth", 4);
    repo.git("merge", "-q", "--no-edit", "third");
    const merged = readFileSync(`${repo.root}/.caio/allow`, "utf8");
    expect(new Set(merged.match(/^generic-secret a\.py .*line \d$/gm))).toHaveProperty("size", 4);
    expect(await call()).toMatchObject({ code: 0, out: expect.not.stringContaining("stale-allow") });
    // Union may keep a line of both sides twice, where their places in the order meet: it is one entry.
    writeFileSync(`${repo.root}/.caio/allow`, merged + (merged.match(/^generic-secret.*\n/m)?.[0] ?? ""));
    expect(await call()).toMatchObject({ code: 0, out: expect.not.stringContaining("stale-allow") });
  });
  it("an entry that expired is told, and its finding is back; `--fix` takes it out", async () => {
    const value = sampleValue(32, random);
    repo = gitRepo([{ write: { "a.py": `API_SECRET = "${value}"\n` } }, { commit: "one" }]);
    expect((await call("triage", "--label", "example", "--reason", "x", "--expires", "soon")).code).toBe(2);
    expect(await call("triage", "--label", "example", "--reason", "x", "--expires", "2025-12-31")).toMatchObject({
      code: 2,
      err: expect.stringContaining("`2025-12-31` is past"),
    });
    await call("triage", "--label", "example", "--reason", "until the year ends", "--expires", "2026-12-31");
    const allow = readFileSync(`${repo.root}/.caio/allow`, "utf8");
    writeFileSync(`${repo.root}/.caio/allow`, allow.replace(" 2026-12-31 ", " 2025-12-31 "));
    const { out, code } = await call();
    expect(code).toBe(1);
    expect(out).toContain("expired after `2025-12-31`");
    expect((await call("--fix")).out).not.toContain("stale-allow");
    expect(readFileSync(`${repo.root}/.caio/allow`, "utf8")).toMatch(/^#[^\n]*\n$/);
  });
  it("a place in the history is settled too, and is not stale in the files", async () => {
    const value = sampleValue(32, random);
    repo = gitRepo([{ write: { "a.py": `API_SECRET = "${value}"\n` } }, { commit: "one" }, { remove: ["a.py"] }, { commit: "two" }]);
    expect((await call("history")).code).toBe(1);
    const commit = repo.git("rev-parse", "HEAD~1").trim();
    expect((await call("triage", "--label", "secret", "--reason", "revoked", `${commit}:a.py`)).code).toBe(0);
    expect(readFileSync(`${repo.root}/.caio/allow`, "utf8")).toMatch(/^generic-secret history:a\.py /m);
    expect(await call("history")).toMatchObject({ code: 0 });
    expect(await call()).toMatchObject({ code: 0, out: expect.not.stringContaining("stale-allow") });
  });
  it("`--convert` takes over what another scanner's file accepts, by value", async () => {
    const value = sampleValue(32, random);
    repo = gitRepo([{ write: { "a.py": `API_SECRET = "${value}"\n`, ".gitleaksignore": "a.py:generic-api-key:1\n" } }, { commit: "one" }]);
    expect(await call("triage", "--convert")).toMatchObject({ code: 0, out: expect.stringContaining("no longer needed") });
    writeFileSync(`${repo.root}/.gitleaksignore`, "");
    writeFileSync(`${repo.root}/a.py`, `\n\nAPI_SECRET = "${value}"\n`);
    expect(await call()).toMatchObject({ code: 0 });
    expect((await call("triage", "--convert")).out).toContain("Nothing is accepted");
  });
  it("a broken allow file is told with its line", async () => {
    repo = gitRepo([{ write: { ".caio/allow": "# x\nnonsense\n" } }, { commit: "one" }]);
    const { code, out, err } = await call();
    expect(code).toBe(2);
    expect(out + err).toContain(".caio/allow:2");
  });
});

it("--staged reads the staged bytes, and only what they add", async () => {
  const value = sampleValue(32, random);
  repo = gitRepo([{ write: { "a.py": "x = 1\n" } }, { commit: "one" }]);
  writeFileSync(`${repo.root}/a.py`, `x = 1\nAPI_SECRET = "${value}"\n`);
  expect((await call("--staged")).code).toBe(0);
  repo.git("add", "a.py");
  writeFileSync(`${repo.root}/a.py`, "x = 1\n");
  expect((await call("--staged")).code).toBe(1);
});

it("standard input is scanned, by the path that is given", async () => {
  const value = sampleValue(32, random);
  repo = gitRepo([{ write: { a: "" } }, { commit: "one" }]);
  const text = `x = 1\nAPI_SECRET = "${value}"\n`;
  const found = await callCheck(secretScan, repo.root, ["-", "--reporter", "json"], { input: text });
  expect(found.code).toBe(1);
  expect(JSON.parse(found.out).findings).toMatchObject([{ path: "stdin", start: { line: 2 }, rule: "secret-scan/generic-secret" }]);
  expect(found.out).not.toContain(value.slice(0, 8));
  expect(await callCheck(secretScan, repo.root, ["-", "--path", "tests/a.py"], { input: text })).toMatchObject({ code: 0 });
  expect(await callCheck(secretScan, repo.root, ["-"], { input: "" })).toMatchObject({ code: 0 });
});

it("`--since` judges what changed since the merge base", async () => {
  const [old, fresh] = [sampleValue(32, random), sampleValue(32, random)];
  repo = gitRepo([
    { write: { "a.py": `OLD_SECRET = "${old}"\n` } },
    { commit: "one" },
    { git: ["checkout", "-q", "-b", "side"] },
    { write: { "a.py": `OLD_SECRET = "${old}"\nNEW_SECRET = "${fresh}"\n` } },
    { commit: "two" },
  ]);
  expect(JSON.parse((await call("--since", "main", "--reporter", "json")).out).findings).toMatchObject([{ start: { line: 2 } }]);
  expect((await call("--since", "HEAD")).code).toBe(0);
});

it("what init offers speaks of the files that are there", async () => {
  repo = gitRepo([{ write: { ".gitleaks.toml": "", ".gitleaksignore": "", ".secrets.baseline": "{}" } }, { commit: "one" }]);
  const repository = await openRepository(repo.root);
  const context = { repository, files: repository.files } as Parameters<NonNullable<typeof secretScan.suggest>>[0];
  const suggestions = (await secretScan.suggest?.(context)) ?? [];
  expect(suggestions.map(({ yaml }) => yaml)).toEqual([
    "gitleaks: { config: .gitleaks.toml, ignore: .gitleaksignore }\n",
    "detectSecrets: { baseline: .secrets.baseline }\n",
  ]);
  for (const { yaml } of suggestions) {
    writeFileSync(`${repo.root}/caio.yaml`, `secret-scan:\n  ${yaml}`);
    expect((await call()).err).toBe("");
  }
});

it("a token in a file's name is found, and no report says the name whole", async () => {
  const token = sampleToken(gitlab, random);
  const wide = sampleValue(32, random);
  repo = gitRepo([{ write: { [`notes/${token}.txt`]: "nothing\n", [`notes/${token}.bin`]: "\0", "b.md": `see [it](${token}.md)\n` } }]);
  repo.apply({ write: { "c.py": `API_SECRET = "${wide}"\n` } }, { commit: "one" });
  for (const reporter of ["text", "json", "sarif", "github"]) {
    const { out, err, code } = await call("--reporter", reporter, "--verbose");
    expect(code).toBe(1);
    expect(out).toContain(reporter === "json" ? '"path": "notes/glpa' : "notes/glpa");
    for (const secret of [token.slice(0, 12), wide.slice(0, 8)]) expect(out + err).not.toContain(secret);
  }
  const { findings } = JSON.parse((await call("--reporter", "json")).out);
  expect(findings.map(({ message }: { message: string }) => message.includes("in the file's name"))).toContain(true);
});

it("a language and a digest in the name of what a build made are no token", async () => {
  const digest = Buffer.from(Array.from({ length: 16 }, (_, at) => (at * 97 + 41) % 251)).toString("hex");
  repo = gitRepo([{ write: { [`static/translations/sk-${digest}.json`]: "{}\n", [`keys/sk-${sampleValue(40, random)}.txt`]: "x\n" } }]);
  const { findings } = JSON.parse((await call("--reporter", "json")).out);
  expect(findings.map(({ path }: { path: string }) => path.slice(0, 5))).toEqual(["keys/"]);
});

it("a secret that was found is masked wherever it is said again", () => {
  const value = "Kobavira-Temu-Selo";
  expect(maskText(`a word like ${value}, said again`)).toContain(value);
  rememberSecret(value);
  expect(maskText(`a word like ${value}, said again, ${value}`)).toBe("a word like Koba**************, said again, Koba**************");
  expect(maskText("Kobavira is another one")).toBe("Kobavira is another one");
});
