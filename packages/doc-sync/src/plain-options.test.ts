// What is read without the schema is what the schema reads; what it refuses is never taken.
import { sectionsOf } from "@caio/testing";
import { expect, it } from "vitest";
import { schema } from "./options.js";
import { plainOptions } from "./plain-options.js";

const values: readonly unknown[] = [
  ["docs/**"],
  ["a", "!b"],
  [],
  [""],
  [1],
  [null],
  [[]],
  [{}],
  { a: "done" },
  { a: "gone" },
  { files: [], sections: ["Log"] },
  { 0: "a", length: 1 },
  "auto",
  "mkdocs",
  "hugo",
  "",
  true,
  false,
  "true",
  0,
  null,
  {},
];
const keys = [...Object.keys(schema.parse({})), "unknown", "constructor", "__proto__", ""];

it("agrees with the schema on every option with every kind of value, alone and in pairs", () => {
  let [plain, refused] = [0, 0];
  for (const section of sectionsOf(keys, values, (one) => plainOptions(one) !== undefined)) {
    const read = plainOptions(section);
    const judged = schema.safeParse(section);
    if (!judged.success) refused++;
    if (read === undefined) continue;
    plain++;
    expect([section, judged.success && judged.data]).toEqual([section, read]);
  }
  expect(plain).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(1000);
});
