// setup.cfg and tox.ini: setuptools' declarative metadata, tox's `deps`.
import type { SourceText } from "../text/index.js";
import { draftManifest, type ManifestDraft, type Place } from "./draft.js";
import { iniLines, iniOf, type IniLine } from "./ini.js";
import type { Manifest } from "./manifest.js";
import { takeRequirement } from "./requirements-manifest.js";

/** setuptools' lists: one a line, or `;` between them on a single line; `file:` takes in files. */
function takeLines(draft: ManifestDraft, lines: readonly IniLine[], place: Place): void {
  const [only] = lines;
  const file = only === undefined ? undefined : /^file:\s*(.*)$/.exec(only.text)?.[1];
  if (only !== undefined && file !== undefined) {
    for (const path of file.split(",")) if (path.trim() !== "") draft.include(path.trim(), only.range, false, place.group);
    return;
  }
  for (const { text, range } of lines) {
    // A lone line with several requirements; a marker's `;` has a space or a quote behind a comparison.
    const parts = lines.length === 1 && !/;.*(?:==|[<>]|!=|\bin\b).*['"]/.test(text) ? text.split(";") : [text];
    for (const part of parts) if (part.trim() !== "") draft.requirement(part, range, place);
  }
}

/** Reads setup.cfg. Never throws. */
export function readSetupCfg(source: SourceText): Manifest {
  const draft = draftManifest(source, "python", "setup.cfg");
  const sections = iniOf(source);
  const name = iniLines(sections, "metadata", "name")[0]?.text;
  if (name !== undefined && !/^(?:attr|file):/.test(name)) draft.project = name;
  const requires = iniLines(sections, "options", "python_requires")[0];
  if (requires !== undefined) draft.requires = { specifier: requires.text, at: source.at(requires.range) };
  takeLines(draft, iniLines(sections, "options", "install_requires"), { scope: "runtime" });
  takeLines(draft, iniLines(sections, "options", "setup_requires"), { scope: "build" });
  takeLines(draft, iniLines(sections, "options", "tests_require"), { scope: "dev", group: "tests" });
  for (const key of ["console_scripts", "gui_scripts"])
    for (const { text } of iniLines(sections, "options.entry_points", key)) draft.program(...splitAt(text, "="));
  const isPbr = !sections.some(({ name: section }) => section.startsWith("options"));
  for (const { name: section, options } of sections) {
    if (section === "options.extras_require")
      for (const { key, lines } of options)
        takeLines(draft, lines, key.startsWith(":") ? { scope: "runtime" } : { scope: "optional", group: key.split(":")[0] ?? key });
    // pbr's own, with markers in brackets behind a colon.
    if (section === "extras" && isPbr) for (const { key, lines } of options) takeLines(draft, lines.map(withoutPbrMarker), { scope: "optional", group: key });
    takeToxDeps(draft, section, options);
  }
  return draft.done();
}

const splitAt = (text: string, sign: string): [string, string] => {
  const at = text.indexOf(sign);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
};

const withoutPbrMarker = ({ text, range }: IniLine): IniLine => ({ text: text.replace(/:\((.*)\)\s*$/, "; $1"), range });

/** A line without the factors that it holds for: `py{310,311}, devdeps: x`. */
const withoutFactors = (text: string): string => text.replace(/^[\w.!{}-]+(?:\s*,\s*[\w.!{}-]+)*:\s+/, "");

/** A requirement of tox with the defaults of `{env:NAME:DEFAULT}` put in; of one whose range is computed, the name. "" where that is computed too. */
function withDefaults(line: string): string {
  if (!line.includes("{")) return line;
  const filled = line.replace(/\{env:[^:{}]*:([^{}]*)\}/g, "$1");
  return filled.includes("{") ? (/^[\w.-]+(?=\s*\{)/.exec(filled)?.[0] ?? "") : filled;
}

/** `[testenv…] deps`: requirement lines, perhaps behind factors; `-r`; references to other sections. */
function takeToxDeps(draft: ManifestDraft, section: string, options: readonly { readonly key: string; readonly lines: readonly IniLine[] }[]): void {
  if (!/^testenv(?::|$)/.test(section)) return;
  const place: Place = { scope: "dev", group: section };
  const taken = ["extras", "dependency_groups"].flatMap((key) =>
    (options.find((one) => one.key === key)?.lines ?? []).flatMap(({ text }) => withoutFactors(text).split(/[\s,]+/)),
  );
  draft.group(
    section,
    "environment",
    taken.filter((name) => /^[\w.-]+$/.test(name)),
  );
  // A matrix of environments names the same ones thousands of times: each counts once, where it stands first.
  const seen = new Set<string>();
  for (const { text, range } of options.find(({ key }) => key === "deps")?.lines ?? []) {
    const line = withoutFactors(text);
    if (seen.has(line)) continue;
    seen.add(line);
    const [, option, path] = /^-(r|c|-requirement|-constraint)[\s=]*(.+)$/.exec(line) ?? [];
    if (option !== undefined && path !== undefined)
      draft.include(path.trim().replace(/^\{(?:toxinidir|tox_root)\}\/?/, ""), range, /c$|constraint/.test(option));
    else if (/^-e\b|^\.|^\//.test(line)) takeRequirement(draft, line.replace(/^-e\s*/, ""), [...range], place, true);
    else {
      const plain = line.includes("{[") ? "" : withDefaults(line);
      if (plain.trim() !== "") takeRequirement(draft, plain, [...range], place);
    }
  }
}

/** Reads tox.ini. Never throws. */
export function readTox(source: SourceText): Manifest {
  const draft = draftManifest(source, "python", "tox");
  for (const { name, options } of iniOf(source)) takeToxDeps(draft, name, options);
  return draft.done();
}
