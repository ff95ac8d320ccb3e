// Planted secrets, through every reporter, command, file that caio writes and message of an error: none in clear.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gitRepo, type GitRepo } from "@caio/git-fixture";
import { defineCheck } from "@caio/repo-model/check";
import type { LazyCheck } from "@caio/repo-model/command";
import { secretScan } from "@caio/secret-scan";
import { judge } from "@caio/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checks, inProcess } from "./in-process.js";
import { caio, isFull } from "./program.js";
import { random } from "./random.js";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
const make = random(20_261_130 + Number(process.env["CAIO_TRUST_SEED"] ?? 0));
const count = isFull ? 10_000 : 400;

/** Made anew in every run; none stands in a file of this repository. */
const kinds: readonly (() => { readonly secret: string; readonly line: string })[] = [
  () => {
    const secret = `AKIA${make.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)}`;
    return { secret, line: `aws_access_key_id = ${secret}` };
  },
  () => {
    const secret = make.text(letters + digits, 28);
    return { secret, line: `password = "${secret}"` };
  },
  () => {
    const secret = `${"xo"}xb-${make.text(digits.slice(1), 12)}-${make.text(digits.slice(1), 12)}-${make.text(letters + digits, 24)}`;
    return { secret, line: `const token = "${secret}";` };
  },
  () => {
    const secret = make.text(letters + digits, 22);
    return { secret, line: `DATABASE_URL=postgres://admin:${secret}@db.internal.corp/app` };
  },
  () => {
    const secret = `${"sk"}_live_${make.text(letters + digits, 24)}`;
    return { secret, line: `stripe: ${secret}` };
  },
  () => {
    const secret = make.text(letters + digits, 40);
    return { secret, line: `curl -H "Authorization: Bearer ${secret}" https://api.internal.corp/` };
  },
];

let repo: GitRepo;
const planted: string[] = [];
let redrawn = 0;

/** A secret that caio itself calls one where it stands alone. */
async function draw(): Promise<{ readonly secret: string; readonly line: string }> {
  for (;;) {
    const one = make.pick(kinds)();
    const { findings } = await judge(secretScan, { "settings.env": `${one.line}\n` });
    if (findings.some(({ severity }) => severity === "error")) return one;
    redrawn++;
  }
}

beforeAll(async () => {
  repo = gitRepo([{ write: { "README.md": "# A\n" } }, { commit: "one" }]);
  const files = new Map<string, string[]>();
  for (let at = 0; at < count; at++) {
    const { secret, line } = await draw();
    planted.push(secret);
    const path = `src/part-${at % 40}.${["env", "py", "js", "yaml", "md", "sh"][at % 6]}`;
    const lines = files.get(path) ?? [];
    lines.push(line);
    // Where other checks speak of the same text: a broken link beside it, and one that holds it.
    if (path.endsWith(".md")) lines.push(`[see](gone-${at}.md) ${line}`, "");
    files.set(path, lines);
  }
  const [first = "", second = "", third = "", fourth = ""] = planted;
  files.set(".pre-commit-config.yaml", [
    `repos:`,
    `- repo: local`,
    `  hooks:`,
    `  - {id: a, name: a, entry: "sh -c 'export API_TOKEN=${first}; gone.sh'", language: system, stages: [commit], exlude: "${second}"}`,
  ]);
  files.set("docs/adr/0001-a.md", ["# 1. A", "", "## Status", "", `Accepted`, "", `[x](gone.md?password=${third})`]);
  files.set("requirements.txt", [`--extra-index-url https://user:${fourth}@pypi.internal.corp/simple`, "=== broken"]);
  for (const [path, lines] of files) {
    mkdirSync(dirname(join(repo.root, path)), { recursive: true });
    writeFileSync(join(repo.root, path), `${lines.join("\n")}\n`);
  }
  repo.apply({ commit: `a message with password = "${make.text(letters + digits, 28)}"` });
}, 600_000);
afterAll(() => repo.dispose());

/** Finds which of many texts, each of the same length, stand in another: in one pass, since a report has megabytes. */
function finder(wanted: readonly string[]): (text: string) => string[] {
  const all = new Set(wanted);
  const length = wanted[0]?.length ?? 0;
  const begin = new Uint8Array(65_536);
  const pair = (text: string, at: number): number => ((text.charCodeAt(at) << 8) ^ text.charCodeAt(at + 1)) & 65_535;
  for (const one of all) begin[pair(one, 0)] = 1;
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at + length <= text.length; at++) {
      if (begin[pair(text, at)] === 0) continue;
      const here = text.slice(at, at + length);
      if (all.has(here)) found.add(here);
    }
    return [...found];
  };
}

it(
  "are shown nowhere with more than their first four characters",
  () => {
    // What follows the first four characters is long enough to stand nowhere by chance.
    const clear = finder(planted.map((secret) => secret.slice(4, 16)));
    expect(clear(`x${planted[7]} ${planted.at(-1)}`)).toEqual([planted[7]?.slice(4, 16), planted.at(-1)?.slice(4, 16)]);
    // Of a hundred that are drawn by chance hardly one reads as words, and is drawn again.
    expect(redrawn).toBeLessThan(count / 100 + 3);
    const reporters = ["text", "json", "sarif", "github", "gitlab", "junit", "markdown", "html", "blob"];
    const runs: readonly (readonly string[])[] = [
      ...reporters.map((name) => ["check", "--reporter", name, "--verbose"]),
      ["check", "--staged", "--verbose"],
      ["check", "--since", "HEAD~1", "--verbose"],
      ["--fix-suggested", "--diff"],
      ["secret-scan", "history"],
      ["secret-scan", "history", "--reporter", "json"],
      ["secret-scan", "triage"],
      ["hook-config", "list", "--files"],
      ["hook-config", "ready", "--verbose"],
      ["env-check", "doctor"],
      ["adr-gate", "lint"],
      ["doc-sync", "status"],
      ["baseline", "write"],
    ];
    let units = 0;
    for (const args of runs) {
      const { stdout, stderr } = caio(repo.root, args, { environment: { GITHUB_STEP_SUMMARY: join(repo.root, ".git", "summary") }, timeout: 300_000 });
      expect(clear(stdout), args.join(" ")).toEqual([]);
      expect(clear(stderr), args.join(" ")).toEqual([]);
      units += stdout.length + stderr.length;
    }
    if (isFull) console.log(`${planted.length} planted, ${redrawn} drawn again, in none of ${runs.length} runs with ${units} units of output`);
    for (const path of [".caio/baseline", ".git/summary"]) expect(clear(readFileSync(join(repo.root, path), "utf8")), path).toEqual([]);
  },
  isFull ? 3_600_000 : 300_000,
);

it("a broken configuration's message shows none either", () => {
  const secret = `AKIA${make.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)}`;
  for (const text of [`ignore: "${secret}"\n`, `doc-sync:\n  rules: { ${secret}: error }\n`, `${secret}: 1\n`, `doc-sync: [${secret}\n`]) {
    writeFileSync(join(repo.root, "caio.yaml"), text);
    const { status, stdout, stderr } = caio(repo.root, ["check", "--verbose"]);
    expect(status).toBe(2);
    expect(stdout + stderr, text).not.toContain(secret.slice(4));
  }
});

describe("a crash whose message and stack hold them", () => {
  let empty: GitRepo;
  beforeAll(() => {
    empty = gitRepo([{ write: { "README.md": "# A\n" } }, { commit: "one" }]);
  });
  afterAll(() => empty.dispose());
  const crashes = isFull ? 1000 : 20;
  /** A check that fails with a text of the repository's, while it reads or already while it is loaded. */
  const broken = (text: string, isLoaded: boolean): LazyCheck => ({
    name: "broken",
    summary: "",
    load: async () => {
      if (!isLoaded) throw new Error(`cannot load: ${text}`);
      return defineCheck({
        name: "broken",
        summary: "",
        version: "1.0.0",
        scope: "file",
        documents: new URL(import.meta.url),
        options: { defaults: {}, schema: () => Promise.reject(new Error("no section is read here")) },
        rules: [],
        // eslint-disable-next-line require-yield -- it never comes so far
        async *read() {
          throw new Error(`cannot read: ${text}`);
        },
      });
    },
  });
  it(`${crashes} of them`, async () => {
    for (let at = 0; at < crashes; at++) {
      const { secret, line } = await draw();
      for (const isLoaded of [true, false])
        for (const args of [["check"], ["check", "--verbose"], ["check", "--reporter", "json", "--verbose"]]) {
          const { status, out, err } = await inProcess(empty.root, args, {}, [broken(line, isLoaded), ...checks.filter(({ name }) => name === "secret-scan")]);
          expect(status).toBe(2);
          expect(out + err).toMatch(/cannot (?:read|load)/);
          expect(out + err, `${args.join(" ")}, ${isLoaded ? "read" : "loaded"}`).not.toContain(secret.slice(4, 16));
        }
    }
  }, 600_000);
  it("which nothing masks without secret-scan: the look can fail", async () => {
    const { secret, line } = kinds[0]?.() ?? { secret: "", line: "" };
    expect((await inProcess(empty.root, ["check"], {}, [broken(line, false)])).err).toContain(secret);
  });
});
