// What other scanners' files accept, by the files that the real programs write.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callCheck, gitRepo, judge, type GitRepo, type Called } from "@caio/testing";
import { afterEach, describe, expect, it } from "vitest";
import { secretScan } from "./check.js";
import { providers } from "./providers/index.js";
import { randomFrom, samplePrivateKey, sampleToken, sampleValue } from "./samples/sample.js";

const random = randomFrom(41);
const token = (id: string): string => {
  const provider = providers.find((one) => one.id === id);
  if (provider === undefined) throw new Error(id);
  return sampleToken(provider, random);
};
let repo: GitRepo | undefined;
afterEach(() => repo?.dispose());

function peer(name: string): string | undefined {
  const program = join(import.meta.dirname, "../../../.peers/bin", name);
  if (existsSync(program)) return program;
  if (process.env["CI"] === "true") throw new Error(`${name} is missing: run the set-up of tools/peers`);
  console.warn(`SKIPPED: ${name} is not installed, nothing was compared`);
  return undefined;
}

const call = (...argv: readonly string[]): Promise<Called> => callCheck(secretScan, repo?.root ?? "", argv);

const found = async (files: Record<string, string>, options?: unknown): Promise<string[]> =>
  (await judge(secretScan, files, options === undefined ? {} : { options })).findings.map(
    ({ rule, at }) => `${rule.split("/")[1]} ${at.path}:${at.start.line}`,
  );

describe("a gitleaks configuration holds for caio's own rules", () => {
  const value = sampleValue(32, random);
  const app = `API_SECRET = "${value}"\nTOKEN = "${token("gitlab-personal-access-token")}"\n`;
  const both = ["generic-secret app.py:1", "provider-token app.py:2"];
  it.each([
    ["", both],
    ["[allowlist]\npaths = ['''app\\.py''']\n", []],
    [`[allowlist]\nregexes = ['''^${value.slice(0, 6)}''']\n`, ["provider-token app.py:2"]],
    [`[allowlist]\nregexTarget = "line"\nregexes = ['''TOKEN''']\n`, ["generic-secret app.py:1"]],
    [`[allowlist]\nstopwords = ["${value.slice(3, 12)}"]\n`, ["provider-token app.py:2"]],
    [`[extend]\nuseDefault = true\ndisabledRules = ["generic-api-key"]\n`, ["provider-token app.py:2"]],
    [`[extend]\nuseDefault = true\n[[rules]]\nid = "gitlab-pat"\n[[rules.allowlists]]\npaths = ['''app''']\n`, ["generic-secret app.py:1"]],
    [`[extend]\nuseDefault = true\n[[rules]]\nid = "stripe-access-token"\n[[rules.allowlists]]\npaths = ['''app''']\n`, both],
  ])("%s", async (toml, expected) => {
    expect(await found({ "app.py": app, ".gitleaks.toml": toml })).toEqual(expected);
  });
  it("no file where none is wanted, and one that is named has to be there", async () => {
    const files = { "app.py": app, ".gitleaks.toml": "[allowlist]\npaths = ['''app''']\n" };
    expect(await found(files, { gitleaks: { config: "" } })).toEqual(both);
    const { troubles } = await judge(secretScan, files, { options: { gitleaks: { config: "gone.toml" }, detectSecrets: { baseline: "gone.json" } } });
    expect(troubles.map(({ code }) => code)).toEqual(["FILE_MISSING", "FILE_MISSING"]);
  });
  it("broken files are told, and the scan goes on", async () => {
    const { findings, troubles } = await judge(
      secretScan,
      { "app.py": app, ".gitleaks.toml": "[[rules", "report.json": "{}", ".secrets.baseline": "[" },
      { options: { gitleaks: { baseline: "report.json" }, providersOff: ["gitlab-personal-acces-token"] } },
    );
    expect(findings).toHaveLength(2);
    expect(troubles.map(({ code }) => code).toSorted()).toEqual(["CONFIG_INVALID", "DATA_INVALID", "DATA_INVALID", "DATA_INVALID"]);
    expect(troubles.find(({ code }) => code === "CONFIG_INVALID")?.hint).toBe("Did you mean `gitlab-personal-access-token`?");
  });
});

it("a rule of the user's own is silent where one of ours tells the same, and is not shown whole", async () => {
  const toml = `[[rules]]\nid = "house"\nregex = '''house-[0-9a-f]{12}'''\n[[rules]]\nid = "pat"\nregex = '''glpat-[\\w-]{20}'''\n`;
  const one = token("gitlab-personal-access-token");
  repo = gitRepo([{ write: { "a.txt": `door = house-12ab34cd56ef\n${one}\n`, ".gitleaks.toml": toml } }, { commit: "one" }]);
  const { out } = await call("--reporter", "json");
  expect(JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule)).toEqual(["secret-scan/custom-secret", "secret-scan/provider-token"]);
  expect((await call()).out).toContain("door = hous");
  for (const text of [out, (await call()).out, (await call("triage")).out, (await call("--reporter", "sarif")).out]) {
    expect(text).not.toContain("house-12");
    expect(text).not.toContain(one.slice(0, 12));
  }
  // Where ours is off, the user's own speaks.
  writeFileSync(`${repo.root}/caio.yaml`, "secret-scan:\n  rules: { provider-token: off }\n");
  expect(JSON.parse((await call("--reporter", "json")).out).findings.map(({ data }: { data: { rule: string } }) => data.rule)).toEqual(["house", "pat"]);
});

describe("accepted places and values", () => {
  it("`.gitleaksignore`: a line of a file, and the value that stood at a line of a commit", async () => {
    const [one, two, three] = [sampleValue(32, random), sampleValue(32, random), sampleValue(32, random)];
    repo = gitRepo([{ write: { "a.py": `API_SECRET = "${one}"\n`, "b.py": `API_SECRET = "${two}"\n` } }, { commit: "one" }]);
    const commit = repo.git("rev-parse", "HEAD").trim();
    writeFileSync(`${repo.root}/.gitleaksignore`, `# accepted\na.py:generic-api-key:1\n${commit}:b.py:generic-api-key:1\nnonsense\n`);
    expect((await call()).code).toBe(0);
    // Moved: the commit's entry knows the value, the other one its line alone.
    writeFileSync(`${repo.root}/a.py`, `\nAPI_SECRET = "${one}"\n`);
    writeFileSync(`${repo.root}/b.py`, `\n\nAPI_SECRET = "${two}"\nOTHER_SECRET = "${three}"\n`);
    const { findings } = JSON.parse((await call("--reporter", "json")).out);
    expect(findings.map(({ path, start }: { path: string; start: { line: number } }) => `${path}:${start.line}`)).toEqual(["a.py:2", "b.py:4"]);
    expect((await call("triage")).out).toContain("(accepted in `.gitleaksignore`)");
  });
  it("a report of gitleaks as a baseline, whole and redacted", async () => {
    const gitleaks = peer("gitleaks");
    if (gitleaks === undefined) return;
    const one = token("gitlab-personal-access-token");
    repo = gitRepo([
      { write: { "a.py": `x = 1\ntoken = "${one}"\n`, "caio.yaml": "secret-scan: { gitleaks: { baseline: report.json } }\n" } },
      { commit: "one" },
    ]);
    for (const redact of [[], ["--redact"]]) {
      execFileSync(gitleaks, ["dir", "--no-banner", ...redact, "--report-path", "report.json", "--exit-code", "0", "."], { cwd: repo.root, stdio: "ignore" });
      expect(JSON.parse(readFileSync(`${repo.root}/report.json`, "utf8"))).toHaveLength(1);
      expect(await call()).toMatchObject({ code: 0 });
    }
    writeFileSync(`${repo.root}/a.py`, `x = 1\ny = 2\ntoken = "${token("gitlab-personal-access-token")}"\n`);
    expect((await call()).code).toBe(1);
  });
  it("a baseline of detect-secrets", { timeout: 30_000 }, async () => {
    const detectSecrets = peer("detect-secrets");
    if (detectSecrets === undefined) return;
    const value = sampleValue(32, random);
    repo = gitRepo([{ write: { "a.py": `API_SECRET = "${value}"\n`, "deploy/id_rsa": samplePrivateKey() } }, { commit: "one" }]);
    expect((await call()).code).toBe(1);
    writeFileSync(`${repo.root}/.secrets.baseline`, execFileSync(detectSecrets, ["scan"], { cwd: repo.root, encoding: "utf8" }));
    expect(await call()).toMatchObject({ code: 0 });
    writeFileSync(`${repo.root}/a.py`, `\n\nAPI_SECRET = "${value}"\nOTHER_SECRET = "${sampleValue(32, random)}"\n`);
    expect(JSON.parse((await call("--reporter", "json")).out).findings).toMatchObject([{ path: "a.py", start: { line: 4 } }]);
  });
  it.each([
    ['API_SECRET = "V"  # pragma: allowlist secret', 0],
    ['API_SECRET = "V"  # pragma:whitelist secret', 0],
    ['API_SECRET = "V"  // gitleaks:allow', 0],
    ['# pragma: allowlist nextline secret\nAPI_SECRET = "V"', 0],
    ['<!-- pragma: allowlist nextline secret -->\nAPI_SECRET = "V"', 0],
    ['x = 1 # pragma: allowlist nextline secret\nAPI_SECRET = "V"', 1],
    ['# pragma: allowlist nextline secret\n\nAPI_SECRET = "V"', 1],
    ['# gitleaks:allow\nAPI_SECRET = "V"', 1],
  ])("%s", async (text, count) => {
    expect(await found({ "a.py": `${text.replace("V", sampleValue(32, random))}\n` })).toHaveLength(count);
  });
});
