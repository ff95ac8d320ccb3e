// Copies of one record in several formats: what each says of the record, and of the things in it.
import { atPointer, child, textOf, type DataNode } from "@caio/repo-model/data";
import type { Range, SourceText } from "@caio/repo-model/text";
import { tokenOf } from "./data-entries.js";
import type { StatusFile } from "./declared.js";
import { entityName, identity } from "./entity.js";
import { workKinds } from "./entity-kinds.js";
import type { Label } from "./label.js";
import { eitherMatcher, nameMatcher, normalName, normalNumber, workMatcher } from "./matcher.js";
import { headingsOf } from "./outline.js";
import { statementsOf, statusLine, type ReadingOptions } from "./statements.js";
import type { Statement } from "./statement.js";
import { moveToken, readStatus } from "./token.js";
import type { Vocabulary } from "./vocabulary.js";

/** One copy: its statements by what they are of; the record itself has the empty key. */
export interface Copy {
  readonly source: SourceText;
  readonly statements: ReadonlyMap<string, Statement>;
  /** All of them, for the style of a fix. */
  readonly all: readonly Statement[];
}

const nameKeys = ["id", "key", "number", "phase", "name", "title"];
const deepest = 8;
const mostEntries = 5_000;

/** The thing that a map in a data file is about; `kind` is what the list that holds it is called. */
function labelOf(node: DataNode, kind: string): Label | undefined {
  for (const key of nameKeys) {
    const value = child(node, key);
    const text = value?.kind === "number" ? value.raw : textOf(value);
    if (text === undefined || text.trim() === "") continue;
    const match = workMatcher.match(text.trim());
    if (match !== undefined) return { kind: match.kind, number: match.number, title: textOf(child(node, "title")) ?? "" };
    if (/^\d{1,4}(?:\.\d{1,4}){0,5}[a-z]?$/i.test(text) && kind !== "") return { kind, number: normalNumber(text), title: textOf(child(node, "title")) ?? "" };
    return { kind: "", number: normalName(text), title: "" };
  }
  return undefined;
}

const singular = (key: string): string => {
  const kind = key.toLowerCase().replace(/s$/, "");
  return workKinds.includes(kind) ? kind : "";
};

/** What a data file says: of the record at `pointer`, and of each map in a list that has a name and a status. */
function dataStatements(source: SourceText, root: DataNode | undefined, pointer: string, vocabulary: Vocabulary): Statement[] {
  const found: Statement[] = [];
  const add = (label: Label, node: DataNode | undefined): void => {
    const token = node === undefined ? undefined : tokenOf(source, node, vocabulary);
    if (token !== undefined && node !== undefined && found.length < mostEntries)
      found.push({ source, slot: "value", label, token, range: node.range, group: 0 });
  };
  add({ kind: "", number: "", title: "" }, atPointer(root, pointer));
  const walk = (node: DataNode, kind: string, depth: number): void => {
    if (depth > deepest) return;
    if (node.kind === "map") for (const { key, value } of node.entries) walk(value, value.kind === "list" ? singular(key) : "", depth + 1);
    if (node.kind !== "list") return;
    for (const item of node.items) {
      const label = item.kind === "map" ? labelOf(item, kind) : undefined;
      if (label !== undefined) add(label, child(item, "status") ?? child(item, "state"));
      walk(item, "", depth + 1);
    }
  };
  if (root !== undefined) walk(root, "", 0);
  return found;
}

/** The status of a document as a whole: in its front matter, or in the `Status:` line below its first heading. */
function recordStatement(file: StatusFile, pointer: string, vocabulary: Vocabulary): Statement | undefined {
  const { source, markdown, data } = file;
  const label: Label = { kind: "", number: "", title: "" };
  const node = atPointer(data?.root, pointer);
  const own = node === undefined ? undefined : tokenOf(source, node, vocabulary);
  if (node !== undefined && own !== undefined) return { source, slot: "value", label, token: own, range: node.range, group: 0 };
  if (markdown === undefined) return undefined;
  const outline = headingsOf(markdown);
  for (const line of markdown.paragraphs) {
    const raw = source.text.slice(...line);
    const lead = raw.length > 500 ? null : statusLine.exec(raw);
    if (lead === null || (outline.subject(line[0]) ?? 0) !== 0) continue;
    const token = readStatus(raw, lead[0].length, vocabulary);
    const suffix: Range = [line[0] + lead[0].length, line[1]];
    return token === undefined ? undefined : { source, slot: "line", label, token: moveToken(token, line[0]), range: line, group: 0, suffix };
  }
  return undefined;
}

/** What a thing is called in a message: the record itself by its file. */
export const copyName = ({ label, source }: Statement): string => (label.kind === "" && label.number === "" ? source.path : entityName(label));

/** Reads the copies of one record. Things are known by number or by the names that data files give them. */
export function readCopies(files: readonly StatusFile[], pointer: string, readingOf: (file: StatusFile) => ReadingOptions): Copy[] {
  const data = new Map(
    files.map((file) => [file, file.markdown === undefined ? dataStatements(file.source, file.data?.root, pointer, readingOf(file).vocabulary) : []]),
  );
  const names = [...data.values()].flat().flatMap(({ label }) => (label.kind === "" && label.number !== "" ? [label.number] : []));
  const matcher = eitherMatcher(workMatcher, nameMatcher([...new Set(names)]));
  return files.map((file): Copy => {
    const reading = readingOf(file);
    const record = file.markdown === undefined ? undefined : recordStatement(file, pointer, reading.vocabulary);
    const all =
      file.markdown === undefined
        ? (data.get(file) ?? [])
        : [...(record === undefined ? [] : [record]), ...statementsOf(file.source, file.markdown, { ...reading, matcher }).statements];
    const statements = new Map<string, Statement>();
    const unclear = new Set<string>();
    for (const one of all) {
      const key = identity(one.label);
      const before = statements.get(key);
      if (before === undefined) statements.set(key, one);
      else if (before.token.state !== one.token.state) unclear.add(key);
    }
    for (const key of unclear) statements.delete(key);
    return { source: file.source, statements, all };
  });
}
