// Late compilation ends by itself: where much is read, and after a while.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { repoPath, type RepoPath } from "../text/index.js";
import { memoryTree } from "../tree/index.js";
import { compileLate, untilMuchIsRead } from "./compile-late.js";

const set = vi.hoisted(() => vi.fn<(flag: string) => void>());
vi.mock("node:v8", () => ({ setFlagsFromString: set }));
beforeEach(() => {
  vi.useFakeTimers();
  set.mockClear();
});
afterEach(() => void vi.useRealTimers());

const names = (): string[] => set.mock.calls.map(([flag]) => flag.replace(/^--(?:no-)?/, "").replace(/=.*/, ""));

test("each flag that a run sets gets V8's own value again, and no other does", () => {
  expect(compileLate()).toBe(true);
  const late = names();
  const values = set.mock.calls.map(([flag]) => flag);
  set.mockClear();
  vi.advanceTimersByTime(3000);
  expect(names()).toStrictEqual(late);
  expect(set.mock.calls.map(([flag]) => flag).filter((flag) => values.includes(flag))).toStrictEqual([]);
});

test("a tree sets them before what makes it much is judged, and once", async () => {
  const half = "x".repeat(20 * 1024 * 1024);
  const tree = untilMuchIsRead(memoryTree({ "a.txt": half, "b.txt": half, "c.txt": half }));
  const [a, b, c] = ["a.txt", "b.txt", "c.txt"].map((path) => repoPath(path)) as [RepoPath, RepoPath, RepoPath];
  await tree.text(a);
  expect(set).not.toHaveBeenCalled();
  expect((await tree.bytes(b))?.length).toBe(half.length);
  const count = set.mock.calls.length;
  expect(count).toBeGreaterThan(0);
  await tree.bytes(c);
  expect(set).toHaveBeenCalledTimes(count);
});
