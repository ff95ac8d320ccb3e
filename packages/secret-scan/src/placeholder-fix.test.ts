// An example's value gives way to a placeholder that no scanner takes for a secret: asked of the real ones.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { callCheck, gitRepo, type GitRepo } from "@caio/testing";
import { afterEach, expect, it } from "vitest";
import { secretScan } from "./check.js";
import { randomFrom, sampleValue } from "./samples/sample.js";

const random = randomFrom(61);
let repo: GitRepo | undefined;
afterEach(() => repo?.dispose());

function peer(name: string): string | undefined {
  const program = join(import.meta.dirname, "../../../.peers/bin", name);
  if (existsSync(program)) return program;
  if (process.env["CI"] === "true") throw new Error(`${name} is missing: run the set-up of tools/peers`);
  console.warn(`SKIPPED: ${name} is not installed, nothing was compared`);
  return undefined;
}

it("`--labels` asks for examples, and `--fix-suggested` replaces them", { timeout: 60_000 }, async () => {
  const value = (): string => sampleValue(32, random);
  repo = gitRepo([
    {
      write: {
        "examples/app.py": `API_SECRET = "${value()}"\nclient = Client(api_key='${value()}')\n`,
        "examples/config.yaml": `auth:\n  client_secret: ${value()}\n`,
        "examples/settings.json": `{ "access_token": "${value()}" }\n`,
        "examples/run.sh": `export API_TOKEN="${value()}"\n`,
        "examples/web.xml": `<server><password>${value()}</password></server>\n`,
        "examples/url.py": `url = "postgres://app:${value()}@localhost:5432/x"\n`,
      },
    },
    { commit: "one" },
  ]);
  const run = (...argv: readonly string[]): ReturnType<typeof callCheck> => callCheck(secretScan, repo?.root ?? "", argv);
  expect(await run()).toMatchObject({ code: 0, out: expect.stringContaining("nothing found") });
  expect(await run("--labels", "secret,exemple")).toMatchObject({ code: 2, err: expect.stringContaining("`exemple` is none of") });
  const { findings } = JSON.parse((await run("--labels", "secret,example", "--reporter", "json")).out);
  expect(findings.length).toBeGreaterThanOrEqual(6);
  for (const { severity, fix } of findings) expect([severity, fix.kind]).toEqual(["note", "suggested"]);
  const gitleaks = peer("gitleaks");
  const leaks = (program: string): unknown[] => {
    execFileSync(program, ["dir", "--no-banner", "--report-path", ".git/report.json", "--exit-code", "0", "examples"], { cwd: repo?.root, stdio: "ignore" });
    return JSON.parse(readFileSync(`${repo?.root}/.git/report.json`, "utf8"));
  };
  if (gitleaks !== undefined) expect(leaks(gitleaks).length).toBeGreaterThan(3);
  await run("--labels", "secret,example", "--fix-suggested");
  expect(readFileSync(`${repo.root}/examples/app.py`, "utf8")).toBe(`API_SECRET = "<api-secret>"\nclient = Client(api_key='<api-key>')\n`);
  expect(readFileSync(`${repo.root}/examples/run.sh`, "utf8")).toBe('export API_TOKEN="${API_TOKEN}"\n');
  expect(readFileSync(`${repo.root}/examples/web.xml`, "utf8")).toBe("<server><password>${PASSWORD}</password></server>\n");
  expect(await run("--labels", "secret,example,test-data")).toMatchObject({ code: 0, out: expect.stringContaining("nothing found") });
  if (gitleaks !== undefined) expect(leaks(gitleaks)).toEqual([]);
  const detectSecrets = peer("detect-secrets");
  if (detectSecrets !== undefined) expect(JSON.parse(execFileSync(detectSecrets, ["scan"], { cwd: repo.root, encoding: "utf8" })).results).toEqual({});
});
