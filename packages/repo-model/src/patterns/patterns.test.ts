// Patterns against the real readers: Python's `re` and Go's `regexp`, on generated patterns and texts.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { testWithin } from "./deadline.js";
import { pathMatcher, pythonMatcher, re2Finder, re2Matcher } from "./index.js";

type Case = readonly [pattern: string, texts: readonly string[]];

/** Numbers from 0 to below 1 that a seed determines. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const texts = [
  "",
  "a",
  "ab",
  "ABba",
  "foo.py",
  "docs/a b.md",
  "x\n",
  "x\ny",
  "a1_-é",
  "tests/test_x.py",
  "aaab",
  "Ж9",
  "\t \v",
  "a.b.c/d",
  "[x]{2}",
  "λ",
  "K",
  "İı",

  "\x1c",
];

/** Patterns put together from parts that both dialects have, and parts of one. */
function patterns(count: number, dialect: "python" | "re2"): string[] {
  const random = randomFrom(dialect === "python" ? 17 : 19);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const shared = [
    "a",
    "b",
    "x",
    "\\.",
    ".",
    "[ab]",
    "[^a-c]",
    "\\d",
    "\\w",
    "\\s",
    "\\S",
    "\\b",
    "^",
    "$",
    "é",
    "\\/",
    "[\\w.-]",
    "[]a]",
    "\\x61",
    "\\t",
    "[\\d_]",
    "-",
  ];
  const own =
    dialect === "python"
      ? [
          "(?=a)",
          "(?!b)",
          "(?<=a)",
          "(?<!ab)",
          "(?<=a*)",
          "(?P<n>a)",
          "(?P=n)",
          "(?:ab|b)",
          "\\Z",
          "\\A",
          "(a)\\1",
          "(a)?\\1",
          "{,2}",
          "(?i:AB)",
          "(?-i:a)",
          "[\\W]",
          "[^\\W]",
          "\\W",
          "[\\w-a]",
          "\\D",
          "\\B",
          "(?>a*)",
          "a*+",
          "(?(1)a|b)",
          "(?#c)",
          "(?a:\\w)",
          "(?x: a )",
          "\\07",
          "\\8",
          "[\\b]",
          "(?s:.)",
          "(?m:^a$)",
          "(?i)",
          "(?u)",
          "(?i:[A-Z])",
          "(?i:k)",
          "(?i:ſ)",
          "(?i:[^a-z])",
          "{",
          "}",
          "]",
          "a{,",
          "\\q",
          "\\u00e9",
          "(?P<1>a)",
          "(?",
          "(?:a*)*",
          "(?P<n>",
        ]
      : [
          "(?P<n>a)",
          "(?:ab|b)",
          "\\z",
          "\\A",
          "[[:alpha:]]",
          "[[:digit:]x]",
          "\\pL",
          "\\Qa.b\\E",
          "(?i:AB)",
          "(?i)a",
          "(?s).",
          "\\x{e9}",
          "(?U)a*",
          "[^[:space:]]",
          "\\p{Greek}",
        ];
  const quantifiers = ["", "", "", "", "*", "+", "?", "{2}", "{1,3}", "*?", "+?", "{0,2}?"];
  const atom = (depth: number): string => {
    const roll = random();
    if (depth > 0 && roll < 0.2) return `(${sequence(depth - 1)}${random() < 0.4 ? `|${sequence(depth - 1)}` : ""})`;
    return roll < 0.75 ? pick(shared) : pick(own);
  };
  const sequence = (depth: number): string => Array.from({ length: 1 + Math.floor(random() * 4) }, () => atom(depth) + pick(quantifiers)).join("");
  return Array.from({ length: count }, () => (random() < 0.1 ? pick(["(?i)", dialect === "python" ? "(?x)" : "(?m)"]) : "") + sequence(2));
}

/** The real reader's answers: for each pattern a list of booleans, or null where it refuses the pattern. */
function pythonAnswers(cases: readonly Case[]): (boolean[] | null)[] {
  const program = `import json, re, sys, warnings
warnings.simplefilter("ignore")
out = []
for pattern, texts in json.load(sys.stdin):
    try: compiled = re.compile(pattern)
    except (re.error, OverflowError): out.append(None); continue
    out.append([compiled.search(text) is not None for text in texts])
json.dump(out, sys.stdout)`;
  return JSON.parse(execFileSync("python3", ["-c", program], { input: JSON.stringify(cases), encoding: "utf8", maxBuffer: 1 << 26 }));
}

function goAnswers(cases: readonly Case[]): (boolean[] | null)[] {
  const folder = mkdtempSync(join(tmpdir(), "caio-re2-"));
  mkdirSync(join(folder, "m"));
  writeFileSync(join(folder, "m", "go.mod"), "module m\n\ngo 1.19\n");
  writeFileSync(
    join(folder, "m", "main.go"),
    `package main
import ("encoding/json"; "os"; "regexp")
type Case struct { Pattern string; Texts []string }
func main() {
	var cases []Case
	if json.NewDecoder(os.Stdin).Decode(&cases) != nil { os.Exit(3) }
	out := []any{}
	for _, one := range cases {
		compiled, err := regexp.Compile(one.Pattern)
		if err != nil { out = append(out, nil); continue }
		row := []bool{}
		for _, text := range one.Texts { row = append(row, compiled.MatchString(text)) }
		out = append(out, row)
	}
	json.NewEncoder(os.Stdout).Encode(out)
}
`,
  );
  const { stdout, status, stderr } = spawnSync("go", ["run", "."], {
    cwd: join(folder, "m"),
    input: JSON.stringify(cases.map(([Pattern, Texts]) => ({ Pattern, Texts }))),
    encoding: "utf8",
    maxBuffer: 1 << 26,
    env: { ...process.env, GOFLAGS: "-mod=mod" },
  });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`go: ${stderr}`);
  return JSON.parse(stdout);
}

describe.each([
  ["python", pythonMatcher, pythonAnswers],
  ["re2", re2Matcher, goAnswers],
] as const)("%s", (dialect, matcher, answers) => {
  it("gives the real reader's answer on 4,000 generated patterns, or refuses", { timeout: 120_000 }, () => {
    const cases = patterns(4000, dialect).map((pattern): Case => [pattern, texts]);
    const wrong: string[] = [];
    let refused = 0;
    for (const [index, expected] of answers(cases).entries()) {
      const [pattern] = cases[index] ?? ["", []];
      let actual: boolean[] | undefined;
      try {
        const matches = matcher(pattern);
        actual = texts.map((text) => matches(text));
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^PATTERN_/) });
        if (expected !== null) refused++;
        continue;
      }
      if (expected === null || actual.some((one, at) => one !== expected[at]))
        wrong.push(
          `${pattern}: ${
            expected === null
              ? "is refused"
              : texts
                  .filter((_text, at) => expected[at] !== actual[at])
                  .map((text) => JSON.stringify(text))
                  .join(" ")
          }`,
        );
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    // RE2's turned classes in brackets are refused.
    expect(refused).toBeLessThan(dialect === "python" ? 1 : 200);
  });
});

describe("what people write", () => {
  it.each([
    ["(?x)^(\n  docs/.*\\.md|  # documents\n  README\\.md\n)$", "docs/a/b.md", true],
    ["(?x)^(\n  docs/.*\\.md|\n  README\\.md\n)$", "src/a.md", false],
    ["^tests/(?!fixtures/)", "tests/unit/a.py", true],
    ["^tests/(?!fixtures/)", "tests/fixtures/a.py", false],
    ["\\.(py|pyi)$", "a.py\n", true],
    ["(?P<q>['\"])x(?P=q)", "'x'", true],
    ["[\\]\\[]", "]", true],
  ])("python %s on %s", (pattern, text, expected) => {
    expect(pythonMatcher(pattern)(text)).toBe(expected);
  });
  it.each(["(", "a)", "[a", "*a", "a**", "(?P<n", "(?P=x)", "\\", "a{3,2}", "(?<n", "[z-a]"])("both refuse %s", (pattern) => {
    expect(() => pythonMatcher(pattern)).toThrow(expect.objectContaining({ code: "PATTERN_INVALID" }));
    expect(() => re2Matcher(pattern)).toThrow(expect.objectContaining({ code: "PATTERN_INVALID" }));
  });
});

describe("finding as Go does", () => {
  it.each([
    [
      "a+",
      "xaaya",
      [
        [1, 3],
        [4, 5],
      ],
    ],
    [
      "a*",
      "baac",
      [
        [0, 0],
        [1, 3],
        [4, 4],
      ],
    ],
    [
      "(?i)é",
      "aÉé",
      [
        [1, 2],
        [2, 3],
      ],
    ],
    [
      "",
      "a\u{1f600}",
      [
        [0, 0],
        [1, 1],
        [3, 3],
      ],
    ],
    ["x", "abc", []],
  ])("all matches of %s in %s", (pattern, text, expected) => {
    expect(re2Finder(pattern).all(text)).toEqual(expected);
  });
  it("the groups of the first match", () => {
    const finder = re2Finder("(a)(x)?(?P<n>b)");
    expect(finder.groups).toBe(3);
    expect(finder.first("zab")).toEqual(["ab", "a", "", "b"]);
    expect(finder.first("z")).toBeUndefined();
  });
  it("ends at its deadline", () => {
    expect(() => re2Finder("(a|aa)+$", 50).all(`${"a".repeat(60)}!`)).toThrow(expect.objectContaining({ code: "PATTERN_TOO_SLOW" }));
  });
});

describe("what could run for ever", () => {
  it("is stopped, and says so", () => {
    const matches = pythonMatcher("^(a+)+$");
    expect(() => matches(`${"a".repeat(60)}!`)).toThrow(expect.objectContaining({ code: "PATTERN_TOO_SLOW" }));
    expect(matches("aaa")).toBe(true);
    expect(() => testWithin(/(x+x+)+y/, "x".repeat(80), 50)).toThrow(expect.objectContaining({ code: "PATTERN_TOO_SLOW" }));
    expect(testWithin(/b/, "abc", 50)).toBe(true);
  });
  it.each([
    ["that had the processor", 50_000, 1],
    ["that other processes kept from it", 1000, 4],
  ])("is tried %s %i µs: %i times", (_name, user, times) => {
    const usage = vi.spyOn(process, "cpuUsage").mockImplementation((before) => ({ user: before === undefined ? 0 : user, system: 0 }));
    expect(() => testWithin(/(x+x+)+y/, "x".repeat(80), 50)).toThrow(expect.objectContaining({ code: "PATTERN_TOO_SLOW" }));
    expect(usage).toHaveBeenCalledTimes(2 * times);
    usage.mockRestore();
  });
});

describe("globs", () => {
  it.each([
    ["docs/**/*.md", "docs/a/b/c.md", true],
    ["docs/**/*.md", "docs/c.md", true],
    ["docs/**/*.md", "xdocs/c.md", false],
    ["*.md", "a/b/.c.md", true],
    ["/README.md", "a/README.md", false],
    ["vendor/", "vendor/a/b", true],
    ["vendor/", "vendor", false],
    ["a/*.{js,ts}", "a/b.ts", true],
    ["a/*.{js,ts}", "a/b/c.ts", false],
    ["[!a].txt", "b.txt", true],
    ["[!a].txt", "a.txt", false],
    ["a\\*b", "a*b", true],
  ])("%s on %s", (pattern, path, expected) => {
    expect(pathMatcher([pattern])(path)).toBe(expected);
  });
});
