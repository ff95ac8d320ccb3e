// Sections: what is found, refused and written, and that nothing else in a file changes.
import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, isRepoError, repoPath, sourceText, type Edit } from "../text/index.js";
import { findSections, sectionHash, sectionState, writeSection, type WriteOptions } from "./index.js";

const md = repoPath("docs/a.md");
const yaml = repoPath("a.yaml");

function write(text: string | undefined, content: string, options?: WriteOptions, path = md): string {
  const { edits } = writeSection(text === undefined ? undefined : sourceText(path, text), path, "env-check/doc", content, options);
  let result = text ?? "";
  for (const edit of edits as readonly Edit[]) {
    if ("create" in edit) result = edit.create;
    else if ("range" in edit) result = applyEdits(result, [edit]);
  }
  return result;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isRepoError(error)) return error.code;
    throw error;
  }
  return "none";
}

describe("writing", () => {
  test("a new file, with a title", () => {
    const text = write(undefined, "Hello\n", { before: "# Set-up" });
    expect(text).toBe(`# Set-up\n\n<!-- caio:begin env-check/doc sha256=${sectionHash("Hello")} -->\n\nHello\n\n<!-- caio:end env-check/doc -->\n`);
    expect(write(text, "Hello")).toBe(text);
  });
  test("the end of a file, its line ends kept", () => {
    expect(write("# T\r\ntext", "a\nb")).toBe(
      `# T\r\ntext\r\n\r\n<!-- caio:begin env-check/doc sha256=${sectionHash("a\nb")} -->\r\n\r\na\r\nb\r\n\r\n<!-- caio:end env-check/doc -->\r\n`,
    );
  });
  test("behind a line", () => {
    expect(write("# T\ntext\n", "a", { insertAfter: 0 })).toBe(
      `# T\n\n<!-- caio:begin env-check/doc sha256=${sectionHash("a")} -->\n\na\n\n<!-- caio:end env-check/doc -->\n\ntext\n`,
    );
  });
  test("# comments, the indentation of the marker kept", () => {
    expect(write("a:\n  # caio:begin env-check/doc\n  # caio:end env-check/doc\nb: 1\n", "  x: 1", {}, yaml)).toBe(
      `a:\n  # caio:begin env-check/doc sha256=${sectionHash("  x: 1")}\n  x: 1\n  # caio:end env-check/doc\nb: 1\n`,
    );
  });
  test("stale content is replaced, and nothing around it", () => {
    const text = `before\n${write(undefined, "old")}after`;
    expect(write(text, "new")).toBe(`before\n${write(undefined, "new")}after`);
  });
  test("what a formatter adds around the content is no edit by hand", () => {
    const text = write(undefined, "old").replaceAll("\n\n", "\n\n\n");
    expect(write(text, "old")).toBe(text);
  });
});

describe("refusing", () => {
  const text = write(undefined, "old").replace("old", "mine");
  test("text that was edited by hand, without force", () => {
    expect(codeOf(() => write(text, "new"))).toBe("SECTION_EDITED");
    expect(write(text, "new", { force: true })).toBe(write(undefined, "new"));
  });
  test.each([
    ["an end alone", "<!-- caio:end env-check/doc -->\n"],
    ["a begin alone", "<!-- caio:begin env-check/doc -->\n"],
    ["a nested one", "<!-- caio:begin a/b -->\n<!-- caio:begin env-check/doc -->\n<!-- caio:end env-check/doc -->\n<!-- caio:end a/b -->\n"],
    ["a doubled one", "<!-- caio:begin a/b -->\n<!-- caio:end a/b -->\n<!-- caio:begin a/b -->\n<!-- caio:end a/b -->\n"],
    ["a malformed one", "<!-- caio:begin -->\n"],
    ["an unclosed fence above", "```\n"],
  ])("%s", (_name, broken) => expect(codeOf(() => write(broken, "new"))).toBe("SECTION_MARKERS"));
});

describe("finding", () => {
  test("markers in code are text", () => {
    expect(findSections("```\n<!-- caio:begin a/b -->\n```\nand `<!-- caio:begin a/b -->`\n", md)).toEqual({ sections: [], problems: [] });
  });
  test("states", () => {
    const text = write(undefined, "old");
    const [section] = findSections(text, md).sections;
    expect([sectionState(text, undefined, "x"), sectionState(text, section, "old"), sectionState(text, section, "new")]).toEqual([
      "missing",
      "current",
      "stale",
    ]);
  });
});

test("writing twice is writing once, and what stands outside is kept", () => {
  const line = constantFrom("text", "", "# h", "- a", "<!-- c -->", "  x", "> q", "| a |");
  const body = array(line, { maxLength: 6 });
  assert(
    property(body, body, body, constantFrom("\n", "\r\n"), (before, content, after, eol) => {
      const text = [...before, "", "<!-- caio:begin env-check/doc -->", "<!-- caio:end env-check/doc -->", "", ...after].join(eol);
      const once = write(text, content.join("\n"));
      expect(write(once, content.join("\n"))).toBe(once);
      expect(once.startsWith([...before, "", "<!-- caio:begin"].join(eol))).toBe(true);
      expect(once.endsWith(["caio:end env-check/doc -->", "", ...after].join(eol))).toBe(true);
    }),
  );
});
