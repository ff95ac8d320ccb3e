// The records of one state of the repository, each read when it is asked for.
import { addTo } from "@caio/repo-model/text";
import { isRecordPath, recordNumber, stemOf } from "./record-path.js";
import { readRecord, type DecisionRecord } from "./read-record.js";

export interface RecordShelf {
  readonly paths: readonly string[];
  /** The record at a path, exactly. */
  at(path: string): DecisionRecord | undefined;
  has(path: string): boolean;
  numbered(number: number): readonly string[];
  named(stem: string): readonly string[];
  /** Records whose text speaks of supersession: no other one can be superseded. */
  readonly superseding: readonly string[];
  /** Numbers that more than one record has. */
  readonly duplicates: readonly number[];
}

/** Puts records on a shelf; files in the folders that are none by their name are left out. */
export function recordShelf(records: Readonly<Record<string, string>>, dirs: readonly string[], acceptedStatuses: readonly string[]): RecordShelf {
  const texts = new Map(Object.entries(records).filter(([path]) => isRecordPath(path, dirs)));
  const paths = [...texts.keys()].toSorted();
  const read = new Map<string, DecisionRecord>();
  const byNumber = new Map<number, string[]>();
  const byStem = new Map<string, string[]>();
  for (const path of paths) {
    const number = recordNumber(path);
    if (number !== undefined) addTo(byNumber, number, path);
    addTo(byStem, stemOf(path), path);
  }
  return {
    paths,
    at(path) {
      const text = texts.get(path);
      if (text === undefined) return undefined;
      const known = read.get(path) ?? readRecord(path, text, acceptedStatuses);
      read.set(path, known);
      return known;
    },
    has: (path) => texts.has(path),
    numbered: (number) => byNumber.get(number) ?? [],
    named: (stem) => byStem.get(stem) ?? [],
    superseding: paths.filter((path) => /supersed|superced|replaced/i.test(texts.get(path) ?? "")),
    duplicates: [...byNumber].filter(([, list]) => list.length > 1).map(([number]) => number),
  };
}
