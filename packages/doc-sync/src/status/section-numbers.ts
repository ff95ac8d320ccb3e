// Numbers of headings that stand twice: "3. Storage" after "3. Parser".
import type { Heading, MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import { isHistoryPath } from "./entity-kinds.js";
import { historySections, within } from "./history.js";
import type { ReadingOptions } from "./statements.js";

export interface DuplicateNumber {
  readonly source: SourceText;
  readonly number: string;
  readonly heading: Heading;
  readonly first: Heading;
}

/** "3. Title", "3) Title", "3.2 Title", "3.2. Title"; "200 OK" and "2024" are no section numbers. */
const numbered = /^(?:§ ?)?(\d{1,2}(?:\.\d{1,2}){1,4}(?=[.):]?\s+\p{L})|\d{1,2}(?=[.)]\s+\S))/u;

/** Fewer numbered headings than this in a row are no numbering. */
const leastNumbered = 3;

interface Run {
  readonly seen: Map<string, Heading>;
  readonly doubled: DuplicateNumber[];
  last: readonly number[];
}

const pathOf = (number: string): readonly number[] => number.split(".").map(Number);
const lastOf = (path: readonly number[]): number => path.at(-1) ?? 0;

/** Finds the headings whose number another one under the same heading has already. A numbering that begins anew is another one. */
export function duplicateNumbers(source: SourceText, markdown: MarkdownDocument, reading: ReadingOptions): DuplicateNumber[] {
  if (isHistoryPath(source.path)) return [];
  let apart: readonly Range[] | undefined;
  const isApart = ([start]: Range): boolean => within((apart ??= [...historySections(markdown, reading), ...markdown.quotes]), start);
  const runs = new Map<string, Run[]>();
  for (const heading of markdown.headings) {
    const number = numbered.exec(heading.text.slice(0, 80))?.[1];
    if (number === undefined || isApart(heading.range)) continue;
    const path = pathOf(number);
    const key = `${heading.parent ?? ""} ${heading.level} ${path.slice(0, -1).join(".")}`;
    const known = runs.get(key) ?? [];
    runs.set(key, known);
    let run = known.at(-1);
    // "1" again, and anything that goes back further than to its neighbour, begins another list.
    if (run === undefined || lastOf(path) <= lastOf(run.last) - (lastOf(run.last) === 1 ? 0 : 1) || (lastOf(path) === 1 && run.seen.has(number)))
      known.push((run = { seen: new Map(), doubled: [], last: path }));
    const first = run.seen.get(number);
    if (first === undefined) run.seen.set(number, heading);
    else run.doubled.push({ source, number, heading, first });
    run.last = path;
  }
  return [...runs.values()].flat().flatMap(({ seen, doubled }) => (seen.size >= leastNumbered ? doubled : []));
}
