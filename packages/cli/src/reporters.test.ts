// Hostile strings × every reporter: what a name or a message holds is text in the report, read by what reads such reports.
import { execFileSync } from "node:child_process";
import type { Finding } from "@caio/repo-model/check";
import { readBlob, reporterNamed, type Report, type ReportWorld } from "@caio/repo-model/report";
import { RepoError, repoPath, sourceText } from "@caio/repo-model/text";
import { memoryTree } from "@caio/repo-model/tree";
import { beforeAll, describe, expect, it } from "vitest";
import { reporters } from "./checks.js";

const hostile: readonly (readonly [name: string, text: string])[] = [
  ["an end of the script", "</script><script>alert(1)</script>"],
  ["a comment that hides an end", "<!--<script>"],
  ["an end of CDATA and an entity", "]]><x>&amp;&#x202e;"],
  ["a workflow command", "x\n::error::injected\r::set-output name=a::b"],
  ["colours and a title of the terminal", "\u001b[31mred\u001b]0;title\u0007\u009b1m"],
  ["a line that is taken back", "good\rbad\b\b\b"],
  ["text directions and invisible signs", "a\u202eb\u2066c\u200b\u2028d\ufeff"],
  ["NUL, lone surrogates, bytes that are no UTF-8", "\u0000\ud800x\udcff\ufffe\uffff"],
  ["markup", "`` ` ``` [a](http://e.org) ![b](c) <b> @someone #12 | a |\n# head\n- [x] y"],
  ["quotes and backslashes", "\"'\\\\\" ' $(id) `id` %0A %25 ${x}"],
  ["a key of every object", "__proto__"],
  ["length", "x".repeat(70_000)],
];

const names = ["text", "json", "sarif", "github", "gitlab", "junit", "markdown", "html", "blob"] as const;

/** Two findings, a trouble, a skipped file and a check that did not run, with the string wherever a repository may put one. */
function reportOf(text: string): { report: Report; world: ReportWorld } {
  const path = repoPath(`d/${text.replace(/[/\0]/g, "_").slice(0, 200)}`);
  const source = sourceText(path, `one\n${text}\n`);
  const at = source.at([4, Math.min(source.text.length, 9)]);
  const finding = (severity: Finding["severity"], fingerprint: string): Finding => ({
    rule: "demo/one",
    severity,
    message: text,
    help: text,
    at,
    fingerprint,
    related: [{ message: text, at }],
    data: { [text]: text },
    fix: { kind: "safe", title: text, edits: [{ path, range: [0, 3], text }] },
  });
  const findings = [finding("error", "0".repeat(32)), finding("note", "1".repeat(32))];
  const report: Report = {
    tool: { name: "@caio/cli", version: "0.1.0" },
    outcome: {
      findings,
      troubles: [new RepoError("X", text, { at, hint: text })],
      skipped: [{ path, reason: text }],
      notRun: [{ check: "gate", reason: text }],
    },
    checks: [{ name: "demo", rules: [{ id: "one", summary: "One.", severity: "error" }] }],
    files: 1,
    baseline: () => "new",
    style: { color: false, width: 100, quiet: false, verbose: true },
    part: { read: [path], suppressions: [], isFull: true },
  };
  const files = memoryTree({ [path]: source.text, CODEOWNERS: `* ${text.replace(/\s/g, "_")}\n` });
  return { report, world: { files, findings, mask: (one) => one, option: () => undefined, cwd: "/" } };
}

const written = new Map<string, string>();
beforeAll(async () => {
  for (const [label, text] of hostile)
    for (const name of names) {
      const { report, world } = reportOf(text);
      written.set(`${name} ${label}`, await (await reporterNamed(name, reporters))(report, world));
    }
});

/** What no report may hold as it is: a terminal, a log or an editor would obey it. */
const obeyed =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udfff](?![\udc00-\udfff])(?<![\ud800-\udbff][\udc00-\udfff])/u;

/** Elements of junit-10.xsd (Jenkins' xUnit plugin) that we write: required attributes, others, children. A strict consumer refuses anything else. */
const junitSchema: Readonly<Record<string, readonly [readonly string[], readonly string[], readonly string[]]>> = {
  testsuites: [[], ["name", "tests", "failures", "errors", "time"], ["testsuite"]],
  testsuite: [
    ["name", "tests", "failures", "errors"],
    ["skipped", "id", "package", "hostname", "timestamp", "time"],
    ["testcase", "system-out", "system-err"],
  ],
  testcase: [["name"], ["classname", "time", "group"], ["skipped", "error", "failure", "system-out", "system-err"]],
  failure: [[], ["type", "message"], []],
  error: [[], ["type", "message"], []],
  skipped: [[], ["type", "message"], []],
  "system-out": [[], [], []],
};

/** What reads each kind of report, and what it must see. Gives the texts that it read, for those that keep them whole. */
const readers: Readonly<Record<(typeof names)[number], (output: string, text: string) => void>> = {
  text: (output) => {
    expect(output.match(/ demo\/one$/gm)).toHaveLength(2);
    expect(output.match(/^ {8}help: /gm)).toHaveLength(3);
  },
  json: (output, text) => {
    const { findings, troubles } = JSON.parse(output) as { findings: { message: string; data: Record<string, string> }[]; troubles: { message: string }[] };
    expect(findings.map(({ message }) => message)).toEqual([text, text]);
    expect(troubles.map(({ message }) => message)).toEqual([text]);
    if (text !== "__proto__") expect(Object.keys(findings[0]?.data ?? {})).toEqual([text]);
  },
  sarif: (output) => {
    const { runs } = JSON.parse(output) as {
      runs: { results: { message: { text: string }; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
    };
    expect(runs[0]?.results).toHaveLength(2);
    for (const { message, locations } of runs[0]?.results ?? []) {
      expect(message.text).not.toMatch(obeyed);
      expect(locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^d\/[A-Za-z0-9._~%-]*$/);
    }
  },
  github: (output) => {
    const lines = output.replace(/\n$/, "").split("\n");
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^::(?:error|notice) (?:file=[^:,]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,)?title=[^:]*::/);
  },
  gitlab: (output) => {
    const entries = JSON.parse(output) as { description: string; fingerprint: string; location: { path: string; lines: { begin: number } } }[];
    expect(entries).toHaveLength(3);
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    for (const { description, location } of entries) {
      expect(description).not.toMatch(obeyed);
      expect(location).toMatchObject({ path: expect.stringMatching(/^d\//), lines: { begin: expect.any(Number) } });
    }
  },
  junit: (output) => {
    const script =
      "import sys,json\nfrom xml.etree import ElementTree as E\nt=E.fromstring(sys.stdin.buffer.read())\nprint(json.dumps([sorted(e.tag for e in t.iter()),[[s.get('tests'),s.get('failures'),s.get('errors'),len(s)] for s in t],[[e.tag,sorted(e.attrib),[c.tag for c in e]] for e in t.iter()]]))";
    const [tags, suites, elements] = JSON.parse(execFileSync("python3", ["-c", script], { input: output, encoding: "utf8" })) as [
      string[],
      unknown[],
      [string, string[], string[]][],
    ];
    for (const [tag, attributes, children] of elements) {
      const [required, allowed, inner] = junitSchema[tag] ?? [[], [], []];
      expect(attributes, tag).toEqual(expect.arrayContaining([...required]));
      expect([...required, ...allowed], tag).toEqual(expect.arrayContaining(attributes));
      expect(inner, tag).toEqual(expect.arrayContaining(children));
    }
    expect(tags).toEqual(["error", "failure", "system-out", "testcase", "testcase", "testcase", "testsuite", "testsuite", "testsuites"]);
    expect(suites).toEqual([
      ["2", "1", "0", 2],
      ["1", "0", "1", 1],
    ]);
  },
  markdown: (output) => {
    expect(output.length).toBeLessThan(65_536);
    expect(output.replaceAll("<!-- -->", "").replace(/(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, "")).not.toMatch(/<(?!\/?(?:br)>)[a-z!/]/i);
    expect(output.match(/^#+ /gm)).toHaveLength(1);
    expect(output.match(/^- /gm)?.length ?? 0).toBeLessThanOrEqual(3);
  },
  html: (output, text) => {
    expect(output.match(/<script\b/g)).toHaveLength(2);
    expect(output.match(/<\/script>/g)).toHaveLength(2);
    expect(output).not.toContain("<!--");
    const [, data = ""] = /<script type="application\/json" id="data">([^]*?)<\/script>/.exec(output) ?? [];
    const view = JSON.parse(data) as { findings: { message: string; owners: string[]; frame: { lines: string[] } }[] };
    expect(view.findings).toHaveLength(2);
    for (const one of view.findings) {
      expect([one.message, ...one.owners, ...one.frame.lines].join("\n")).not.toMatch(obeyed);
      if (!obeyed.test(text)) expect(one.message).toBe(text);
    }
  },
  blob: (output, text) => {
    const { outcome } = readBlob("part", output);
    expect(outcome.findings.map(({ message }) => message)).toEqual([text, text]);
    expect(outcome.findings[0]?.at.path).toBe(reportOf(text).report.outcome.findings[0]?.at.path);
  },
};

describe.each(names)("%s", (name) => {
  it.each(hostile)("%s", (label, text) => {
    const output = written.get(`${name} ${label}`) ?? "";
    expect(output).not.toMatch(obeyed);
    readers[name](output, text);
  });
});
