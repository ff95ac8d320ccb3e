// The plug-ins of pytest that tests ask for by the names of fixtures and marks.
import type { SourceText } from "@caio/repo-model/text";
import { pluginOfFixture, pluginOfMark, type PytestPlugin } from "../data/pytest-plugins.js";

/** A fixture or a mark that a test asks for. */
export interface FixtureUse {
  readonly plugin: PytestPlugin;
  readonly kind: "fixture" | "mark";
  readonly name: string;
  /** Other distributions that would do. */
  readonly others: readonly string[];
  /** Where the test's `def` begins. */
  readonly offset: number;
  readonly line: number;
}

const named = new RegExp(`\\b(?:${[...pluginOfFixture.keys()].join("|")})\\b`);
/** A test with parameters beside `self`: without one, and without a fixture of its own, a file asks for none. */
const taking = /\bdef[ \t]+test\w*[ \t]*\((?!self\)|\))/;
const header = /^[ \t]*(?:async[ \t]+)?def[ \t]+(\w+)[ \t]*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/gm;
/** Decorators that hand nothing over: pytest's own, and those of unittest that skip. Any other may, under any name. */
const handsNothing =
  /^@(?:pytest\.|mark\.|fixture\b|parametrize\b|(?:unittest\.)?(?:skip|expectedFailure)|(?:static|class)method\b|(?:typing\.)?no_type_check\b)/;

/** Whether a decorator above a test may hand over what looks like a fixture: `@patch`, `@requests_mock.Mocker()`. */
function isHandedOver(text: string, at: number): boolean {
  let end = at - 1;
  for (let count = 0; count < 40 && end > 0; count++) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, end).trim();
    if (line === "" || /^(?:def|class|return|async|import|from|raise|pass)\b/.test(line)) return false;
    if (line.startsWith("@") && !handsNothing.test(line)) return true;
    end = start - 1;
  }
  return false;
}

/** Whether a text gives a name itself: as a function, an import, a parameter of `parametrize`. */
export function givesName(text: string, name: string): boolean {
  return new RegExp(
    `\\bdef[ \\t]+${name}\\b|\\bimport\\b[^\\n]*\\b${name}\\b|^[ \\t]*${name}\\b[ \\t]*(?:=|,$)|["'][\\w, ]*\\b${name}\\b[\\w, ]*["']`,
    "m",
  ).test(text);
}

/** The fixtures of plug-ins that the tests of a file ask for, each at its first test. */
export function fixtureUses(source: SourceText): readonly FixtureUse[] {
  const { text } = source;
  if (!(taking.test(text) || text.includes("fixture")) || !named.test(text)) return [];
  const found = new Map<string, FixtureUse>();
  for (const match of text.matchAll(header)) {
    // A test, or a fixture: its decorator stands above it, of several lines at most.
    const [, name = "", parameters = ""] = match;
    if (
      !name.startsWith("test") &&
      !/^[ \t]*@[\w.]*\bfixture\b[^\n]*\n(?:[ \t]*[@)][^\n]*\n|[ \t]+[\w"'=[, \]]+,?\n)*$/m.test(text.slice(Math.max(0, match.index - 300), match.index))
    )
      continue;
    for (const part of parameters.split(",")) {
      // With a default it is no fixture.
      const fixture = /^\s*(\w+)\s*(?::[^=]*)?$/.exec(part)?.[1] ?? "";
      const plugin = pluginOfFixture.get(fixture);
      if (plugin === undefined || found.has(fixture) || givesName(text, fixture) || isHandedOver(text, match.index)) continue;
      const offset = match.index + (/^[ \t]*/.exec(match[0])?.[0].length ?? 0);
      found.set(fixture, { plugin, kind: "fixture", name: fixture, others: plugin.others, offset, line: source.position(offset).line });
    }
  }
  return [...found.values()];
}

const marked = new RegExp(`\\bpytest\\.mark\\.(${[...pluginOfMark.keys()].join("|")})\\b`, "g");

/** The marks of plug-ins in a file of tests, each once; those that strict marks alone need where `isStrict` says so. */
export function markUses(source: SourceText, isStrict: (mark: string) => boolean): readonly FixtureUse[] {
  const { text } = source;
  if (!text.includes("pytest.mark.")) return [];
  const found = new Map<string, FixtureUse>();
  for (const { 1: name = "", index } of text.matchAll(marked)) {
    const mark = pluginOfMark.get(name);
    if (mark === undefined || found.has(name) || (mark.isStrict && !isStrict(name))) continue;
    // In a comment or a text it is none.
    if (/["'#]/.test(text.slice(text.lastIndexOf("\n", index) + 1, index))) continue;
    found.set(name, { plugin: mark, kind: "mark", name, others: mark.others, offset: index, line: source.position(index).line });
  }
  return [...found.values()];
}
