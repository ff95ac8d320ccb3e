// YAML with the range of every key and value, from the `yaml` package's syntax tree; duplicate keys, depth and aliases are our own.
import type { Alias, Node, Pair, Scalar } from "yaml";
import type { Range } from "../text/index.js";
import type { DataDocument, DataNode, DataProblem } from "./node.js";
import { readPyyaml } from "./pyyaml/index.js";

/** `1.2` is YAML's own core schema; `pyyaml` is what PyYAML's safe_load reads, which pre-commit uses. */
export type YamlDialect = "1.2" | "pyyaml";

const mostDepth = 200;
/** Nodes that aliases may repeat. */
const mostRepeated = 100_000;

type YamlPackage = typeof import("yaml");

/** Reads one YAML document. Never throws: faults are `problems`. */
export async function parseYaml(text: string, options: { readonly dialect?: YamlDialect } = {}): Promise<DataDocument> {
  return options.dialect === "pyyaml" ? readPyyaml(text) : readYaml(await import("yaml"), text);
}

/** The documents that were read last, by their texts: checks and hook managers ask for the same few, one after the other. */
const recent = new Map<string, DataDocument>();
const mostRecent = 4;

/** YAML 1.2 where the `yaml` package is loaded already. */
export function readYaml(yaml: YamlPackage, text: string): DataDocument {
  const document = recent.get(text) ?? readAnew(yaml, text);
  recent.delete(text);
  recent.set(text, document);
  const [oldest] = recent.keys();
  if (recent.size > mostRecent && oldest !== undefined) recent.delete(oldest);
  return document;
}

function readAnew(yaml: YamlPackage, text: string): DataDocument {
  const problems: DataProblem[] = [];
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  // The package drops a byte-order mark by itself and then counts from after it.
  const shift = mark;
  const body = mark === 1 ? text.slice(1) : text;
  let documents;
  try {
    documents = yaml.parseAllDocuments(body, {
      uniqueKeys: false,
      logLevel: "silent",
      merge: true,
      prettyErrors: false,
      version: "1.2",
      keepSourceTokens: false,
      strict: false,
    });
  } catch (error) {
    return { problems: [{ code: "syntax", message: error instanceof Error ? error.message : String(error), range: [0, 0] }] };
  }
  const clamp = (start: number, end: number): Range => [Math.min(start + shift, text.length), Math.min(Math.max(end, start) + shift, text.length)];
  if (!Array.isArray(documents)) return { problems };
  const [document] = documents;
  if (document === undefined) return { problems };
  for (const error of documents.flatMap((one) => one.errors)) {
    if (error.code !== "DUPLICATE_KEY") problems.push({ code: "syntax", message: firstSentence(error.message), range: clamp(...error.pos) });
  }
  if (documents.length > 1)
    problems.push({
      code: "several-documents",
      message: "The file holds several documents.",
      range: clamp(documents[1]?.range?.[0] ?? 0, documents[1]?.range?.[0] ?? 0),
    });
  let repeated = 0;
  const anchors = new Map<string, Node>();

  const rangeOf = (node: Node | null | undefined, fallback: number): Range => {
    const range = node?.range;
    return range === null || range === undefined ? clamp(fallback, fallback) : clamp(range[0], range[1]);
  };

  const convert = (node: unknown, depth: number, fallback: number, path: ReadonlySet<unknown>): DataNode => {
    if ((path.size > 0 && ++repeated > mostRepeated) || depth > mostDepth) {
      const range = clamp(fallback, fallback);
      if (!problems.some(({ code }) => code === "too-deep" || code === "too-many-aliases"))
        problems.push({
          code: depth > mostDepth ? "too-deep" : "too-many-aliases",
          message: depth > mostDepth ? "The values are nested too deep." : "The aliases repeat too much.",
          range,
        });
      return { kind: "null", range };
    }
    // In document order, so that an alias finds the nearest anchor before it.
    if (path.size === 0 && yaml.isNode(node) && "anchor" in node && typeof node.anchor === "string") anchors.set(node.anchor, node);
    if (yaml.isAlias(node)) {
      const range = rangeOf(node as Alias, fallback);
      const target = anchors.get((node as Alias).source);
      if (target === undefined || path.has(target)) {
        problems.push({ code: "syntax", message: `The alias \`*${(node as Alias).source}\` has no anchor before it.`, range });
        return { kind: "null", range };
      }
      return { ...convert(target, depth + 1, fallback, new Set([...path, target])), range };
    }
    if (yaml.isMap(node)) {
      const range = rangeOf(node, fallback);
      const entries: { key: string; keyRange: Range; value: DataNode }[] = [];
      const merged: { key: string; keyRange: Range; value: DataNode }[] = [];
      const seen = new Set<string>();
      for (const pair of node.items as Pair[]) {
        const keyNode = pair.key as Node | null;
        const keyRange = rangeOf(keyNode, fallback);
        const key = yaml.isScalar(keyNode) ? keyText(keyNode as Scalar) : text.slice(...keyRange);
        const value = convert(pair.value, depth + 1, keyRange[1] - shift, path);
        if (key === "<<" && (value.kind === "map" || value.kind === "list")) {
          for (const source of value.kind === "map" ? [value] : value.items) if (source.kind === "map") for (const entry of source.entries) merged.push(entry);
          continue;
        }
        if (seen.has(key)) problems.push({ code: "duplicate-key", message: `The key \`${key}\` stands twice.`, range: keyRange });
        seen.add(key);
        entries.push({ key, keyRange, value });
      }
      for (const entry of merged) {
        if (seen.has(entry.key)) continue;
        seen.add(entry.key);
        entries.push(entry);
      }
      return { kind: "map", range, entries, isFlow: node.flow === true };
    }
    if (yaml.isSeq(node)) {
      const range = rangeOf(node, fallback);
      return { kind: "list", range, items: node.items.map((item) => convert(item, depth + 1, range[0] - shift, path)), isFlow: node.flow === true };
    }
    if (!yaml.isScalar(node)) return { kind: "null", range: clamp(fallback, fallback) };
    const range = rangeOf(node, fallback);
    return scalarNode(node as Scalar, range, text.slice(...range));
  };

  const root = document.contents === null ? undefined : convert(document.contents, 0, document.range[0], new Set());
  return { ...(root === undefined ? {} : { root }), problems };
}

const firstSentence = (message: string): string => `${(message.split("\n")[0] ?? "").replace(/[.:]?$/, "")}.`;

function keyText(node: Scalar): string {
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

const styles: Readonly<Record<string, "plain" | "single" | "double" | "literal" | "folded">> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

function scalarNode(node: Scalar, range: Range, raw: string): DataNode {
  const style = styles[node.type ?? "PLAIN"] ?? "plain";
  const { value } = node;
  if (typeof value === "string") return { kind: "string", range, value, style };
  if (typeof value === "number") return { kind: "number", range, value, raw };
  if (typeof value === "bigint") return { kind: "number", range, value: Number(value), raw };
  if (typeof value === "boolean") return { kind: "boolean", range, value };
  if (value === null || value === undefined) return { kind: "null", range };
  return { kind: "other", range, raw };
}
