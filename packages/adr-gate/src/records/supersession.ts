// Supersession: what a record's status names as its successor, and whether the successor says so.
import { numbersIn } from "../body/mentions.js";
import type { DecisionRecord } from "./read-record.js";
import { baseName, resolvePath } from "./record-path.js";
import type { RecordShelf } from "./record-shelf.js";

/** The path that a link in a record leads to; undefined where it leaves the repository or is an anchor. */
export function linkedPath(from: string, target: string): string | undefined {
  if (target === "" || /^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(target)) return undefined;
  try {
    return resolvePath(`${from.slice(0, from.lastIndexOf("/") + 1)}${decodeURIComponent(target.replace(/[?#].*$/s, ""))}`);
  } catch {
    return undefined;
  }
}

/** The records that a superseded one's status names as its successors. */
function successors(record: DecisionRecord, shelf: RecordShelf): readonly string[] {
  const { document, status } = record;
  const named = numbersIn(status.text).flatMap(({ number }) => shelf.numbered(number));
  const links = document.links.flatMap(({ target, label }) =>
    target !== undefined && status.text.includes(document.text.slice(...label)) ? (linkedPath(record.path, target) ?? []) : [],
  );
  return [...new Set([...named, ...links])].filter((path) => path !== record.path && shelf.at(path) !== undefined);
}

/** Whether a record speaks of another one: by number, file name, or link. */
function mentions(record: DecisionRecord, other: DecisionRecord): boolean {
  const { text, links } = record.document;
  if (other.number !== undefined && (numbersIn(text).some(({ number }) => number === other.number) || new RegExp(`(?<!\\d)0*${other.number}\\.`).test(text)))
    return true;
  return text.includes(baseName(other.path)) || links.some(({ target }) => target !== undefined && linkedPath(record.path, target) === other.path);
}

/** The successors of a superseded record that do not speak of it. */
export function silentSuccessors(record: DecisionRecord, shelf: RecordShelf): readonly DecisionRecord[] {
  if (record.status.kind !== "superseded") return [];
  return successors(record, shelf).flatMap((path) => {
    const next = shelf.at(path);
    return next === undefined || mentions(next, record) ? [] : [next];
  });
}
