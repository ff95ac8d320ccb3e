// The interpreters that tox's list of environments names.
import { iniOf } from "@caio/repo-model/manifests";
import type { SourceText } from "@caio/repo-model/text";
import type { Pin } from "./interpreter-range.js";

/** A version for each `py310` in `env_list`, where the environments install the project. */
export function toxPins(source: SourceText | undefined): readonly Pin[] {
  if (source === undefined) return [];
  const sections = iniOf(source);
  const tox = sections.find(({ name }) => name === "tox");
  const base = sections.find(({ name }) => name === "testenv");
  const isWithout = [...(tox?.options ?? []), ...(base?.options ?? [])].some(
    ({ key, lines }) =>
      /^(?:skipsdist|no_package|skip_install|package|base_?python|base)$/.test(key) &&
      lines.some(({ text }) => !/^(?:false|0|no|wheel|sdist|editable)$/i.test(text)),
  );
  if (isWithout) return [];
  const own = new Set(sections.map(({ name }) => name));
  const seen = new Set<string>();
  return (tox?.options ?? [])
    .filter(({ key }) => key === "env_list" || key === "envlist")
    .flatMap(({ lines }) =>
      lines.flatMap(({ text, range }) =>
        [...text.matchAll(/(?<![\w.-])py3(\d{1,2})(?=[\s,]|$)/g)].flatMap((found): Pin[] => {
          const [name, minor = ""] = found;
          if (seen.has(name) || own.has(`testenv:${name}`)) return [];
          seen.add(name);
          const start = range[0] + found.index;
          return [{ kind: "python", version: `3.${minor}`, at: source.at([start, start + name.length]) }];
        }),
      ),
    );
}
