// Somebody else works on a file between any two of caio's calls of the disk: caio refuses and tells, or has done its work on what was there; nothing is lost.
// Planted faults seen to fail: `witnessTree` left out of open-run.ts (edits at ranges of an earlier text); `commit`'s look at the file left out of
// write.ts; `place` that removes what is in its way (a new file written over); `current` without its look at folders (a write outside).
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { folderDigest, gitRepo, type GitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hearingDisk } from "./disk-calls.js";
import { inProcess, type Answer } from "./in-process.js";
import { isFull } from "./program.js";

let origin: GitRepo;
let folder: string;
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "caio-races-"));
  origin = gitRepo([
    {
      write: {
        ".pre-commit-config.yaml": "repos:\n- repo: local\n  hooks:\n  - {id: t, name: t, entry: pytest tests, language: system, pass_filenames: false}\n",
        "docs/a.md": "# A\n\n[gone](gone.md) [b](B.md)\n<!-- caio:begin doc-sync/toc -->\n<!-- caio:end doc-sync/toc -->\n\n## B\n",
        "docs/b.md": "# B\n",
        "pyproject.toml": '[project]\nname = "x"\nversion = "1"\ndependencies = ["pytest>=8"]\n',
        "tests/test_a.py": "import pytest\n",
        ".caio/baseline": `${"0".repeat(32)} doc-sync/broken-link docs/old.md\n`,
        "settled/allow-me.py": `password = "${"q7Rk".repeat(2)}Zt4vWx9m"\n`,
      },
    },
    { commit: "one" },
  ]);
}, 240_000);
afterAll(() => {
  origin.dispose();
  rmSync(folder, { recursive: true, force: true });
});

function copy(): string {
  const at = join(folder, `copy-${count++}`);
  cpSync(origin.root, at, { recursive: true });
  return at;
}

const textOf = (path: string): string | undefined => (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, "latin1") : undefined);

/** The lines of `.caio/allow` are salted anew in each run. */
const withoutSalt = (text: string | undefined): string | undefined => text?.replace(/(allow-me\.py) [0-9a-f]+ [0-9a-f]+/g, "$1");

/** What somebody does to a file, false where there is nothing to be done yet; `outside` lies outside of the repository and has the same bytes. */
const works: Readonly<Record<string, (file: string, text: string, outside: string) => boolean>> = {
  // In place, and before what a fix would change: ranges of an earlier reading would be wrong.
  change: (file, text) => {
    if (!existsSync(dirname(file))) return false;
    writeFileSync(file, `${text}${textOf(file) ?? ""}`, "latin1");
    return true;
  },
  // As an editor does that writes a new file and renames it.
  replace: (file, text) => {
    if (!existsSync(dirname(file))) return false;
    writeFileSync(`${file}.new`, `${text}${textOf(file) ?? ""}`, "latin1");
    renameSync(`${file}.new`, file);
    return true;
  },
  remove: (file) => {
    rmSync(file, { force: true });
    return true;
  },
  mode: (file) => {
    if (!existsSync(file)) return false;
    chmodSync(file, 0o755);
    return true;
  },
  link: (file, _text, outside) => {
    if (!existsSync(dirname(file))) return false;
    rmSync(file, { force: true });
    symlinkSync(outside, file);
    return true;
  },
  folder: (file, _text, outside) => {
    if (existsSync(dirname(file))) renameSync(dirname(file), `${dirname(file)}-moved`);
    symlinkSync(dirname(outside), dirname(file));
    return true;
  },
};

interface Written {
  readonly name: string;
  readonly args: readonly string[];
  /** The file that the command writes. */
  readonly file: string;
  /** What somebody puts before the file's text, in the format's own form of a comment. */
  readonly text: string;
}

const commands: readonly Written[] = [
  { name: "--fix", args: ["check", "--fix"], file: "docs/a.md", text: "somebody's line\n\n" },
  { name: "baseline write", args: ["baseline", "write"], file: ".caio/baseline", text: "# somebody's line\n" },
  { name: "baseline prune", args: ["baseline", "prune"], file: ".caio/baseline", text: "# somebody's line\n" },
  { name: "doc-sync write", args: ["doc-sync", "write"], file: "docs/a.md", text: "somebody's line\n\n" },
  { name: "env-check doc, a new file", args: ["env-check", "doc"], file: "docs/operations/LOCAL_VALIDATION_SETUP.md", text: "somebody's line\n\n" },
  {
    name: "triage, a new file in a new folder",
    args: ["secret-scan", "triage", "settled/allow-me.py", "--label", "test-data", "--reason", "a test"],
    file: ".caio/allow",
    text: "# somebody's line\n",
  },
];

describe.each(commands)("$name", ({ args, file, text }) => {
  let steps: readonly string[];
  let before: string | undefined;
  let after: string | undefined;
  /** What the command makes of the file with somebody's line in it. */
  let fixedAfterChange: string | undefined;

  /** Runs the command; `hear` is called before each of its calls of the disk that concerns the file, its folder or a temporary beside it. */
  const run = (root: string, hear: (call: string) => void): Promise<Answer> => {
    const [target, above] = [join(root, file), dirname(join(root, file))];
    return hearingDisk(
      (path) => path === target || path === above || path.startsWith(`${above}/.caio-tmp-`),
      hear,
      () => inProcess(root, args),
    );
  };

  beforeAll(async () => {
    before = textOf(join(origin.root, file));
    const [plain, changed] = [copy(), copy()];
    const heard: string[] = [];
    const ran = await run(plain, (call) => heard.push(call));
    expect(ran.status, ran.err).toBeLessThan(2);
    steps = heard;
    after = textOf(join(plain, file));
    mkdirSync(dirname(join(changed, file)), { recursive: true });
    writeFileSync(join(changed, file), `${text}${before ?? ""}`, "latin1");
    await inProcess(changed, args);
    fixedAfterChange = textOf(join(changed, file));
  }, 120_000);

  /** The moments: each of caio's calls, but for those of the same instant as the last look at the file. */
  const moments = (): readonly number[] => {
    const all = steps.flatMap((step, at) => (["renameSync", "unlinkSync", "chmodSync"].includes(step) ? [] : [at + 1]));
    return isFull ? all : all.filter((_, at) => at % 8 === count % 8 || at >= all.length - 5);
  };

  /** Runs with somebody's work at each moment. */
  async function at(work: string, look: (root: string, status: number, told: string) => void): Promise<void> {
    for (const moment of moments()) {
      const root = copy();
      const outside = join(folder, `outside-${count}`, "of-it");
      mkdirSync(dirname(outside), { recursive: true });
      writeFileSync(outside, before ?? "outside", "latin1");
      // A new file is none outside either: it could be made there.
      if (before !== undefined) writeFileSync(join(dirname(outside), basename(file)), before, "latin1");
      const digest = folderDigest(dirname(outside));
      let step = 0;
      let isDone = false;
      const { status, out, err } = await run(root, () => {
        if (++step === moment) isDone = works[work]?.(join(root, file), text, outside) === true;
      });
      const where = `${work} before step ${moment} of ${steps.length}, ${steps[moment - 1]}: exit ${status} ${err}${out}`;
      expect(folderDigest(dirname(outside)), where).toBe(digest);
      expect([0, 1, 2], where).toContain(status);
      // Where the new file is one that the command cannot read at all, it says so.
      if (status === 2)
        expect(err, where).toMatch(
          /was changed since|is not a regular file|no longer a folder|is not a folder|is there already|is not of the form|cannot be written: (?:ENOENT|EEXIST)/,
        );
      const left = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.includes(".caio-tmp-") && !name.includes("-moved/"));
      expect(left, where).toEqual([]);
      if (isDone) look(root, status, where);
      rmSync(root, { recursive: true, force: true });
      rmSync(dirname(outside), { recursive: true, force: true });
    }
  }

  it("is told in steps, and writes", () => {
    expect(after).not.toBe(before);
    expect(steps.length).toBeGreaterThan(4);
  });
  it.each(["change", "replace"])(
    "%s: the line stays, with the work done on it or refused",
    async (work) => {
      await at(work, (root, status, where) => {
        const now = withoutSalt(textOf(join(root, file)));
        // Refused, done on the new text, or done before somebody came.
        const allowed = [...(status === 2 ? [`${text}${before ?? ""}`] : []), withoutSalt(fixedAfterChange), `${text}${withoutSalt(after) ?? ""}`];
        expect(allowed.includes(now), `${where}\n${now}`).toBe(true);
      });
    },
    600_000,
  );
  it("remove: what is removed does not come back", async () => {
    await at("remove", (root, status, where) => {
      if (before !== undefined) expect(existsSync(join(root, file)) && status === 2, where).toBe(false);
      else if (status === 2) expect(existsSync(join(root, file)), where).toBe(false);
    });
  }, 600_000);
  it("mode: it stays as somebody set it", async () => {
    await at("mode", (root, _status, where) => {
      const stat = lstatSync(join(root, file), { throwIfNoEntry: false });
      if (before !== undefined) expect((stat?.mode ?? 0) & 0o777, where).toBe(0o755);
    });
  }, 600_000);
  it("link: nothing is written through it", async () => {
    await at("link", (root, _status, where) => {
      expect(lstatSync(join(root, file)).isSymbolicLink(), where).toBe(true);
    });
  }, 600_000);
  it("a folder that becomes a link: nothing is written below it", async () => {
    await at("folder", (root, _status, where) => {
      expect(lstatSync(join(root, dirname(file))).isSymbolicLink(), where).toBe(true);
    });
  }, 600_000);
});
