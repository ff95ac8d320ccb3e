// Texts: positions, edits, and bytes that come back as they were.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, decodeText, encodeText, escapeControls, fromBytes, inertLog, repoPath, sourceText, toBytes } from "./index.js";

describe("positions", () => {
  it("count lines at LF, CRLF and a lone CR, and leave a byte-order mark out of the columns", () => {
    const source = sourceText(repoPath("a"), "\ufeffab\r\ncd\re\nf");
    expect(source.lineStarts).toEqual([0, 5, 8, 10]);
    expect(source.position(1)).toEqual({ line: 1, column: 1 });
    expect(source.position(6)).toEqual({ line: 2, column: 2 });
    expect(source.at([8, 9]).start).toEqual({ line: 3, column: 1 });
    expect(source.lineRange(1)).toEqual([0, 3]);
    expect(source.lineRange(9)).toBeUndefined();
    expect(() => source.at([3, 99])).toThrow(RangeError);
  });
});

describe("bytes", () => {
  it("come back as they were, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(Buffer.from(toBytes(fromBytes(bytes)))).toEqual(Buffer.from(bytes));
        const { text, encoding } = decodeText(bytes);
        expect(Buffer.from(encodeText(text, encoding))).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 2000 },
    );
  });
  it("that are not UTF-8 are said to be so, an emoji is not", () => {
    expect(decodeText(Buffer.from("a 😀 b")).valid).toBe(true);
    expect(decodeText(Buffer.from([0x61, 0xff])).valid).toBe(false);
    expect(decodeText(Buffer.from([0xff, 0xfe, 0x61, 0])).text).toBe("\ufeffa");
  });
});

describe("edits", () => {
  it("splice in any order and refuse to overlap", () => {
    expect(
      applyEdits("abcdef", [
        { range: [4, 5], text: "X" },
        { range: [0, 1], text: "" },
      ]),
    ).toBe("bcdXf");
    expect(() =>
      applyEdits("abc", [
        { range: [0, 2], text: "" },
        { range: [1, 3], text: "" },
      ]),
    ).toThrow(/overlaps/);
    expect(() => applyEdits("abc", [{ range: [2, 9], text: "" }])).toThrow(/leaves/);
  });
});

describe("paths and names", () => {
  it("stay below the root", () => {
    for (const bad of ["", "/a", "a/../b", "a//b", "..", "a\0b", "./a"]) expect(() => repoPath(bad)).toThrow(/not a path/);
    expect(repoPath("a b/ü")).toBe("a b/ü");
  });
  it("lose what a terminal could obey", () => {
    expect(escapeControls("a\x1b[31m\n\u202eb\udcff😀")).toBe("a\\x1b[31m\\n\\u202eb\\xff😀");
  });
});

it("what a CI system obeys in a log is shown as an escape, and JSON says the same as before", () => {
  const log = "::stop-commands::x\n \t::error::y\na ::b:: c\nx ##[add-mask]s ##vso[task.setvariable variable=A]b ##TeamCity[x] # [a] ## [b] C::d\n";
  expect(inertLog(log)).toBe(
    "\\x3a:stop-commands::x\n \t\\x3a:error::y\na ::b:: c\nx \\x23#[add-mask]s \\x23#vso[task.setvariable variable=A]b \\x23#TeamCity[x] # [a] ## [b] C::d\n",
  );
  const json = JSON.stringify({ [log]: log });
  expect(inertLog(json, "data")).not.toMatch(/##(?:vso|teamcity)?\[/i);
  expect(JSON.parse(inertLog(json, "data"))).toEqual({ [log]: log });
});
