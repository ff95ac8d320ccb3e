// Generated sections: what each source makes, what is refused, that writing twice is writing once, and that nothing else changes.
import { runCommand } from "@caio/repo-model/command";
import { foreignSections } from "@caio/repo-model/sections";
import { disposedRepos, judge, recordedIo, type GitRepo } from "@caio/testing";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, test } from "vitest";
import { docSync } from "../index.js";
import { commandWords } from "./command-output.js";
import { fenced, linesOf, regionOf, table } from "./text.js";

const repository = disposedRepos(afterEach);
const make = (files: Readonly<Record<string, string>>): GitRepo => repository([{ write: files }, { git: ["add", "--all"] }]);

async function caio(repo: GitRepo, ...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { io, out, err } = recordedIo(repo.root);
  const code = await runCommand([docSync], { argv, io });
  return { code, out: out(), err: err() };
}

const section = (name: string): string => `<!-- caio:begin doc-sync/${name} -->\n<!-- caio:end doc-sync/${name} -->\n`;
const read = (repo: GitRepo, path: string): string => readFileSync(join(repo.root, path), "utf8");
const bodyOf = (text: string): string => /-->\r?\n\r?\n([^]*?)\r?\n\r?\n<!-- caio:end/.exec(text)?.[1] ?? "";

describe("write", () => {
  it("contents with the anchors of the page, duplicates numbered, what stands above left out", async () => {
    const repo = make({ "README.md": `# T\n\n## Above\n\n${section("toc")}\n## One\n\n### A [b] \`c\`\n\n#### Deep\n\n## One\n` });
    expect((await caio(repo, "write", "--check")).code).toBe(1);
    expect(await caio(repo, "write")).toMatchObject({ code: 0, out: "Written: 1 section in 1 document\n" });
    expect(bodyOf(read(repo, "README.md"))).toBe("- [One](#one)\n  - [A \\[b\\] c](#a-b-c)\n- [One](#one-1)");
    expect(await caio(repo, "write", "--check")).toMatchObject({ code: 0, out: "" });
    expect(await caio(repo)).toMatchObject({ code: 0 });
  });
  it("several sections in a document of CRLF and a byte-order mark: nothing around them changes", async () => {
    const text = `\ufeff# T\n\n${section("table/data/x.yaml")}between\n\n${section("embed/src/a.ts")}end`.replaceAll("\n", "\r\n");
    const repo = make({ "README.md": text, "data/x.yaml": "- { name: a|b, n: 1 }\n- { name: c }\n", "src/a.ts": "const fence = '```';\n" });
    await caio(repo, "write");
    const written = read(repo, "README.md");
    expect(written.replace(/<!-- caio:begin[^]*?<!-- caio:end.*?-->/g, "S")).toBe("\ufeff# T\r\n\r\nS\r\nbetween\r\n\r\nS\r\nend");
    expect(written).toContain("| name | n |\r\n| --- | --- |\r\n| a\\|b | 1 |\r\n| c |  |");
    expect(written).toContain("````ts\r\nconst fence = '```';\r\n````");
    expect(/(?<!\r)\n/.test(written)).toBe(false);
    await caio(repo, "write");
    expect(read(repo, "README.md")).toBe(written);
  });
  it("a command runs where it is allowed word for word, and never in a check", async () => {
    const config = (allowed: string): string =>
      JSON.stringify({ "doc-sync": { generated: { out: { command: "node tool.mjs --help" } }, commands: [allowed] } });
    const repo = make({
      "README.md": section("out"),
      "tool.mjs": "import { appendFileSync } from 'node:fs'; appendFileSync('ran', 'x'); console.log('\\u001b[1mUsage\\u001b[0m  ')",
      "caio.json": config("node tool.mjs"),
    });
    expect(await caio(repo, "write")).toMatchObject({ code: 2, err: expect.stringContaining("`commands` does not allow `node tool.mjs --help`") });
    writeFileSync(join(repo.root, "caio.json"), config("node tool.mjs --help"));
    expect(await caio(repo)).toMatchObject({ code: 0 });
    expect(() => read(repo, "ran")).toThrow("ENOENT");
    expect(await caio(repo, "write")).toMatchObject({ code: 0 });
    expect(bodyOf(read(repo, "README.md"))).toBe("```text\nUsage\n```");
    writeFileSync(join(repo.root, "tool.mjs"), "process.exit(3)");
    expect(await caio(repo, "write")).toMatchObject({ code: 2, err: expect.stringContaining("ended with 3") });
  });
  it("text that was edited by hand is refused without --force", async () => {
    const repo = make({ "README.md": `${section("toc")}\n## One\n` });
    await caio(repo, "write");
    writeFileSync(join(repo.root, "README.md"), read(repo, "README.md").replace("[One]", "[Mine]"));
    expect(await caio(repo, "write")).toMatchObject({ code: 2 });
    expect(await caio(repo)).toMatchObject({ code: 1, out: expect.stringContaining("edited by hand") });
    expect(await caio(repo, "write", "--force")).toMatchObject({ code: 0 });
    expect(bodyOf(read(repo, "README.md"))).toBe("- [One](#one)");
  });
  it("--fix writes what is stale", async () => {
    const repo = make({ "README.md": `${section("toc")}\n## One\n` });
    expect(await caio(repo, "--fix")).toMatchObject({ code: 0 });
    expect(bodyOf(read(repo, "README.md"))).toBe("- [One](#one)");
  });
});

it("what lies outside of the listing is not embedded", async () => {
  const repo = make({ "README.md": section("embed/.git/config") + section("embed/secret.env"), ".gitignore": "secret.env\n", "secret.env": "PASSWORD\n" });
  const { code, out } = await caio(repo, "--reporter", "json");
  expect(code).toBe(1);
  expect(out).not.toContain("PASSWORD");
  expect((JSON.parse(out) as { findings: { data: { state: string } }[] }).findings.map(({ data }) => data.state)).toEqual(["impossible", "impossible"]);
});

test("parts of files", () => {
  const text = "a\n  // #region x\n  b\n    c\n  // #endregion x\n  // ANCHOR: y\n  d\n  // ANCHOR_END: y\n";
  expect([linesOf(text, "1"), linesOf(text, "L3-L4"), linesOf(text, "9"), linesOf(text, "4-3")]).toEqual(["a", "  b\n    c", undefined, undefined]);
  expect([regionOf(text, "x"), regionOf(text, "y"), regionOf(text, "z")]).toEqual(["b\n  c", "d", undefined]);
  expect(fenced("a\n\n", "")).toBe("```\na\n```");
});

test("tables of maps and lists", () => {
  expect(table({ build: "tsc", test: "vitest" })).toBe("| key | value |\n| --- | --- |\n| build | tsc |\n| test | vitest |");
  expect(table([{ a: 1, b: [1] }], ["b"])).toBe("| b |\n| --- |\n| `[1]` |");
  expect([table("x"), table([])]).toEqual([undefined, undefined]);
});

test("commands that need a shell are refused", () => {
  expect(commandWords("node 'a b.mjs' --x")).toEqual(["node", "a b.mjs", "--x"]);
  for (const command of ["a | b", "a; b", "a $(b)", "A=1 b", "a > b", "a *", ""]) expect(() => commandWords(command)).toThrow("needs a shell");
});

describe("what others own", () => {
  const doctoc = "<!-- START doctoc generated TOC please keep comment here to allow auto update -->\n- [x](Docs/A.md)\n<!-- END doctoc -->\n";
  it("is recognised", () => {
    const owners = (text: string): string[] => foreignSections(text).map(({ owner }) => owner);
    expect(owners(doctoc)).toEqual(["doctoc"]);
    expect(owners("<!-- ALL-CONTRIBUTORS-LIST:START - Do not remove -->\nx\n<!-- ALL-CONTRIBUTORS-LIST:END -->\n")).toEqual(["all-contributors"]);
    expect(owners("<!-- AUTO-GENERATED-CONTENT:START (TOC) -->\nx\n<!-- AUTO-GENERATED-CONTENT:END -->\n<!-- doc-gen TOC -->\n<!-- end-doc-gen -->\n")).toEqual(
      ["markdown-magic", "markdown-magic"],
    );
    expect(owners("```ts\n// src/a.ts\n\nconst a = 1;\n```\n")).toEqual(["embedme"]);
    expect(owners("```ts\n// a comment\n```\n\n`<!-- START doctoc -->`\n")).toEqual([]);
  });
  // As doctoc 2.5.0, all-contributors-cli 6.26.1, markdown-magic 4.11.0 and embedme 1.22.1 wrote them: each holds a link or a path in the wrong letter case.
  it.each([
    [
      "doctoc",
      "<!-- START doctoc generated TOC please keep comment here to allow auto update -->\n<!-- DON'T EDIT THIS SECTION, INSTEAD RE-RUN doctoc TO UPDATE -->\n**Table of Contents**  *generated with [DocToc](https://github.com/thlorenz/doctoc)*\n\n- [Title](Docs/A.md)\n\n<!-- END doctoc generated TOC please keep comment here to allow auto update -->",
    ],
    [
      "all-contributors",
      '<!-- ALL-CONTRIBUTORS-LIST:START - Do not remove or modify this section -->\n<!-- prettier-ignore-start -->\n<!-- markdownlint-disable -->\n<table>\n  <tbody>\n    <tr>\n      <td align="center" valign="top" width="14.28%"><a href="Docs/A.md"><sub><b>Ann</b></sub></a><br /><a href="#ideas-ann" title="Ideas, Planning, & Feedback">🤔</a></td>\n    </tr>\n  </tbody>\n</table>\n\n<!-- markdownlint-restore -->\n<!-- prettier-ignore-end -->\n\n<!-- ALL-CONTRIBUTORS-LIST:END -->',
    ],
    [
      "all-contributors",
      "<!-- ALL-CONTRIBUTORS-BADGE:START - Do not remove or modify this section -->\n[![All Contributors](https://img.shields.io/badge/all_contributors-1-orange.svg?style=flat-square)](Docs/A.md)\n<!-- ALL-CONTRIBUTORS-BADGE:END -->",
    ],
    ["markdown-magic", "<!-- docs TOC -->\n- [A](Docs/A.md)\n- [B](#b)\n<!-- /docs -->"],
    ["markdown-magic", "<!-- docs fileTree src=. -->\n```\n└── x/\n    └── a.md\n```\n[A](Docs/A.md)\n<!-- /docs -->"],
    ["markdown-magic", "<!-- AUTO-GENERATED-CONTENT:START (TOC) -->\n- [A](Docs/A.md)\n<!-- AUTO-GENERATED-CONTENT:END -->"],
    ["embedme", "```ts\n// src/a.ts\n\nexport const a = 1;\n\n```"],
    ["embedme", "```ts\n// src/a.ts#L2-L2\n\nexport const b = 2;\n```"],
    ["embedme", "<!-- embedme src/a.ts -->\n\n```\nexport const a = 1;\n```"],
  ])("what %s wrote stays as it is", async (owner, written) => {
    const text = `# B\n\nSee [x](docs/a.md).\n\n${written}\n\n[y](Docs/A.md)\n`;
    const start = text.indexOf(written);
    expect(foreignSections(text)).toEqual([{ owner, range: [start, start + written.length] }]);
    const { findings } = await judge(docSync, { "README.md": text, "docs/a.md": "", "src/a.ts": "" });
    const fixed = findings.flatMap(({ fix }) => fix?.edits ?? []).flatMap((edit) => ("range" in edit ? [edit.range] : []));
    expect(fixed.map(([at]) => at > start + written.length)).toEqual([true]);
    expect(findings.length).toBe(owner === "embedme" ? 1 : 2);
  });
  it("gets no fix, and no section of ours", async () => {
    const { findings } = await judge(docSync, { "README.md": `${doctoc}\n[y](Docs/A.md)\n`, "docs/a.md": "" });
    expect(findings.map(({ rule, fix, help }) => [rule, fix?.kind, help?.includes("doctoc writes this section")])).toEqual([
      ["doc-sync/link-case", undefined, true],
      ["doc-sync/link-case", "safe", false],
    ]);
    const inside = await judge(docSync, { "README.md": doctoc.replace("- [x](Docs/A.md)\n", section("toc")) });
    expect(inside.findings.map(({ rule, message }) => [rule, message])).toEqual([
      ["doc-sync/broken-section-markers", "The section `doc-sync/toc` lies in what doctoc writes."],
    ]);
  });
});
