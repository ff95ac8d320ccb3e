// Conda's environment.yml.
import { child, parseYamlNow, textItems, type DataNode } from "../data/index.js";
import type { SourceText } from "../text/index.js";
import { canonicalName } from "./canonical-name.js";
import { draftManifest } from "./draft.js";
import type { Manifest } from "./manifest.js";
import { takeRequirement } from "./requirements-manifest.js";

/** Packages of conda-forge that are called otherwise on PyPI, as the recipes' `pip check` and sources say. */
const pypiNames: Readonly<Record<string, string>> = {
  "dask-core": "dask",
  "matplotlib-base": "matplotlib",
  "msgpack-python": "msgpack",
  opencv: "opencv-python",
  "py-opencv": "opencv-python",
  "py-xgboost": "xgboost",
  pyqt: "PyQt5",
  pytables: "tables",
  "python-duckdb": "duckdb",
  "python-graphviz": "graphviz",
  pytorch: "torch",
  "pytorch-cpu": "torch",
  "pytorch-gpu": "torch",
  "seaborn-base": "seaborn",
  "tensorflow-base": "tensorflow",
};

/** The canonical name on PyPI of a package of conda's. */
export function condaCanonical(name: string): string {
  const lower = name.toLowerCase();
  return canonicalName(Object.hasOwn(pypiNames, lower) ? (pypiNames[lower] ?? name) : name);
}

/** Reads environment.yml. Never throws. Conda's own names are taken as they stand, where PyPI's are no others. */
export function readConda(source: SourceText): Manifest {
  const draft = draftManifest(source, "python", "conda");
  const { root, problems } = parseYamlNow(source.text);
  for (const { message, range } of problems) draft.problem("syntax", message, range);
  const dependencies = child(root, "dependencies");
  for (const { value, range } of textItems(dependencies)) {
    const [, name = "", version = ""] = /^(?:[\w.-]+::)?([\w.-]+)\s*(.*)$/.exec(value.trim()) ?? [];
    if (name === "") continue;
    if (name === "python") {
      draft.requires = { specifier: condaSpecifier(version), at: source.at(range) };
      continue;
    }
    draft.declare({ name, canonical: condaCanonical(name), specifier: condaSpecifier(version), extras: [], scope: "runtime", source: "registry" }, range);
  }
  const lists: readonly DataNode[] = dependencies?.kind === "list" ? dependencies.items : [];
  for (const item of lists) {
    for (const { value, range } of textItems(child(item, "pip"))) {
      const [, option, path] = /^-(r|c)\s+(.+)$/.exec(value) ?? [];
      if (option !== undefined && path !== undefined) draft.include(path, range, option === "c");
      else if (value.startsWith("-e")) takeRequirement(draft, value.slice(2).trim(), [...range], { scope: "runtime" }, true);
      else if (!value.startsWith("-")) takeRequirement(draft, value, [...range], { scope: "runtime" });
    }
  }
  return draft.done();
}

/** `=1.2` and `1.2.*` as PEP 440 has them; a build string is dropped. */
function condaSpecifier(version: string): string {
  const text = version.trim().split(/\s+/)[0] ?? "";
  const plain = /^=([\d.]+)(?:=.*)?$/.exec(text)?.[1];
  if (plain !== undefined) return `==${plain.replace(/\.$/, "")}.*`;
  return /^(?:[=!<>~]=|[<>])[\w.*,<>=!~]+$/.test(text) ? text : "";
}
