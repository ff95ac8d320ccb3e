// The command line end to end, with a small check: exit codes, fixes, patches, scopes, configuration, bad input.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gitRepo, recordedIo, type GitRepo } from "@caio/git-fixture";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCheck, readText, type Check } from "../check/index.js";
import type { SourceText } from "../text/index.js";
import { runCommand, type CommandIo } from "./index.js";

const defaults = { word: "teh" };
/** Finds a word and puts another in its place. */
const demo: Check = defineCheck<SourceText, typeof defaults>({
  name: "doc-sync",
  summary: "finds typos",
  version: "1.2.3",
  scope: "file",
  documents: new URL(import.meta.url),
  options: { defaults, schema: async () => z.strictObject({ word: z.string().default("teh") }) },
  flags: { word: { summary: "what is misspelt", value: "WORD", option: "word", read: (value) => value.toLowerCase() } },
  commands: [
    {
      name: "greet",
      summary: "asks for a name",
      run: async ({ options, terminal }) => ({ kind: "text", text: `${options.word} ${(await terminal?.ask("name? ")) ?? "nobody"}\n` }),
    },
  ],
  rules: [
    {
      id: "typo",
      summary: "A word is misspelt.",
      severity: "error",
      *find(source, { word }) {
        for (let at = source.text.indexOf(word); at !== -1; at = source.text.indexOf(word, at + 1)) {
          const range = [at, at + word.length] as const;
          yield {
            message: `\`${word}\` is misspelt.`,
            at: source.at(range),
            fix: { kind: "safe", title: "spell it", edits: [{ path: source.path, range, text: "the" }] },
          };
        }
      },
    },
    {
      id: "shout",
      summary: "A line shouts.",
      severity: "warning",
      *find(source) {
        const at = source.text.indexOf("!!!");
        if (at !== -1) yield { message: "It shouts.", at: source.at([at, at + 3]) };
      },
    },
  ],
  async *read(context) {
    for (const { path, kind } of await context.files.list({ include: ["*.txt"] })) {
      if (kind !== "file" || context.ignores?.(path) === true) continue;
      const source = await readText(context, path);
      if (source !== undefined) yield source;
    }
  },
});

let repo: GitRepo;
beforeEach(() => {
  repo = gitRepo([{ write: { "a.txt": "teh cat\nclean\n", "b.txt": "fine\n" } }, { commit: "one" }]);
});
afterEach(() => repo.dispose());

const caio = (...argv: readonly string[]): ReturnType<typeof caioAt> => caioAt({}, ...argv);

async function caioAt(more: Pick<CommandIo, "terminal">, ...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { io, out, err } = recordedIo(repo.root);
  const code = await runCommand([demo], { argv, io: { ...io, ...more } });
  return { code, out: out(), err: err() };
}
const read = (path: string): string => readFileSync(join(repo.root, path), "utf8");
const write = (path: string, text: string): void => writeFileSync(join(repo.root, path), text);

describe("a run", () => {
  it("reports with a code frame, and exits 1 for an error, 0 when clean", async () => {
    const { code, out } = await caio();
    expect(code).toBe(1);
    expect(out).toContain("a.txt:1:1 error `teh` is misspelt. doc-sync/typo\n    1 │ teh cat\n      │ ^^^\n");
    write("a.txt", "the cat\n");
    expect(await caio("check")).toMatchObject({ code: 0, out: expect.stringContaining("nothing found") });
  });
  it("shows the patch with --diff, which git apply takes, and writes nothing", async () => {
    const { out } = await caio("--diff");
    expect(read("a.txt")).toBe("teh cat\nclean\n");
    execFileSync("git", ["apply"], { cwd: repo.root, input: out });
    expect(read("a.txt")).toBe("the cat\nclean\n");
  });
  it("leaves UTF-16 out of a patch and says so; --fix changes it in its own encoding", async () => {
    const wide = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");
    writeFileSync(join(repo.root, "w\u001b[31m.txt"), wide("teh\n"));
    const { out, err } = await caio("--diff");
    execFileSync("git", ["apply"], { cwd: repo.root, input: out });
    expect(err).toContain("w\\x1b[31m.txt is UTF-16");
    const fixed = await caio("--fix");
    expect(fixed.code).toBe(0);
    expect(fixed.err).not.toContain("\u001b");
    expect(readFileSync(join(repo.root, "w\u001b[31m.txt"))).toEqual(wide("the\n"));
  });
  it("--staged --fix still reports what it could not write, and a path that is not there is a fault of usage", async () => {
    write("a.txt", "clean\nteh dog\n");
    repo.git("add", "a.txt");
    write("a.txt", "clean\nteh dog\nmore\n");
    const { code, out, err } = await caio("--staged", "--fix");
    expect(code).toBe(2);
    expect(out).toContain("a.txt:2:1 error `teh` is misspelt.");
    expect(out).toContain("FILE_CHANGED");
    expect(err).not.toContain("Fixed");
    expect(read("a.txt")).toBe("clean\nteh dog\nmore\n");
    expect(await caio("--", "nope.txt")).toMatchObject({ code: 2, err: expect.stringContaining("`nope.txt`") });
    expect(await caio("--", "b.txt")).toMatchObject({ code: 0 });
  });
  it("fixes, keeps every other byte, and reports what is left", async () => {
    write("a.txt", "\ufeffteh\r\nx teh!!!\rlast");
    const { code, out } = await caio("--fix");
    expect(read("a.txt")).toBe("\ufeffthe\r\nx the!!!\rlast");
    expect(code).toBe(0);
    expect(out).toContain("1 warning");
    expect((await caio("--fix", "--max-warnings", "0")).code).toBe(1);
  });
  it("--staged judges the staged bytes on added lines alone, and fixes only a file that equals them", async () => {
    write("b.txt", "teh staged\n");
    repo.git("add", "b.txt");
    const staged = await caio("--staged", "--reporter", "json");
    expect(JSON.parse(staged.out).findings.map((one: { path: string }) => one.path)).toEqual(["b.txt"]);
    write("b.txt", "teh staged\nmore\n");
    const fix = await caio("--staged", "--fix");
    expect(fix).toMatchObject({ code: 2, out: expect.stringContaining("not staged") });
    expect(read("b.txt")).toBe("teh staged\nmore\n");
    expect(repo.git("show", ":b.txt")).toBe("teh staged");
  });
  it("--since keeps what was added since, untracked files too", async () => {
    repo.git("branch", "base");
    repo.apply({ write: { "c.txt": "teh c\n" } }, { commit: "two" });
    write("d.txt", "teh d\n");
    const { out } = await caio("--since", "base", "--reporter=json");
    expect(JSON.parse(out).findings.map((one: { path: string }) => one.path)).toEqual(["c.txt", "d.txt"]);
  });
  it("heeds paths, ignore, suppressions with reasons, and tells unused ones", async () => {
    expect((await caio("--", "b.txt")).code).toBe(0);
    write("a.txt", "# caio-ignore doc-sync/typo: a quotation\nteh cat\n# caio-ignore doc-sync/shout: gone\n");
    const { code, out } = await caio();
    expect(code).toBe(0);
    expect(out).toContain("caio/unused-suppression");
    write("a.txt", "# caio-ignore doc-sync/typo\nteh cat\n");
    expect(await caio()).toMatchObject({ code: 1, out: expect.stringContaining("caio/suppression-without-reason") });
    write("caio.yaml", "ignore: [a.txt]\n");
    expect((await caio()).code).toBe(0);
    write("caio.yaml", "suppress:\n  - { rule: doc-sync/typo, path: a.txt, reason: history }\n");
    expect((await caio()).code).toBe(0);
  });
  it("accepts a baseline and fails on what is new", async () => {
    expect((await caio("baseline", "write")).code).toBe(0);
    expect((await caio()).code).toBe(0);
    write("a.txt", "moved\n\nteh cat\n");
    expect((await caio()).code).toBe(0);
    write("a.txt", "teh cat\nteh dog\n");
    expect((await caio()).code).toBe(1);
  });
  it("leaves .git as it was", async () => {
    const state = (): string => execFileSync("sh", ["-c", "find .git -type f | sort | xargs sha256sum"], { cwd: repo.root, encoding: "utf8" });
    const before = state();
    await caio("--staged");
    await caio("--since", "HEAD");
    await caio("--fix");
    expect(state()).toBe(before);
  });
});

describe("configuration", () => {
  it("names the place of a fault and the nearest key", async () => {
    for (const [text, place, hint] of [
      ["doc-sync:\n  wrod: x\n", "caio.yaml:2:3", "word"],
      ["doc-snyc: {}\n", "caio.yaml:1:1", "doc-sync"],
      ["doc-sync:\n  rules: { typos: off }\n", "caio.yaml:2:12", "typo"],
      ["doc-sync:\n  word: 3\n", "caio.yaml:2:9", ""],
      ["ignore: [a\n", "caio.yaml:", ""],
    ] as const) {
      write("caio.yaml", text);
      const { code, err } = await caio();
      expect(code, text).toBe(2);
      expect(err, text).toContain(place);
      expect(err, text).toContain(hint);
    }
    write("caio.yaml", "doc-sync: { word: cat }\n");
    write("caio.json", "{}");
    expect(await caio()).toMatchObject({ code: 2, err: expect.stringContaining("CONFIG_AMBIGUOUS") });
  });
  it("is read from TOML, JSON and package.json as well; overrides hold for their files", async () => {
    write("caio.toml", '[doc-sync]\nword = "fine"\n');
    expect((await caio()).out).toContain("b.txt:1:1");
    rmSync(join(repo.root, "caio.toml"));
    write("package.json", '{"caio": {"doc-sync": {"overrides": [{"files": ["a.txt"], "rules": {"typo": "off"}}]}}}');
    expect((await caio()).code).toBe(0);
  });
});

describe("bad input", () => {
  it("is told in one line with what to do, and exits 2", async () => {
    for (const [argv, text] of [
      [["--fxi"], "Did you mean `--fix`?"],
      [["chekc"], "Did you mean `check`?"],
      [["--since", "nope"], "REF_NOT_FOUND"],
      [["--reporter", "xml"], "no reporter `xml`"],
      [["--root", "nowhere"], "no folder"],
      [["--max-warnings", "x"], "not a number"],
      [["--shard", "3/2"], "--shard"],
      [["explain", "tpyo"], "Did you mean `typo`?"],
      [["--baseline", "none"], "does not exist"],
    ] as const) {
      const { code, err } = await caio(...argv);
      expect(code, argv.join(" ")).toBe(2);
      expect(err, argv.join(" ")).toContain(text);
    }
  });
  it("binary files are skipped and counted; no git and no files are clean", async () => {
    writeFileSync(join(repo.root, "x.txt"), Buffer.from([0, 1]));
    expect((await caio("--", "x.txt")).out).toContain("1 skipped");
    rmSync(join(repo.root, ".git"), { recursive: true });
    expect((await caio()).code).toBe(1);
    expect((await caio("--staged")).err).toContain("NOT_A_REPOSITORY");
  });
});

describe("a check's own flag", () => {
  it("overrides an option for one run, for the check's commands too, wherever it stands", async () => {
    expect(await caio("--word", "FINE")).toMatchObject({ code: 1, out: expect.stringContaining("b.txt:1:1") });
    expect((await caio("check", "--word=fine", "doc-sync")).out).not.toContain("a.txt");
    expect(await caio("greet", "--word", "Hello")).toMatchObject({ code: 0, out: "hello nobody\n" });
    expect(await caio("rules", "--word", "fine")).toMatchObject({ code: 0 });
    writeFileSync(join(repo.root, "caio.yaml"), "doc-sync: { word: cat }\n");
    expect((await caio("--word", "clean")).out).toContain("a.txt:2:1");
  });

  it("stands in the check's help, and a typo of it is told", async () => {
    expect((await caio("--wrod", "x")).err).toContain("Did you mean `--word`?");
    expect((await caio("--word")).err).toContain("`--word` needs a value: `--word WORD`.");
    expect((await caio("--help")).out).toContain("--word WORD");
    expect((await caio("baseline", "--help")).out).toMatch(/baseline write .*\n.*baseline prune /);
  });

  it("a command asks the person at the terminal, and goes on without one", async () => {
    const asked: string[] = [];
    const terminal = {
      ask: async (question: string) => {
        asked.push(question);
        return "Ann";
      },
    };
    expect((await caioAt({ terminal }, "greet")).out).toBe("teh Ann\n");
    expect(asked).toEqual(["name? "]);
  });
});

describe("the baseline of two branches", () => {
  it("merges without conflict, by an attribute that `baseline write` adds once", async () => {
    const accept = async (branch: string, path: string): Promise<void> => {
      repo.git("checkout", "-q", "-b", branch, "main");
      writeFileSync(join(repo.root, path), "teh dog\n");
      await caio("baseline", "write");
      repo.apply({ commit: branch });
    };
    await accept("first", "c.txt");
    await accept("second", "d.txt");
    repo.git("merge", "-q", "--no-edit", "first");
    expect(readFileSync(join(repo.root, ".caio/.gitattributes"), "utf8")).toBe("baseline merge=union\n");
    expect(readFileSync(join(repo.root, ".caio/baseline"), "utf8").match(/ [a-d]\.txt$/gm)).toHaveLength(3);
    expect(await caio()).toMatchObject({ code: 0 });
    writeFileSync(join(repo.root, ".caio/.gitattributes"), "allow merge=union");
    await caio("baseline", "write");
    expect(readFileSync(join(repo.root, ".caio/.gitattributes"), "utf8")).toBe("allow merge=union\nbaseline merge=union\n");
  });
});

describe("words", () => {
  it("version, help, rules, why and config answer", async () => {
    expect((await caio("--version")).out).toBe("1.2.3\n");
    expect((await caio("--help")).out).toContain("Usage: caio-doc-sync");
    expect((await caio("rules")).out).toContain("doc-sync/typo");
    expect((await caio("why", "a.txt")).out).toContain("is tracked");
    expect((await caio("config")).out).toContain('word: "teh"');
  });
});
