// What reads texts of others, each with real texts and the marks that its format gives a meaning to.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { adrGate } from "@caio/adr-gate";
import { docSync } from "@caio/doc-sync";
import { envCheck, scanImports } from "@caio/env-check";
import { hookConfig, migrateConfig } from "@caio/hook-config";
import { loadConfiguration, sectionOptions } from "@caio/repo-model/config";
import { parseJson, parseToml, parseYamlNow } from "@caio/repo-model/data";
import { parseShell } from "@caio/repo-model/hooks";
import { evaluateMarker, parseRequirement, parseVersion, pythonTokens, readIni, specifierContains } from "@caio/repo-model/manifests";
import { scanMarkdown } from "@caio/repo-model/markdown";
import { pathMatcher, pythonFault, re2Matcher } from "@caio/repo-model/patterns";
import { memoryTree } from "@caio/repo-model/tree";
import { secretScan } from "@caio/secret-scan";

const workspace = new URL("../../../", import.meta.url);
const file = (path: string): string => readFileSync(fileURLToPath(new URL(path, workspace)), "utf8");

export interface Parser {
  readonly name: string;
  readonly seeds: readonly string[];
  /** What the format gives a meaning to. */
  readonly marks: readonly string[];
  parse(text: string): unknown;
}

const lines = (text: string): readonly string[] => text.split("\n");

export const parsers: readonly Parser[] = [
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
  {
    name: "Python imports",
    seeds: [
      "from __future__ import annotations\ntry:\n    import a.b as c, d\nexcept (ImportError, X) as e:\n    from . import (e,\n        f as g,)\nif TYPE_CHECKING:\n    import h\nwith suppress(ImportError): import i; importlib.import_module('j')\n",
      file("tools/trust/preload/measure.py"),
    ],
    marks: [
      "import ",
      "from ",
      " as ",
      "(",
      ")",
      ",",
      ".",
      "*",
      ";",
      ":",
      "\\\n",
      "\n",
      "    ",
      "\t",
      "try:",
      "except",
      "else:",
      "'''",
      '"',
      "f'{",
      "#",
      "async ",
    ],
    parse: (text) => scanImports(text),
  },
  {
    name: "YAML splices",
    seeds: [
      "repos:\n- repo: local\n  hooks:\n  - {id: a, name: a, entry: a, language: python_venv, stages: [commit, push]}\n- repo: https://example.org/x\n  rev: v1\n  sha: 'b'\n  hooks:\n  - id: c\n    language: pcre # d\ndefault_stages: [commit]\nminimum_pre_commit_version: 1.0.0\n",
      "- repo: local\n  hooks:\n  - id: a\n    stages:\n    - commit\n    - merge-commit\n",
    ],
    marks: [
      "- ",
      ": ",
      "{",
      "}",
      "[",
      "]",
      ",",
      "#",
      "'",
      '"',
      "\n",
      "\r\n",
      "  ",
      "&a ",
      "*a",
      "<<: *a",
      "|",
      "sha: ",
      "stages: ",
      "commit",
      "push",
      "python_venv",
      "pcre",
      "---\n",
    ],
    parse: (text) => {
      const { text: once } = migrateConfig(text);
      // What was migrated has nothing left to migrate.
      if (migrateConfig(once).text !== once) throw new Error("it is migrated twice");
    },
  },
  {
    name: "configuration",
    seeds: [
      "ignore: ['vendor/**']\ndoc-sync:\n  rules: {broken-link: warning}\n  vocabulary: {shipped: done}\n  overrides:\n  - {files: [docs], rules: {broken-link: 'off'}, options: {}}\n",
      "env-check:\n  imports: {yaml: PyYAML, cv2: [a, b]}\n  files: [src/**]\nadr-gate:\n  guardrails: [{id: a, paths: [a/**], why: b}, b]\n  acceptedStatuses: [Accepted]\nsuppress:\n- {rule: doc-sync/broken-link, path: a.md, reason: b, expires: 2030-01-01}\n",
      "secret-scan: {report: [secret, example]}\nhook-config:\n  files: ['**/x.yaml']\n  rules: {legacy-stage: note}\n$schema: x\nx-other: {a: [1, {b: null}]}\n",
    ],
    marks: [
      ": ",
      "- ",
      "{",
      "}",
      "[",
      "]",
      ",",
      "'",
      '"',
      "#",
      "\n",
      "  ",
      "&a ",
      "*a",
      "!",
      "**",
      "off",
      "error",
      "null",
      "1e9",
      "__proto__",
      "rules",
      "overrides",
      "files",
      "options",
      "../",
    ],
    parse: async (text) => {
      const configuration = await loadConfiguration(memoryTree({ "caio.yaml": text }));
      for (const check of [docSync, secretScan, hookConfig, envCheck, adrGate]) await sectionOptions(configuration, check);
    },
  },
];
