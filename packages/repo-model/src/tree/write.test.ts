// Writing: whole or not at all, nothing outside, nothing that changed meanwhile.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { repoPath } from "../text/index.js";
import { diskTree, writeFiles } from "./index.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "caio-write-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const bytes = (text: string): Uint8Array => Buffer.from(text);

describe("writeFiles", () => {
  it("keeps the mode, creates folders, removes", async () => {
    writeFileSync(join(root, "a.sh"), "old");
    chmodSync(join(root, "a.sh"), 0o750);
    writeFileSync(join(root, "gone"), "x");
    await writeFiles(root, [
      { path: repoPath("a.sh"), before: bytes("old"), after: bytes("new") },
      { path: repoPath("x/y/b"), before: undefined, after: bytes("b") },
      { path: repoPath("gone"), before: bytes("x"), after: undefined },
    ]);
    expect(readFileSync(join(root, "a.sh"), "utf8")).toBe("new");
    expect(statSync(join(root, "a.sh")).mode & 0o777).toBe(0o750);
    expect(readFileSync(join(root, "x/y/b"), "utf8")).toBe("b");
    expect(existsSync(join(root, "gone"))).toBe(false);
  });
  it("refuses what changed since it was read, and then changes nothing", async () => {
    writeFileSync(join(root, "a"), "1");
    writeFileSync(join(root, "b"), "2");
    const writing = writeFiles(root, [
      { path: repoPath("a"), before: bytes("1"), after: bytes("one") },
      { path: repoPath("b"), before: bytes("other"), after: bytes("two") },
    ]);
    await expect(writing).rejects.toMatchObject({ code: "FILE_CHANGED" });
    expect(readFileSync(join(root, "a"), "utf8")).toBe("1");
    expect(readdirSync(root)).toEqual(["a", "b"]);
  });
  it("writes through no link", async () => {
    const outside = mkdtempSync(join(tmpdir(), "caio-outside-"));
    symlinkSync(outside, join(root, "dir"));
    writeFileSync(join(outside, "f"), "out");
    symlinkSync(join(outside, "f"), join(root, "link"));
    await expect(writeFiles(root, [{ path: repoPath("dir/new"), before: undefined, after: bytes("x") }])).rejects.toMatchObject({ code: "WRITE_FAILED" });
    await expect(writeFiles(root, [{ path: repoPath("link"), before: bytes("out"), after: bytes("x") }])).rejects.toMatchObject({ code: "FILE_CHANGED" });
    expect(readdirSync(outside)).toEqual(["f"]);
    rmSync(outside, { recursive: true });
  });
  it("sweeps what a killed run left", async () => {
    const dead = spawn("true");
    await new Promise((resolve) => dead.on("close", resolve));
    writeFileSync(join(root, `.caio-tmp-${dead.pid}-0123456789ab`), "half");
    expect(await diskTree(root).list()).toEqual([]);
    await writeFiles(root, [{ path: repoPath("a"), before: undefined, after: bytes("a") }], diskTree(root));
    expect(readdirSync(root)).toEqual(["a"]);
  });
});

describe("diskTree", () => {
  it("reads regular files alone: no link, FIFO, folder loop or file outside", async () => {
    mkdirSync(join(root, "d"));
    writeFileSync(join(root, "d/a.txt"), "a");
    symlinkSync("..", join(root, "d/loop"));
    symlinkSync("/etc/hostname", join(root, "out"));
    execFileSync("mkfifo", [join(root, "pipe")]);
    const tree = diskTree(root);
    expect((await tree.list()).map(({ path, kind }) => `${path} ${kind}`)).toEqual(["d/a.txt file", "d/loop link", "out link"]);
    expect(await tree.bytes(repoPath("pipe"))).toBeUndefined();
    expect(await tree.text(repoPath("out"))).toBeUndefined();
    expect(await tree.text(repoPath("d/loop/d/a.txt"))).toBeUndefined();
    expect((await tree.text(repoPath("d/a.txt")))?.text).toBe("a");
  });
  it("names what it does not read", async () => {
    writeFileSync(join(root, "bin"), Buffer.from([1, 0, 2]));
    await expect(diskTree(root).text(repoPath("bin"))).rejects.toMatchObject({ code: "FILE_BINARY" });
  });
  it("heeds nested .gitignore files without git", async () => {
    mkdirSync(join(root, "s/t"), { recursive: true });
    writeFileSync(join(root, ".gitignore"), "*.log\n");
    writeFileSync(join(root, "s/.gitignore"), "!keep.log\nt/\n");
    for (const name of ["a.log", "s/keep.log", "s/t/x", "s/y"]) writeFileSync(join(root, name), "");
    const names = (await diskTree(root).list()).map(({ path }) => path);
    expect(names).toEqual([".gitignore", "s/.gitignore", "s/keep.log", "s/y"]);
  });
});
