// Statuses in data files and front matter: at a JSON pointer, in a map, in a list of maps.
import { atPointer, child, textOf, type DataNode } from "@caio/repo-model/data";
import type { Range, SourceText } from "@caio/repo-model/text";
import type { MirrorOption, Select } from "../defaults.js";
import type { StatusFile } from "./declared.js";
import { entityOf, type EntityTemplate } from "./entity.js";
import type { SelectedEntry, SelectProblem } from "./select.js";
import type { Statement } from "./statement.js";
import { moveToken, readStatus, type StatusToken } from "./token.js";
import type { Vocabulary } from "./vocabulary.js";

/** A value's text without its quotes, where it is written on one line and without escapes. */
function plainRange({ text }: SourceText, node: DataNode): Range | undefined {
  if (node.kind !== "string") return undefined;
  const written = text.slice(...node.range);
  if (written === node.value) return node.range;
  return written.slice(1, -1) === node.value ? [node.range[0] + 1, node.range[1] - 1] : undefined;
}

/** The status of a value that is written on one line and without escapes. */
export function tokenOf(source: SourceText, node: DataNode, vocabulary: Vocabulary): StatusToken | undefined {
  const range = plainRange(source, node);
  const token = range === undefined ? undefined : readStatus(source.text.slice(...range), 0, vocabulary);
  return token === undefined || range === undefined ? undefined : moveToken(token, range[0]);
}

function entryOf(source: SourceText, key: string, keyRange: Range, title: string, node: DataNode, vocabulary: Vocabulary): SelectedEntry[] {
  const value = textOf(node);
  if (value === undefined) return [];
  return [{ slot: "value", key, keyRange, title, value, valueRange: node.range, token: tokenOf(source, node, vocabulary), group: 0 }];
}

/** The entries that a source's pointer names. */
export function dataEntries(file: StatusFile, select: Select, vocabulary: Vocabulary): { entries: readonly SelectedEntry[]; problem?: SelectProblem } {
  const { source } = file;
  const node = atPointer(file.data?.root, select.pointer ?? "");
  if (node === undefined)
    return { entries: [], problem: { message: `There is nothing at \`${select.pointer ?? ""}\`.`, hint: "Correct the pointer.", range: [0, 0] } };
  const [keyName, valueName] = [select.key ?? "id", select.value ?? "status"];
  if (node.kind === "map") {
    return {
      entries: node.entries.flatMap(({ key, keyRange, value }) => {
        const inner = value.kind === "map" ? child(value, valueName) : value;
        return inner === undefined
          ? []
          : entryOf(source, key, keyRange, textOf(child(value, "title")) ?? textOf(child(value, "name")) ?? "", inner, vocabulary);
      }),
    };
  }
  if (node.kind !== "list")
    return {
      entries: [],
      problem: {
        message: `At \`${select.pointer ?? ""}\` stands neither a map nor a list.`,
        hint: "Point at a map of statuses or a list of maps.",
        range: node.range,
      },
    };
  return {
    entries: node.items.flatMap((item) => {
      const [name, value] = [child(item, keyName), child(item, valueName)];
      if (name === undefined || value === undefined || name.kind === "map" || name.kind === "list" || name.kind === "null") return [];
      const key = name.kind === "number" || name.kind === "other" ? name.raw : String(name.value);
      return entryOf(source, key, name.range, textOf(child(item, "title")) ?? "", value, vocabulary);
    }),
  };
}

/** What a mirror with a pointer says: one status a file, whose key stands in the file or in its path. */
export function mirrorEntry(file: StatusFile, mirror: MirrorOption, template: EntityTemplate, vocabulary: Vocabulary): Statement | undefined {
  const { source } = file;
  const node = atPointer(file.data?.root, mirror.pointer ?? "/status");
  const token = node === undefined ? undefined : tokenOf(source, node, vocabulary);
  if (node === undefined || token === undefined) return undefined;
  const keyNode = mirror.key?.pointer === undefined ? undefined : atPointer(file.data?.root, mirror.key.pointer);
  const text = mirror.key?.pointer === undefined ? source.path : keyNode?.kind === "number" ? keyNode.raw : textOf(keyNode);
  if (text === undefined) return undefined;
  const key = mirror.key?.pattern === undefined ? text : new RegExp(mirror.key.pattern, "u").exec(text.slice(0, 300))?.[1];
  const entity = key === undefined ? undefined : entityOf(key, template);
  return entity === undefined ? undefined : { source, slot: "value", label: entity, token, range: node.range, group: 0 };
}
