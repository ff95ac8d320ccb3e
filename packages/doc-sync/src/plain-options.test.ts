// What is read without the schema is what the schema reads; what it refuses is never taken.
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
  const judge = (section: unknown): void => {
    const read = plainOptions(section);
    const judged = schema.safeParse(section);
    if (!judged.success) refused++;
    if (read === undefined) return;
    plain++;
    expect([section, judged.success && judged.data]).toEqual([section, read]);
  };
  const single = keys.flatMap((key) => values.map((value) => Object.fromEntries([[key, value]])));
  for (const section of [undefined, null, [], "", 1, {}, ...single]) judge(section);
  // Pairs of what is plain, and of each single with some of the others.
  const easy = single.filter((section) => plainOptions(section) !== undefined);
  for (const one of easy) for (const other of easy) judge({ ...one, ...other });
  for (const [index, one] of single.entries()) for (let step = 1; step <= 12; step++) judge({ ...one, ...single[(index * 31 + step * 97) % single.length] });
  expect(plain).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(1000);
});
