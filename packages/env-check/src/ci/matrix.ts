// The combinations of a matrix, with `include` and `exclude` as GitHub has them.
import { child, type DataNode } from "@caio/repo-model/data";

/** More combinations than these are not followed; what is excluded is not counted. GitHub itself runs 256 at most. */
const most = 128;
const mostBefore = 1024;

type Combination = ReadonlyMap<string, string>;

/** A scalar as GitHub writes it out: a number as a number, so that `3.10` is `3.1`. */
export function scalarText(node: DataNode | undefined): string | undefined {
  if (node?.kind === "string") return node.value;
  if (node?.kind === "number" || node?.kind === "boolean") return String(node.value);
  return node?.kind === "null" ? "" : undefined;
}

/** A value with its inner ones: `{python: {version: 3}}` is `python.version`. */
function flattened(key: string, node: DataNode): readonly (readonly [string, string])[] {
  if (node.kind === "map") return node.entries.flatMap((entry) => flattened(`${key}.${entry.key}`, entry.value));
  if (node.kind === "list") return node.items.flatMap((item, at) => flattened(`${key}.${at}`, item));
  const text = scalarText(node);
  return text === undefined ? [] : [[key, text]];
}

const entriesOf = (node: DataNode | undefined): Extract<DataNode, { kind: "map" }>["entries"] => (node?.kind === "map" ? node.entries : []);
const itemsOf = (node: DataNode | undefined): readonly DataNode[] => (node?.kind === "list" ? node.items : []);

/** The combinations of a job's `strategy.matrix`; one empty one without. Undefined where there are too many. */
export function combinationsOf(matrix: DataNode | undefined): readonly Combination[] | undefined {
  const axes = entriesOf(matrix).filter(({ key, value }) => key !== "include" && key !== "exclude" && value.kind === "list");
  let all: ReadonlyMap<string, string>[] = axes.length === 0 ? [] : [new Map()];
  for (const { key, value } of axes) {
    all = all.flatMap((one) => itemsOf(value).map((item) => new Map([...one, ...flattened(key, item)])));
    if (all.length > mostBefore) return undefined;
  }
  const matches = (one: Combination, wanted: readonly (readonly [string, string])[]): boolean => wanted.every(([key, value]) => one.get(key) === value);
  for (const entry of itemsOf(child(matrix, "exclude"))) {
    const wanted = entriesOf(entry).flatMap(({ key, value }) => flattened(key, value));
    if (wanted.length > 0) all = all.filter((one) => !matches(one, wanted));
  }
  const isAxis = (key: string): boolean => axes.some((axis) => axis.key === key || key.startsWith(`${axis.key}.`));
  const originals = all.length;
  for (const entry of itemsOf(child(matrix, "include"))) {
    const values = entriesOf(entry).flatMap(({ key, value }) => flattened(key, value));
    const wanted = values.filter(([key]) => isAxis(key));
    const fitting = all.slice(0, originals).filter((one) => matches(one, wanted));
    // It adds to the combinations that it fits, and makes one of its own where it fits none.
    if (fitting.length > 0) all = all.map((one, at) => (at < originals && fitting.includes(one) ? new Map([...one, ...values]) : one));
    else all.push(new Map(values));
  }
  if (all.length > most) return undefined;
  return all.length === 0 ? [new Map()] : all;
}
