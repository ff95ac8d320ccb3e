// INI files as Python's configparser reads them, with ranges.
import type { Range, SourceText } from "../text/index.js";

/** One line of a value, without its comment. */
export interface IniLine {
  readonly text: string;
  readonly range: Range;
}

export interface IniOption {
  readonly key: string;
  readonly keyRange: Range;
  /** The lines that hold something; the first may stand behind the `=`. */
  readonly lines: readonly IniLine[];
}

export interface IniSection {
  readonly name: string;
  readonly range: Range;
  readonly options: readonly IniOption[];
}

const known = new WeakMap<SourceText, readonly IniSection[]>();

/** The sections of a file, read once: its manifest, its runners and its environments ask for the same. */
export function iniOf(source: SourceText): readonly IniSection[] {
  const sections = known.get(source) ?? readIni(source.text);
  known.set(source, sections);
  return sections;
}

/** Reads sections in order. Never throws: what is neither section, option nor continuation is left out. */
export function readIni(text: string): IniSection[] {
  const sections: { name: string; range: Range; options: { key: string; keyRange: Range; lines: IniLine[] }[] }[] = [];
  let indent = 0;
  const lines = /[^\r\n]*(?:\r\n|\n|\r|$)/g;
  for (const { index, 0: whole } of text.matchAll(lines)) {
    const line = whole.trimEnd();
    const from = index + (/^[\s\ufeff]*/.exec(line)?.[0].length ?? 0);
    const body = line.slice(from - index);
    if (body === "" || /^[#;]/.test(body)) continue;
    const depth = from - index;
    const section = sections.at(-1);
    const option = section?.options.at(-1);
    if (option !== undefined && depth > indent) {
      option.lines.push(iniLine(body, from));
      continue;
    }
    const name = /^\[([^\]]*)\]/.exec(body)?.[1];
    if (name !== undefined) {
      sections.push({ name: name.trim(), range: [from, from + body.length], options: [] });
      indent = depth;
      continue;
    }
    const separator = body.search(/[=:]/);
    if (section === undefined || separator <= 0) continue;
    indent = depth;
    const key = body.slice(0, separator).trim();
    const value = body.slice(separator + 1);
    const lead = value.length - value.trimStart().length;
    const first = iniLine(value.trim(), from + separator + 1 + lead);
    section.options.push({ key: key.toLowerCase(), keyRange: [from, from + key.length], lines: first.text === "" ? [] : [first] });
  }
  return sections;
}

function iniLine(text: string, from: number): IniLine {
  const comment = /\s[#]/.exec(text)?.index;
  const body = (comment === undefined ? text : text.slice(0, comment)).trimEnd();
  return { text: body, range: [from, from + body.length] };
}

/** An option's lines; none where there is none. The last section of a name counts, as in configparser all are one. */
export function iniLines(sections: readonly IniSection[], section: string, key: string): readonly IniLine[] {
  return sections.filter(({ name }) => name === section).flatMap(({ options }) => options.find((option) => option.key === key)?.lines ?? []);
}
