// Every parser of the core on broken real texts: it answers or throws the error that it promises, and never hangs.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseJson, parseToml, parseYamlNow } from "@caio/repo-model/data";
import { parseShell } from "@caio/repo-model/hooks";
import { evaluateMarker, parseRequirement, parseVersion, pythonTokens, readIni, RequirementError, specifierContains } from "@caio/repo-model/manifests";
import { scanMarkdown } from "@caio/repo-model/markdown";
import { pathMatcher, pythonFault, re2Matcher } from "@caio/repo-model/patterns";
import { isRepoError } from "@caio/repo-model/text";
import { describe, expect, it } from "vitest";
import { isFull } from "./program.js";
import { random, type Random } from "./random.js";

const workspace = new URL("../../../", import.meta.url);
const file = (path: string): string => readFileSync(fileURLToPath(new URL(path, workspace)), "utf8");

/** Inputs for each parser: real texts, whole or in pieces, with marks of the format put in, taken out and repeated. */
const count = Number(process.env["CAIO_TRUST_FUZZ"] ?? (isFull ? 1_000_000 : 10_000));
/** Another seed, other texts: a long run can be made in parts. */
const seed = Number(process.env["CAIO_TRUST_SEED"] ?? 0);
const longest = 600;

interface Parser {
  readonly name: string;
  readonly seeds: readonly string[];
  /** What the format gives a meaning to. */
  readonly marks: readonly string[];
  parse(text: string): unknown;
}

const lines = (text: string): readonly string[] => text.split("\n");

const parsers: readonly Parser[] = [
  {
    name: "Markdown",
    seeds: [file("README.md"), file("ARCHITECTURE.md"), file("packages/doc-sync/README.md")],
    marks: [
      "`",
      "```",
      "[",
      "](",
      "]:",
      "<!--",
      "-->",
      "<a ",
      ">",
      "> ",
      "- ",
      "1. ",
      "|",
      "\t",
      "    ",
      "*",
      "_",
      "~~",
      "\\",
      "&amp;",
      "\r",
      "\n\n",
      "===",
      "---",
    ],
    parse: (text) => scanMarkdown(text),
  },
  {
    name: "YAML",
    seeds: [file("packages/hook-config/docs/rules/legacy-stage.md"), "a: &x [1, {b: c}]\nd: *x\ne: |\n  text\n  more\nf: !!str 'x'\n<<: *x\n? k\n: v\n"],
    marks: [
      ": ",
      "- ",
      "? ",
      "&a ",
      "*a",
      "|",
      ">",
      "!t ",
      "%YAML 1.1\n",
      "---\n",
      "...\n",
      "[",
      "]",
      "{",
      "}",
      ",",
      "#",
      "'",
      '"',
      "\t",
      "  ",
      "<<: ",
      "\u0085",
    ],
    parse: (text) => parseYamlNow(text),
  },
  {
    name: "JSON",
    seeds: [file("nx.json"), file("package.json"), file("knip.jsonc")],
    marks: ["{", "}", "[", "]", ",", ":", '"', "\\u12", "//", "/*", "*/", "1e9", "-", "null"],
    parse: (text) => parseJson(text),
  },
  {
    name: "TOML",
    seeds: ['[a.b]\nc = "d"\ne = [1, 2.0, 1979-05-27T07:32:00Z]\nf = { g = true, h = """x\ny""" }\n[[i]]\n\'j k\'."l" = 0xff\n'],
    marks: ["[", "]", "[[", "=", ".", '"', '"""', "'", "'''", "{", "}", ",", "#", "\\u00", "1979-05-27", "inf", "_"],
    parse: (text) => parseToml(text),
  },
  {
    name: "requirements",
    seeds: lines(
      "requests[security,tests] >= 2.8.1, == 2.8.* ; python_version < '2.7'\npip @ https://example.org/pip.zip#sha1=da9234\nname<=1\na~=1.0.post1.dev2+local.7",
    ),
    marks: ["[", "]", "(", ")", ";", "@", ">=", "==", "~=", "!=", "===", ",", "*", "'", '"', "and ", "or ", " in ", "extra", "+", ".dev"],
    parse: (text) => parseRequirement(text),
  },
  {
    name: "markers",
    seeds: ["python_version >= '3.8' and (sys_platform == 'win32' or extra in 'a b')", "not in", 'os_name != "nt"'],
    marks: ["(", ")", "and", "or", "not in", "in", "'", '"', "==", "~=", "<", "extra", "python_version", "platform_release"],
    parse: (text) => evaluateMarker(text, { python_version: "3.11", sys_platform: "linux", os_name: "posix", platform_release: "6.1" }),
  },
  {
    name: "versions",
    seeds: ["1!2.3.post4.dev5+abc.6", "v1.0-alpha_1", "2024.1"],
    marks: [".", "!", "+", "-", "_", "rc", "a", "post", "dev", "v", "0", "9".repeat(30)],
    parse: (text) => parseVersion(text),
  },
  {
    name: "specifiers",
    seeds: [">=1.0,<2,!=1.5.*", "~=2.2.post3", "===foo"],
    marks: [">=", "<", "==", "~=", "===", ",", ".*", "!", " "],
    parse: (text) => specifierContains(text, "1.2.3"),
  },
  {
    name: "shell",
    seeds: ["A=b env C=d bash -c 'x && y' | tee \"$HOME/z\" ; command -v q || { r; } <<EOF\nbody\nEOF\n$(s `t`) # u"],
    marks: ["'", '"', "`", "$(", ")", "${", "}", "&&", "||", ";", "|", "<<", ">", "\\", "\n", "#", "{", "((", "[[", "if ", "fi", "case ", "esac", ";;"],
    parse: (text) => parseShell(text),
  },
  {
    name: "path patterns",
    seeds: ["src/**/*.{ts,js}", "/a/[!b-d]?/", "**/x"],
    marks: ["*", "**", "?", "[", "]", "{", "}", ",", "/", "\\", "!", "^"],
    parse: (text) => pathMatcher([text])("src/a/b.ts"),
  },
  {
    name: "Python's patterns",
    seeds: ["(?x)^(?:a|b)\\.py$ # c", "(?P<n>x)(?P=n)(?i:y)[^\\w\\]]{2,3}?"],
    marks: ["(", ")", "(?", "(?:", "(?P<a>", "[", "]", "{2", "}", "*", "+?", "\\", "|", "^", "$", "(?i)", "\\Z", "\\1"],
    parse: (text) => pythonFault(text),
  },
  {
    name: "Go's patterns",
    seeds: ["(?i)key[_-]?(\\w{10,20})\\z", "[[:alpha:]]+(?P<x>y)"],
    marks: ["(", ")", "(?i)", "[", "[[:digit:]]", "]", "{1000}", "*", "\\z", "\\pL", "|", "\\Q", "\\E"],
    parse: (text) => re2Matcher(text),
  },
  {
    name: "INI",
    seeds: ["[options]\ninstall_requires =\n    a\n    b>=1 # c\n[tool:pytest]\nx: y\n"],
    marks: ["[", "]", "=", ":", "#", ";", "\n    ", "\t", "%(a)s"],
    parse: (text) => readIni(text),
  },
  {
    name: "Python's tokens",
    seeds: [file("tools/trust/preload/measure.py"), "f'{x!r:>{w}}' rb'''y''' \\\n  (1,\n 2)"],
    marks: ["'", '"', "'''", '"""', "f'", "{", "}", "(", ")", "\\\n", "#", "\t", "    ", "\n", "rb'", "0x"],
    parse: (text) => pythonTokens(text),
  },
];

/** A piece of a seed with some marks put in, pieces taken out, repeated or moved. */
function mutant(make: Random, { seeds, marks }: Parser): string {
  const seed = make.pick(seeds);
  const from = make.below(Math.max(1, seed.length - 40));
  let text = seed.slice(from, from + make.below(longest));
  for (let left = 1 + make.below(6); left > 0; left--) {
    const at = make.below(text.length + 1);
    const to = Math.min(text.length, at + make.below(12));
    const kind = make.below(5);
    if (kind === 0) text = text.slice(0, at) + text.slice(to);
    else if (kind === 1) text = text.slice(0, at) + text.slice(at, to).repeat(1 + make.below(8)) + text.slice(to);
    else if (kind === 2) text = text.slice(0, at) + String.fromCharCode(make.below(3) === 0 ? make.below(0x10000) : make.below(128)) + text.slice(at);
    else text = text.slice(0, at) + make.pick(marks).repeat(1 + make.below(kind === 3 ? 1 : 20)) + text.slice(at);
  }
  return text;
}

/** PEP 440's functions throw TypeErrors with a sentence of their own. */
const isPromised = (error: unknown): boolean =>
  isRepoError(error) || error instanceof RequirementError || (error instanceof TypeError && / is no version(?: specifier)?\.$/.test(error.message));

describe.each(parsers)("$name", (parser) => {
  it(
    "answers, or throws what it promises",
    () => {
      const make = random(parser.name.length * 7919 + seed);
      let slowest = 0;
      for (let at = 0; at < count; at++) {
        const text = mutant(make, parser);
        const started = process.cpuUsage();
        try {
          parser.parse(text);
        } catch (error) {
          if (!isPromised(error)) throw new Error(`${parser.name}: ${JSON.stringify(text)}`, { cause: error });
        }
        // What this process has used, not what the machine had time for.
        const { user, system } = process.cpuUsage(started);
        slowest = Math.max(slowest, (user + system) / 1000);
      }
      expect(slowest).toBeLessThan(1000);
    },
    isFull ? 36_000_000 : 120_000,
  );
});
