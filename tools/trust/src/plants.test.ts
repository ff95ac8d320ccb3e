// The faults that `npm run trust:plants` plants still have their places: each text stands once in its file, and each suite is there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { plants } from "../plants.mjs";

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

describe.each(plants.map((plant) => ({ name: `${plant.suite}: ${plant.fault}`, plant })))("$name", ({ plant }) => {
  it("has its place", () => {
    expect(existsSync(at(`tools/trust/src/${plant.suite}.test.ts`))).toBe(true);
    for (const [file, from] of plant.edits) expect(readFileSync(at(file), "utf8").split(from).length - 1, `${file}: ${from}`).toBe(1);
  });
});

it("every suite has a plant, there or as a test of its own", () => {
  const own = ["audit", "fuzz", "plants", "repositories", "soak", "supply-chain"];
  const suites = readdirSync(at("tools/trust/src")).flatMap((name) => (name.endsWith(".test.ts") ? [name.slice(0, -".test.ts".length)] : []));
  expect(suites.filter((suite) => !own.includes(suite) && !plants.some((plant) => plant.suite === suite))).toEqual([]);
});
