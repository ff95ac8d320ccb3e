// A value is looked for in a text many times.
import { expect, it } from "vitest";
import { randomFrom, sampleValue } from "../samples/sample.js";
import { isRepeated } from "./repeated.js";

it("says the same however often it is asked, in linear time", () => {
  const random = randomFrom(3);
  const values = Array.from({ length: 20_000 }, () => sampleValue(20, random));
  const text = values.map((value, at) => `${value}\n${at % 7 === 0 ? `${values[at >> 1]} ` : ""}`).join("");
  const twice = new Set(values.flatMap((_value, at) => (at % 7 === 0 ? [values[at >> 1]] : [])));
  const blob = { path: "a.md", text };
  const start = process.cpuUsage();
  expect(values.filter((value) => isRepeated(blob, value) !== twice.has(value))).toEqual([]);
  // One look through the text for each value would take minutes.
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(15);
});
