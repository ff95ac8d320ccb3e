// Parts that are joined give, byte for byte, what the run unparted gives.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitRepo, recordedIo, type GitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCheck, readText, type Check, type CheckDefinition } from "../check/index.js";
import { RepoError, type SourceText } from "../text/index.js";
import { runCommand } from "./index.js";

/** Finds every `teh`; a file of file scope, a folder's worth of repository scope. */
function typos(name: string, scope: "file" | "repository", more: Partial<CheckDefinition<SourceText, object>> = {}): Check {
  return defineCheck<SourceText, object>({
    name,
    summary: "finds typos",
    version: "1.0.0",
    scope,
    documents: new URL(import.meta.url),
    options: { defaults: {}, schema: async () => z.strictObject({}) },
    rules: [
      {
        id: "typo",
        summary: "A word is misspelt.",
        severity: "error",
        *find(source) {
          for (const { index } of source.text.matchAll(/teh/g)) {
            const range = [index, index + 3] as const;
            yield {
              message: "`teh` is misspelt.",
              at: source.at(range),
              related: [{ message: "the file begins here", at: source.at([0, 0]) }],
              data: { word: "teh" },
              fix: { kind: "safe", title: "spell it", edits: [{ path: source.path, range, text: "the" }] },
            };
          }
        },
      },
    ],
    async *read(context) {
      for (const { path, kind } of await context.files.list({ include: ["*.txt", "*.bin"] })) {
        if (kind !== "file" || (scope === "file" && !context.scope.includes(path))) continue;
        const source = await readText(context, path);
        if (source?.text.includes("broken") === true)
          context.trouble(new RepoError("DATA_INVALID", "It is broken.", { at: source.at([0, 3]), hint: "Mend it." }));
        if (source !== undefined) yield source;
      }
      if (scope === "repository") context.notRun("half of it");
    },
    ...more,
  });
}
const checks = [typos("doc-sync", "repository"), typos("secret-scan", "file"), typos("hook-config", "file")];
const long = "x".repeat(9000);

let repo: GitRepo;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "caio-parts-"));
  repo = gitRepo([
    {
      write: {
        ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`d${index % 3}/f${index}.txt`, index % 2 === 0 ? `ok\nteh cat ${index}\n` : "fine\n"])),
        "marked.txt":
          "\ufeffteh start\r\n# caio-ignore secret-scan/typo: known\r\nteh\r\n# caio-ignore hook-config/typo: idle\r\n\r\nteh # caio-ignore doc-sync/typo\r\n",
        "long.txt": `${long}teh${long}\n\t日本 teh\n`,
        "twice.txt": "teh\nteh\nteh\n",
        "x.bin": Buffer.from([0, 1, 2]),
        "caio.yaml": 'suppress:\n  - { rule: secret-scan/typo, path: "d1/**", reason: r }\n  - { rule: doc-sync/typo, path: gone.txt, reason: idle }\n',
        ".caio/baseline": "",
      },
    },
    { commit: "all" },
  ]);
});
afterAll(() => {
  repo.dispose();
  rmSync(folder, { recursive: true });
});

async function caio(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { io, out, err } = recordedIo(repo.root);
  const code = await runCommand(checks, { argv, io, tool: { name: "@caio/cli", version: "1.0.0", bin: "caio" } });
  return { code, out: out(), err: err() };
}

async function parts(count: number, ...more: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (let index = 1; index <= count; index++) {
    const file = join(folder, `${count}-${index}.json`);
    expect(await caio("--shard", `${index}/${count}`, "--reporter", `blob=${file}`, ...more)).toMatchObject({ code: 0, err: "" });
    files.push(file);
  }
  return files;
}

const reporters = ["json", "text", "sarif", "github", "gitlab", "junit", "markdown"];

describe("merge-reports", () => {
  it("gives each report of the run unparted, for 1 to 16 parts in any order", async () => {
    const whole = new Map<string, unknown>();
    for (const reporter of reporters) whole.set(reporter, await caio("--reporter", reporter));
    expect(whole.get("text")).toMatchObject({ code: 1, out: expect.stringContaining("suppresses nothing") });
    expect(whole.get("text")).toMatchObject({ out: expect.stringContaining("gives no reason") });
    for (let count = 1; count <= 16; count++) {
      const files = (await parts(count)).toReversed();
      for (const reporter of reporters)
        expect(await caio("merge-reports", ...files, "--reporter", reporter), `${reporter} of ${count}`).toEqual(whole.get(reporter));
    }
  });

  it("keeps the limit of a verdict's annotations, and what is one", async () => {
    const gate = [typos("adr-gate", "repository", { isVerdict: true }), typos("secret-scan", "file")];
    const run = async (...argv: readonly string[]): Promise<string> => {
      const { io, out } = recordedIo(repo.root);
      await runCommand(gate, { argv, io, tool: { name: "@caio/cli", version: "1.0.0", bin: "caio" } });
      return out();
    };
    const whole = await run("--reporter", "github");
    expect(whole.match(/title=adr-gate\/typo/g)).toHaveLength(10);
    expect(whole).toMatch(/::notice title=adr-gate::and \d+ more/);
    const files = [1, 2, 3].map((index) => join(folder, `verdict-${index}.json`));
    for (const [index, file] of files.entries()) await run("--shard", `${index + 1}/3`, "--reporter", `blob=${file}`);
    expect(await run("merge-reports", ...files, "--reporter", "github")).toBe(whole);
    // A part of the verdict's check alone, joined by a program that was told of it by the part.
    const one = join(folder, "alone.json");
    await run("adr-gate", "--reporter", `blob=${one}`);
    expect(await run("merge-reports", one, "--reporter", "github")).toBe(await run("adr-gate", "--reporter", "github"));
  });

  it("applies the baseline and the limit of warnings, and troubles outrank findings", async () => {
    await caio("baseline", "write");
    const files = await parts(3);
    expect(await caio("merge-reports", ...files, "--reporter", "json")).toEqual(await caio("--reporter", "json"));
    expect((await caio("merge-reports", ...files)).code).toBe(0);
    writeFileSync(join(repo.root, "bad.txt"), "broken\n");
    const broken = await parts(4);
    expect(await caio("merge-reports", ...broken)).toEqual(await caio());
    expect((await caio("merge-reports", ...broken)).code).toBe(2);
    rmSync(join(repo.root, "bad.txt"));
    writeFileSync(join(repo.root, ".caio/baseline"), "");
    const fresh = await parts(2, "hook-config");
    expect(await caio("merge-reports", ...fresh)).toEqual(await caio("hook-config"));
  });

  it("joins parts by scope and by path, of whichever commit, as the run over all of them", async () => {
    const gated = [...checks, typos("adr-gate", "repository", { isVerdict: true })];
    const run = async (...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> => {
      const { io, out, err } = recordedIo(repo.root);
      const code = await runCommand(gated, { argv, io, tool: { name: "@caio/cli", version: "1.0.0", bin: "caio" } });
      return { code, out: out(), err: err() };
    };
    const part = async (name: string, ...argv: readonly string[]): Promise<string> => {
      const file = join(folder, `scoped-${name}.json`);
      expect(await run("--reporter", `blob=${file}`, ...argv)).toEqual({ code: 0, out: "", err: "" });
      return file;
    };
    const early = await part("d0", "--scope", "file", "--", "d0");
    repo.git("commit", "--quiet", "--allow-empty", "--message", "later");
    const files = [
      early,
      await part("d1", "--scope", "file", "--", "d1"),
      await part("rest", "--scope", "file", "--", ":!d0", ":!d1"),
      await part("repository", "--scope", "repository"),
      await part("change", "--scope", "change"),
    ];
    // What is unused is told by a run over everything alone.
    const whole = JSON.parse((await run("--reporter", "json")).out) as { findings: { rule: string }[]; summary: { warnings: number } };
    whole.findings = whole.findings.filter(({ rule }) => !rule.startsWith("caio/"));
    whole.summary.warnings = 0;
    expect(JSON.parse((await run("merge-reports", ...files, "--reporter", "json")).out)).toEqual(whole);
    expect(readFileSync(early, "utf8")).toContain('"commit": null');
    const paths = (text: string): string[] => (JSON.parse(text) as { read: string[] }).read;
    expect(paths(readFileSync(early, "utf8")).every((path) => path.startsWith("d0/"))).toBe(true);
    expect(paths(readFileSync(files[2] ?? "", "utf8")).some((path) => /^d[01]\//.test(path))).toBe(false);
  });

  it("refuses a scope that there is not, and one that no named check has", async () => {
    expect(await caio("--scope", "folder")).toMatchObject({ code: 2, err: expect.stringContaining("none of file, repository, change") });
    expect(await caio("secret-scan", "--scope", "change")).toMatchObject({ code: 2, err: expect.stringContaining("secret-scan: file") });
    expect(await caio("--", ":!gone")).toMatchObject({ code: 2, err: expect.stringContaining("no file or folder `gone`") });
  });

  it("refuses what is no whole run", async () => {
    const files = await parts(3);
    const [first = "", second = "", third = ""] = files;
    expect(await caio("merge-reports", first, third)).toMatchObject({ code: 2, err: expect.stringContaining("Shard 2 of 3 is missing") });
    expect(await caio("merge-reports", first, first, second, third)).toMatchObject({ code: 2, err: expect.stringContaining("are both shard 1 of 3") });
    expect(await caio("merge-reports", ...(await parts(2)), third)).toMatchObject({ code: 2, err: expect.stringContaining("another run") });
    expect(await caio("merge-reports", join(folder, "gone.json"))).toMatchObject({ code: 2, err: expect.stringContaining("cannot be read") });
    // A folder is no part, nor is what never ends.
    for (const other of [folder, "/dev/zero"])
      expect(await caio("merge-reports", other)).toMatchObject({ code: 2, err: expect.stringContaining("cannot be read") });
    expect(await caio("merge-reports")).toMatchObject({ code: 2 });
    writeFileSync(join(folder, "torn.json"), readFileSync(first, "utf8").slice(0, 900));
    expect(await caio("merge-reports", join(folder, "torn.json"))).toMatchObject({ code: 2, err: expect.stringContaining("is no part of a run") });
    for (const [from, to] of [
      ['"version": "1.0.0"', '"version": "0.9.0"'],
      [/"commit": "[0-9a-f]+"/, '"commit": "0000"'],
      ['"line": 2', '"line": "2"'],
    ] as const) {
      const text = readFileSync(second, "utf8").replace(from, to);
      if (text === readFileSync(second, "utf8")) continue;
      writeFileSync(join(folder, "odd.json"), text);
      expect(await caio("merge-reports", first, join(folder, "odd.json"), third)).toMatchObject({ code: 2 });
    }
  });
});
