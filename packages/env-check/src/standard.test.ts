// The table of the standard library beside the interpreter of this machine.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { addedIn, always, removedIn } from "./data/standard-library.js";
import { isStandard } from "./standard.js";

test("holds what this machine's Python has, in its version", () => {
  const text = execFileSync("python3", ["-c", "import sys, json; print(json.dumps([sys.version_info[1], sorted(sys.stdlib_module_names)]))"], {
    encoding: "utf8",
  });
  const [minor, names] = JSON.parse(text) as [number, string[]];
  expect(names.filter((name) => !isStandard(name))).toEqual([]);
  const minorOf = (version: string): number => Number(version.replace("3.", ""));
  const isThere = (name: string): boolean =>
    always.has(name) ||
    (Object.hasOwn(addedIn, name) && minorOf(addedIn[name] ?? "") <= minor) ||
    (Object.hasOwn(removedIn, name) && minorOf(removedIn[name] ?? "") > minor);
  // `test` is there where it is installed, and named by no version.
  const all = [...always, ...Object.keys(addedIn), ...Object.keys(removedIn)].filter((name) => !name.startsWith("_") && name !== "test");
  const real = new Set(names);
  expect(all.filter((name) => isThere(name) !== real.has(name))).toEqual([]);
});

test("PEP 594's modules are gone with 3.13, distutils and asynchat with 3.12", () => {
  expect(removedIn).toMatchObject({ cgi: "3.13", telnetlib: "3.13", distutils: "3.12", asynchat: "3.12", imp: "3.12", binhex: "3.11" });
  expect(addedIn).toMatchObject({ tomllib: "3.11" });
});
