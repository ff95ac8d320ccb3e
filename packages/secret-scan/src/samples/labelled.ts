// A labelled set: files as people write them, with every secret's lines known. Made at run time from a seed; nothing of it is stored.
import { randomFrom } from "./sample.js";
import { valueMaker, type ValueKind, type Values } from "./values.js";

/** A file of the set, and the lines (from 1) of each secret in it. */
export interface LabelledFile {
  readonly path: string;
  readonly category: string;
  readonly text: string;
  readonly secrets: readonly (readonly [first: number, last: number])[];
}

/** A row: where a text stands and how it is written; with one value of each kind in turn. */
export interface Row {
  readonly category: string;
  readonly path: string;
  readonly kinds: readonly ValueKind[];
  readonly write: (value: string, values: Values) => string;
}

const open = "\u0001";
const close = "\u0002";

/** Marks a part of a text as a secret. */
export const secret = (text: string): string => `${open}${text}${close}`;

const lineAt = (text: string, at: number): number => text.slice(0, at).split("\n").length;

function unmarked(marked: string): Pick<LabelledFile, "text" | "secrets"> {
  let text = "";
  let from = 0;
  const secrets: (readonly [number, number])[] = [];
  for (const unit of marked) {
    if (unit === open) from = text.length;
    else if (unit === close) secrets.push([lineAt(text, from), lineAt(text, text.trimEnd().length)]);
    else text += unit;
  }
  return { text: text.endsWith("\n") ? text : `${text}\n`, secrets };
}

/** The files of rows, each in a folder of its own: `f017/app/settings.py`. */
export function labelledFiles(rows: readonly Row[], seed: number): LabelledFile[] {
  const values = valueMaker(randomFrom(seed));
  let count = 0;
  return rows.flatMap(({ category, path, kinds, write }) =>
    kinds.map((kind) => ({ path: `f${String(++count).padStart(3, "0")}/${path}`, category, ...unmarked(write(values[kind](), values)) })),
  );
}
