// A disk that is really full, by the page, and folders that really take no writes: every file whole, the reason told, and the next run, with room, ends the work.
// (Each single step that fails, with what a full disk says: interrupted-writes.test.ts.)
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gitRepo, outsideCi, type GitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bin, caio, isFull } from "./program.js";
import { expectWhole, filesOf, unfinished, type Files } from "./whole-files.js";

const smallDisk = fileURLToPath(new URL("../preload/small-disk.sh", import.meta.url));
/** A namespace in which a file system can be mounted, of one's own or of root's; undefined where there is none. */
const [namespace, ...inNamespace] =
  [
    ["unshare", "--mount", "--user", "--map-root-user"],
    ["sudo", "-n", "unshare", "--mount"],
  ].find(([program = "", ...args]) => spawnSync(program, [...args, "mount", "-t", "tmpfs", "none", tmpdir()]).status === 0) ?? [];
/** A tmpfs gives out pages of this many KiB. */
const page = 4;

let origin: GitRepo;
let folder: string;
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "caio-full-disk-"));
  origin = gitRepo([...unfinished]);
  // Some pages long, so that the disk is full in the midst of a file too.
  writeFileSync(join(origin.root, "docs/a.md"), `${readFileSync(join(origin.root, "docs/a.md"), "utf8")}\n${"Much text.\n".repeat(2500)}`);
  mkdirSync(join(origin.root, "docs/operations"));
}, 240_000);
afterAll(() => {
  origin.dispose();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly status: number;
  readonly told: string;
  readonly files: Files;
  readonly again: Files;
  readonly statusAgain: number;
}

/** Runs caio on a disk with `free` KiB left, or whose folder `readonly` takes no writes, and then once more without the fault. */
function onSmallDisk(args: readonly string[], free: number | "all", readonly = ""): Ran {
  const out = join(folder, `out-${count++}`);
  const disk = join(folder, "disk");
  mkdirSync(out);
  mkdirSync(disk, { recursive: true });
  const ran = spawnSync(namespace ?? "", [...inNamespace, "sh", smallDisk, origin.root, disk, out, String(free), readonly, process.execPath, bin, ...args], {
    env: { ...outsideCi(), NO_COLOR: "1" },
    encoding: "utf8",
    timeout: 120_000,
  });
  expect(ran.status, ran.stderr).toBe(0);
  const text = (name: string): string => readFileSync(join(out, name), "utf8");
  const result = {
    status: Number(text("status")),
    told: text("told"),
    files: filesOf(join(out, "files")),
    again: filesOf(join(out, "again")),
    statusAgain: Number(text("status-again")),
  };
  rmSync(out, { recursive: true });
  return result;
}

describe.skipIf(namespace === undefined).each(
  [
    { args: ["check", "--fix"], folders: ["docs"] },
    { args: ["baseline", "write"], folders: [".caio"] },
    { args: ["env-check", "doc"], folders: ["docs/operations"] },
    { args: ["doc-sync", "write"], folders: ["docs"] },
  ].map(({ args, folders }) => ({ name: args.join(" "), args, folders })),
)("$name", ({ args, folders }) => {
  let before: Files;
  let after: Files;
  beforeAll(() => {
    before = filesOf(origin.root);
    const root = join(folder, `copy-${count++}`);
    cpSync(origin.root, root, { recursive: true });
    const ran = caio(root, args);
    expect(ran.status, ran.stderr).toBeLessThan(2);
    after = filesOf(root);
    expect(after).not.toEqual(before);
  });

  it("a full disk, from no page to as many as it needs", () => {
    const steps: string[] = [];
    for (let pages = 0; ; pages += isFull ? 1 : 4) {
      const { status, told, files, again, statusAgain } = onSmallDisk(args, pages * page);
      steps.push(`${pages}:${status}`);
      expect(expectWhole(files, before, after), `${pages} pages left a temporary`).toBe(0);
      expect(statusAgain, `${pages} pages, the next run`).toBeLessThan(2);
      expect(again).toEqual(after);
      if (status < 2) {
        expect(files).toEqual(after);
        break;
      }
      expect(told, `${pages} pages`).toMatch(/cannot be written: ENOSPC/);
      expect(pages).toBeLessThan(60);
    }
    // With no page at all it cannot have been done.
    expect(steps[0]).toBe("0:2");
    if (isFull) console.log(`${args.join(" ")}: exit code by free pages ${steps.join(" ")}`);
  }, 600_000);
  it.each(folders)(
    "a folder that takes no writes: %s",
    (readonly) => {
      const { status, told, files, again } = onSmallDisk(args, "all", readonly);
      expect(status, told).toBe(2);
      expect(told).toMatch(/cannot be written: EROFS/);
      expect(expectWhole(files, before, after)).toBe(0);
      expect(again).toEqual(after);
    },
    120_000,
  );
});
