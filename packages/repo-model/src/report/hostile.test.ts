// What an attacker may put into a name or a message is text and nothing else: XML by expat, Markdown by micromark with GFM, JSON.
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import type { Finding } from "../check/index.js";
import { RepoError, repoPath, sourceText } from "../text/index.js";
import { reporterNamed, type Report } from "./index.js";

const evil = [
  "::error::x",
  "</script><script>alert(1)</script>",
  "]]><x>&amp;",
  "`` ` ```",
  "@someone #12 https://e.org www.e.org a@e.org",
  "[a](http://e.org) ![b](c) <b>",
  "\u001b[31m\u202e\u0000\ud800\uffff\r\n# head\n- [x] y",
  "| a | b |",
  "~~~\n***\n___",
  "&#x202e; &lt;",
  '"><',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...evil), fc.string({ unit: "binary", maxLength: 8 })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(" "));
const finding = fc.record({
  message: text,
  help: text,
  name: text,
  rule: fc.constantFrom("demo/one", "other/two"),
  severity: fc.constantFrom("error", "warning", "note"),
});

function reportOf(items: readonly { message: string; help: string; name: string; rule: string; severity: string }[]): Report {
  const findings = items.map(({ message, help, name, rule, severity }, index): Finding => {
    const path = repoPath(`d/f${name.replace(/[/\0\\]/g, "_")}`);
    return { rule, severity, message, help, at: sourceText(path, "one\ntwo\n").at([4, 7]), fingerprint: String(index).padStart(32, "0") } as Finding;
  });
  const [first] = findings;
  return {
    tool: { name: "@caio/cli", version: "0.1.0" },
    outcome: {
      findings,
      troubles: first === undefined ? [] : [new RepoError("X", first.message, { at: first.at, hint: first.message })],
      skipped: [],
      notRun: [{ check: "gate", reason: items[0]?.message ?? "" }],
    },
    checks: [{ name: "demo", rules: [] }],
    files: 1,
    baseline: () => "new",
    style: { color: false, width: 100, quiet: false, verbose: false },
  };
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}
const nodes = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodes)];

describe("hostile names and messages", () => {
  it("stay text in Markdown: no link, picture, heading, box or markup", async () => {
    const markdown = await reporterNamed("markdown");
    fc.assert(
      fc.property(fc.array(finding, { minLength: 1, maxLength: 4 }), (items) => {
        const written = markdown(reportOf(items));
        const tree = nodes(fromMarkdown(written, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node);
        const kinds = new Set(tree.filter(({ type, value }) => type !== "html" || value !== "<!-- -->").map(({ type }) => type));
        for (const kind of kinds) expect(["root", "heading", "list", "listItem", "paragraph", "text", "inlineCode"], written).toContain(kind);
        expect(tree.filter(({ type }) => type === "heading")).toHaveLength(1);
        expect(tree.filter(({ type }) => type === "listItem")).toHaveLength(items.length + 1);
        for (const { value } of tree.filter(({ type }) => type === "text")) expect(value).not.toMatch(/[@#][A-Za-z0-9]/);
      }),
      { numRuns: 400, seed: 9 },
    );
  });

  it("stay text in JUnit's XML, which expat reads", async () => {
    const junit = await reporterNamed("junit");
    const written: string[] = [];
    fc.assert(
      fc.property(fc.array(finding, { minLength: 1, maxLength: 4 }), (items) => void written.push(junit(reportOf(items)))),
      { numRuns: 200, seed: 9 },
    );
    const script =
      "import json,sys\nfrom xml.etree import ElementTree as E\nout=[]\nfor x in json.load(sys.stdin):\n t=E.fromstring(x.encode('utf8'))\n out.append([sorted({e.tag for e in t.iter()}),len(t.findall('.//failure')),sum(int(s.get('failures')) for s in t)])\nprint(json.dumps(out))";
    const read: readonly [string[], number, number][] = JSON.parse(
      execFileSync("python3", ["-c", script], { input: JSON.stringify(written), encoding: "utf8", maxBuffer: 1 << 26 }),
    );
    expect(read).toHaveLength(200);
    for (const [tags, failures, counted] of read) {
      expect(tags.filter((tag) => !["testsuites", "testsuite", "testcase", "failure", "system-out", "skipped", "error"].includes(tag))).toEqual([]);
      expect(failures).toBe(counted);
    }
  });

  it("stay strings in GitLab's code quality report, with the fields that it requires", async () => {
    const gitlab = await reporterNamed("gitlab");
    fc.assert(
      fc.property(fc.array(finding, { minLength: 1, maxLength: 4 }), (items) => {
        const entries: readonly Record<string, unknown>[] = JSON.parse(gitlab(reportOf(items)));
        expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(items.length + 1);
        for (const { description, check_name: name, severity, location } of entries) {
          expect([typeof description, typeof name]).toEqual(["string", "string"]);
          expect(["info", "minor", "major", "critical", "blocker"]).toContain(severity);
          expect(location).toMatchObject({ path: expect.any(String), lines: { begin: expect.any(Number) } });
        }
      }),
      { numRuns: 100, seed: 9 },
    );
  });

  it("a long report is cut to a comment's length, with a count", async () => {
    const markdown = await reporterNamed("markdown");
    const items = Array.from({ length: 2000 }, (_, index) => ({ message: "m".repeat(60), help: "h", name: `f${index}`, rule: "demo/one", severity: "error" }));
    const written = markdown(reportOf(items));
    expect(written.length).toBeLessThan(65_536);
    expect(written).toMatch(/… and \d+ more\.\n$/);
  });
});
