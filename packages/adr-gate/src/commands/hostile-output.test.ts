// Whatever the change says: nothing of it is a workflow command, Markdown, HTML or a control character in any output.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { runCommand } from "@caio/repo-model/command";
import { gitRepo, recordedIo, type GitRepo } from "@caio/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adrGate } from "../index.js";

type Tree = ReturnType<typeof fromMarkdown>;
type Node = Tree | Tree["children"][number];

const hostile = [
  "x\n::error::planted",
  "x\r::set-env name=A::planted",
  "x%0A::warning::planted",
  "##[error]planted",
  "\u001b[2J\u001b]8;;https://evil.example\u0007planted",
  "\u202eplanted",
  "`<img src=x onerror=planted>`",
  "<!-- caio:adr-gate --> @team",
  "<script>planted",
  "](planted) [planted](planted)",
  "![planted](planted)",
  "| planted | planted |",
  "\n\n# planted\n\n- [x] planted",
  "```planted",
  "<!-- caio:end adr-gate/index -->",
  "https://planted.example www.planted.example planted@planted.example",
];
/** What a file's name can hold. */
const nameOf = (text: string): string => text.replaceAll("/", "_");
const recordOf = (text: string, status: string): string =>
  `# ${text.replace(/\s+/g, " ")}\n\nDate: 2020-01-02\n\n## Status\n\n${status} ${text.replace(/\s+/g, " ")}\n`;

const folder = mkdtempSync(join(tmpdir(), "caio-hostile-"));
let repo: GitRepo;
beforeAll(() => {
  const number = (index: number): string => String(index + 10).padStart(4, "0");
  const records: Record<string, string> = Object.fromEntries(
    hostile.map((text, index) => [`docs/adr/${number(index)}-${nameOf(text)}.md`, recordOf(text, index % 2 === 0 ? "Accepted" : "Proposed")]),
  );
  for (const index of hostile.keys()) records[`docs/adr/${number(index)}-twin.md`] = "# Twin\n";
  repo = gitRepo([
    {
      write: {
        "caio.yaml": 'adr-gate:\n  require: all\n  guardrails: [{ id: g, paths: ["configs/**"], why: "see https://planted.example <b>" }]\n',
        ...records,
      },
    },
    { commit: "base" },
    { git: ["switch", "--quiet", "--create", "change"] },
    { write: Object.fromEntries(hostile.map((text) => [`configs/${nameOf(text)}`, "x\n"])) },
    { commit: `change\n\n${hostile.join(" ").replace(/\s+/g, " ")}\n\nADR: ADR-0099 ${hostile.join(" ").replace(/\s+/g, " ")}` },
  ]);
});
afterAll(() => {
  repo.dispose();
  rmSync(folder, { recursive: true });
});

/** What a call prints, with the whole of the hostile texts in the pull request. */
async function output(...argv: readonly string[]): Promise<string> {
  const body = join(folder, "body.md");
  writeFileSync(
    body,
    [
      "ADR-0099",
      ...hostile.flatMap((text, index) => [
        text,
        `ADR-00${index + 10} docs/adr/${text}`,
        `[ADR-7](docs/adr/${encodeURIComponent(text)})`,
        `[ADR-8 ${text}](https://x.example/adr/7)`,
      ]),
    ].join("\n\n"),
  );
  const { io, said } = recordedIo(repo.root);
  await runCommand([adrGate], { argv: [...argv, "--base", "main", "--body-file", body], io });
  return said();
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Nodes of a Markdown text, each with the text that it holds. */
function nodes(text: string): readonly Node[] {
  const all: Node[] = [];
  const enter = (node: Node): void => {
    all.push(node);
    if ("children" in node) for (const child of node.children) enter(child);
  };
  enter(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return all;
}
const kinds = (all: readonly Node[], type: Node["type"]): readonly Node[] =>
  all.filter((node) => node.type === type && !("value" in node && node.value === "<!-- -->"));

describe("annotations", () => {
  it.each(["check", "lint"])("of %s are ours, one a line", async (command) => {
    const text = await output(...(command === "check" ? [] : [command]), "--reporter", "github");
    const lines = text.split("\n").filter((line) => line !== "");
    expect(lines.length, text).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) (?:file=(?:configs\/|docs\/adr\/)|title=adr-gate::)/);
    for (const line of lines) expect(line.slice(2)).not.toMatch(/\n|\r|^::/);
    expect(text).not.toMatch(control);
  });
});

it.each([["text"], ["markdown"], ["junit"], ["gitlab"]])("the reporter %s prints no control character and no command", async (reporter) => {
  const text = await output("--reporter", reporter);
  expect(text).not.toMatch(control);
  expect(text.split("\n").filter((line) => /^\s*(?:::|##\[)/.test(line))).toEqual([]);
});

it.each([["explain"], ["list"]])("%s prints no control character, and no line of the text begins one", async (command) => {
  const text = await output(command);
  expect(text).not.toMatch(control);
  expect(text.split("\n").filter((line) => /^(?:::|##\[|#|<)/.test(line))).toEqual([]);
});

it("the comment holds our heading and our mark, and code", async () => {
  const text = await output("comment");
  expect(text).not.toMatch(control);
  const all = nodes(text);
  expect([kinds(all, "heading").length, kinds(all, "html").length, kinds(all, "link"), kinds(all, "image"), kinds(all, "code")]).toEqual([1, 1, [], [], []]);
  expect(kinds(all, "text").every((node) => node.type === "text" && !/planted(?!\\?\.example)|@team/.test(node.value))).toBe(true);
});

it("the index holds our links and marks", async () => {
  await output("index");
  const text = readFileSync(join(repo.root, "docs/adr/README.md"), "utf8");
  const all = nodes(text);
  expect(text.replaceAll("\n", "")).not.toMatch(control);
  expect([kinds(all, "heading").length, kinds(all, "html").length, kinds(all, "image"), kinds(all, "tableRow").length]).toEqual([
    1,
    2,
    [],
    2 * hostile.length + 1,
  ]);
  for (const link of kinds(all, "link")) expect(link.type === "link" && /^00\d\d-/.test(link.url)).toBe(true);
  expect(kinds(all, "link")).toHaveLength(2 * hostile.length);
  expect(await output("index", "--check")).toBe("");
});

it("the scope document holds our headings and marks", async () => {
  await output("scope");
  const all = nodes(readFileSync(join(repo.root, "docs/operations/ADR_GATE_SCOPE.md"), "utf8"));
  expect([kinds(all, "heading").length, kinds(all, "html").length, kinds(all, "link")]).toEqual([5, 2, []]);
});
