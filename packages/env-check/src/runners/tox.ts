// The commands of tox's environments.
import { child, parseToml, textOf, type DataNode } from "@caio/repo-model/data";
import { iniOf, type IniLine } from "@caio/repo-model/manifests";
import type { SourceText } from "@caio/repo-model/text";
import { folderOf } from "../chain/modules.js";
import { join } from "../chain/paths.js";
import type { Runner } from "./runner.js";

/** tox's substitutions as a shell would see them: what is not known becomes a variable. */
export function plainToxLine(line: string): string {
  return (
    line
      .replace(/^[\w.,!{}-]+:\s+/, "")
      .replace(/^-\s+/, "")
      .replace(/\{(?:toxinidir|tox_root)\}/g, ".")
      .replace(/\{env(?:bindir|_bin_dir)\}[\\/]?/g, "")
      .replace(/\{env_?python\}/g, "python")
      .replace(/\{(?:\/|:)\}/g, "/")
      .replace(/\{env:([^:{}]*):([^{}]*)\}/g, (_whole, _name: string, text: string) => text)
      .replace(/\{(?!posargs[:}])[^{}]*\}/g, "$TOX")
      // Its default may hold other ones.
      .replace(/\{posargs(?::([^{}]*))?\}/g, (_whole, text: string | undefined) => text ?? "")
      .replace(/\{[^{}]*\}/g, "$TOX")
  );
}

/** Lines with those that a backslash goes on to. */
export function joinedLines(lines: readonly IniLine[]): readonly IniLine[] {
  const joined: { text: string; range: readonly [number, number] }[] = [];
  for (const { text, range } of lines) {
    const last = joined.at(-1);
    if (last?.text.endsWith("\\") === true) {
      last.text = `${last.text.slice(0, -1)} ${text}`;
      last.range = [last.range[0], range[1]];
    } else joined.push({ text, range });
  }
  return joined;
}

const quoted = (word: string): string => (/^[\w@%+=:,./${}-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** The commands of tox.ini, setup.cfg or pyproject.toml's `[tool.tox]`. Never throws. */
export function toxRunners(source: SourceText): readonly Runner[] {
  if (source.path.endsWith(".toml")) return tomlRunners(source);
  const home = folderOf(source.path);
  const sections = iniOf(source);
  const changed = (options: (typeof sections)[number]["options"]): string | undefined =>
    options.find(({ key }) => key === "changedir" || key === "change_dir")?.lines[0]?.text;
  const base = changed(sections.find(({ name }) => name === "testenv")?.options ?? []);
  return sections.flatMap(({ name, range, options }) => {
    if (!/^testenv(?::|$)/.test(name)) return [];
    const into = plainToxLine(changed(options) ?? base ?? ".");
    const folder = into.includes("$") ? undefined : join(home, into);
    return options.flatMap(({ key, lines }) => {
      if (!/^commands(?:_pre|_post)?$/.test(key)) return [];
      return joinedLines(lines).map((line): Runner => ({
        kind: "environment",
        name: name === "testenv" ? "tox" : `tox -e ${name.slice(8)}`,
        at: source.at(range),
        text: plainToxLine(line.text),
        textAt: source.at(line.range),
        folder,
      }));
    });
  });
}

function tomlRunners(source: SourceText): readonly Runner[] {
  const { root } = parseToml(source.text);
  const tox = source.path.endsWith("pyproject.toml") ? child(child(root, "tool"), "tox") : root;
  const environments = child(tox, "env");
  const all: readonly { readonly name: string; readonly node: DataNode | undefined }[] = [
    { name: "tox", node: child(tox, "env_run_base") },
    ...(environments?.kind === "map" ? environments.entries.map(({ key, value }) => ({ name: `tox -e ${key}`, node: value })) : []),
  ];
  const changed = (node: DataNode | undefined): DataNode | undefined => child(node, "change_dir") ?? child(node, "changedir");
  return all.flatMap(({ name, node }) => {
    const commands = child(node, "commands");
    const given = changed(node) ?? changed(child(tox, "env_run_base"));
    const into = given === undefined ? "." : plainToxLine(textOf(given) ?? "$TOX");
    const folder = into.includes("$") ? undefined : join(folderOf(source.path), into);
    if (node === undefined || commands?.kind !== "list") return [];
    return commands.items.flatMap((command): Runner[] => {
      if (command.kind !== "list") return [];
      // A table is a substitution: its default, or nothing that is known.
      const words = command.items.flatMap((item) => {
        const text = textOf(item);
        if (text !== undefined) return [quoted(plainToxLine(text))];
        const fallback = child(item, "default");
        return textOf(child(item, "replace")) === "posargs" && fallback?.kind === "list"
          ? fallback.items.flatMap((one) => (textOf(one) === undefined ? [] : [quoted(textOf(one) ?? "")]))
          : [];
      });
      return [
        {
          kind: "environment",
          name,
          at: source.at([node.range[0], node.range[0]]),
          text: words.join(" "),
          textAt: source.at(command.range),
          folder,
        },
      ];
    });
  });
}
