// A PyYAML graph as the tree of data nodes that JSON and TOML have too.
import type { DataDocument, DataNode, DataProblem } from "../node.js";
import { numberValue } from "./number.js";
import { pythonType } from "./construct.js";
import type { YamlEdge, YamlNode } from "./graph.js";
import { loadPyyaml } from "./load.js";

/** Nodes that aliases may repeat. */
const mostRepeated = 100_000;
const mostDepth = 200;

/** Reads a text in PyYAML's dialect. Never throws: faults are `problems`. What aliases repeat stands where it is repeated, with the alias' range. */
export function readPyyaml(text: string): DataDocument {
  const document = loadPyyaml(text);
  const problems: DataProblem[] = document.problem === undefined ? [] : [document.problem];
  if (document.root === undefined) return { problems };
  let repeated = 0;
  const convert = ({ node, alias }: YamlEdge, path: readonly YamlNode[], isRepeated: boolean): DataNode => {
    const range = alias ?? node.range;
    const repeats = isRepeated || alias !== undefined;
    const isTooDeep = path.length > mostDepth || path.includes(node);
    if (isTooDeep || (repeats && ++repeated > mostRepeated)) {
      if (!problems.some(({ code }) => code === "too-deep" || code === "too-many-aliases"))
        problems.push(
          isTooDeep
            ? { code: "too-deep", message: "The values are nested too deep.", range }
            : { code: "too-many-aliases", message: "The aliases repeat too much.", range },
        );
      return { kind: "null", range };
    }
    if (node.kind === "scalar") return { ...scalar(node), range };
    const below = [...path, node];
    if (node.kind === "list") return { kind: "list", range, items: node.items.map((item) => convert(item, below, repeats)), isFlow: node.isFlow };
    const own = new Set<string>();
    const entries = new Map<string, { key: string; keyRange: DataNode["range"]; value: DataNode }>();
    for (const { key, value, isMerged } of document.pairs(node)) {
      const keyRange = key.alias ?? key.node.range;
      const name = key.node.kind === "scalar" ? key.node.value : text.slice(...keyRange);
      if (!isMerged && own.has(name) && !repeats) problems.push({ code: "duplicate-key", message: `The key \`${name}\` stands twice.`, range: keyRange });
      if (!isMerged) own.add(name);
      entries.delete(name);
      entries.set(name, { key: name, keyRange, value: convert(value, below, repeats || isMerged) });
    }
    return { kind: "map", range, entries: [...entries.values()], isFlow: node.isFlow };
  };
  const root = convert({ node: document.root }, [], false);
  return { root, problems };
}

function scalar(node: YamlNode & { readonly kind: "scalar" }): DataNode {
  const { range, value } = node;
  const type = pythonType(node);
  if (type === "str") return { kind: "string", range, value, style: node.style };
  if (type === "NoneType") return { kind: "null", range };
  if (type === "bool") return { kind: "boolean", range, value: /^(?:yes|true|on)$/i.test(value) };
  if (type === "int" || type === "float") return { kind: "number", range, value: numberValue(value), raw: value };
  return { kind: "other", range, raw: value };
}
