// Medians and verdicts, and that what is measured is what a process costs.
import { expect, it } from "vitest";
import { measure } from "./measure.js";
import { median, table, verdict } from "./statistics.js";

const of = (name: string, ...walls: readonly number[]) => ({ name, samples: walls.map((wall) => ({ wall, cpu: wall / 2, memory: 2 ** 20, status: 0 })) });

it("a median is the middle value, or the mean of the two in the middle", () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([5]), median([])]).toEqual([2, 2.5, 5, NaN]);
});
it("a goal is met or missed by the median, not by an outlier", () => {
  const all = [of("caio", 0.2, 0.24, 9), of("node", 0.2, 0.2, 0.2)];
  expect(verdict(all, { times: 1.25, of: "node" })).toEqual({ isMet: true, text: "goal: at most 1.25× of node; 1.20×: met" });
  expect(verdict(all, { times: 1.1, of: "node" }).isMet).toBe(false);
  expect(verdict(all, { seconds: 0.2 })).toEqual({ isMet: false, text: "goal: at most 0.2 s; 0.24 s: missed" });
  expect(verdict(all, { times: 2, of: "nobody" }).isMet).toBe(false);
  expect(verdict(all, { megabytes: 1 })).toEqual({ isMet: false, text: "goal: at most 1 MB; 1.05 MB: missed" });
  expect(verdict(all, { megabytes: 2 }).isMet).toBe(true);
});
it("the table shows medians and the ratio to each peer", () => {
  expect(
    table([of("caio", 0.2), of("node", 0.1)])
      .split("\n")
      .at(-1),
  ).toMatch(/^ {2}node\s+100 ms\s+100 ms – 100 ms\s+50\.0 ms\s+1\.0 MiB\s+2\.00×\s+2\.00×$/);
});
it("wall, CPU and memory are the child's own; one that fails is no result", () => {
  const node = (name: string, script: string) => ({ name, argv: [process.execPath, "-e", script] as const, cwd: "/" });
  const sleep = node("sleep", "setTimeout(() => {}, 600)");
  const work = node("work", "const end = process.cpuUsage().user + 6e5; while (process.cpuUsage().user < end);");
  const hold = node("hold", "globalThis.held = Buffer.alloc(300 * 2 ** 20, 1)");
  const [asleep, busy, big] = measure([sleep, work, hold], 1).map(({ samples }) => samples[0]);
  expect(asleep?.wall).toBeGreaterThan(0.6);
  expect(busy?.cpu).toBeGreaterThan(0.6);
  expect(busy?.cpu).toBeGreaterThan((asleep?.cpu ?? Infinity) + 0.3);
  expect(big?.memory).toBeGreaterThan((asleep?.memory ?? Infinity) + 290 * 2 ** 20);
  expect(() => measure([node("bad", "process.exit(3)")], 1)).toThrow("bad ended with 3 instead of 0.");
});
