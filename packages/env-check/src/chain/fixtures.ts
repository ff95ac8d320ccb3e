// The plug-ins of pytest whose fixtures tests ask for by name.
import type { SourceText } from "@caio/repo-model/text";
import { pluginOfFixture, type PytestPlugin } from "../data/pytest-plugins.js";

/** A fixture that a test asks for. */
export interface FixtureUse {
  readonly plugin: PytestPlugin;
  readonly fixture: string;
  /** Where the test's `def` begins. */
  readonly offset: number;
  readonly line: number;
}

const named = new RegExp(`\\b(?:${[...pluginOfFixture.keys()].join("|")})\\b`);
const header = /^[ \t]*(?:async[ \t]+)?def[ \t]+test\w*[ \t]*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/gm;
// `@patch` hands over mocks under any name.
const patching = /^[ \t]*@[\w.]*\bpatch\b/m;

/** Whether a text gives a name itself: as a function, an import, a parameter of `parametrize`. */
export function givesName(text: string, name: string): boolean {
  return new RegExp(`\\bdef[ \\t]+${name}\\b|\\bimport\\b[^\\n]*\\b${name}\\b|^[ \\t]*${name}\\b[ \\t]*(?:=|,$)|["'][\\w, ]*\\b${name}\\b[\\w, ]*["']`, "m").test(text);
}

/** The fixtures of plug-ins that the tests of a file ask for, each at its first test. */
export function fixtureUses({ text }: SourceText): readonly FixtureUse[] {
  if (!named.test(text) || patching.test(text)) return [];
  const found = new Map<string, FixtureUse>();
  for (const match of text.matchAll(header)) {
    for (const part of (match[1] ?? "").split(",")) {
      // With a default it is no fixture.
      const name = /^\s*(\w+)\s*(?::[^=]*)?$/.exec(part)?.[1] ?? "";
      const plugin = pluginOfFixture.get(name);
      if (plugin === undefined || found.has(name) || givesName(text, name)) continue;
      const offset = match.index + (/^[ \t]*/.exec(match[0])?.[0].length ?? 0);
      found.set(name, { plugin, fixture: name, offset, line: 1 + (text.slice(0, offset).match(/\r\n|\n|\r/g)?.length ?? 0) });
    }
  }
  return [...found.values()];
}
