// The matrix that `status` prints: each thing's state in each document, drift marked.
import { escapeControls } from "@caio/repo-model/text";
import type { DeclaredSource } from "./declared.js";
import type { Conflict } from "./directed.js";
import { compareEntities, entityName, identity } from "./entity.js";
import type { Numbering } from "./numbering.js";
import type { State } from "./status-words.js";
import type { Statement } from "./statement.js";
import type { StatusFacts } from "./status-facts.js";
import { sharedNumberings } from "./undirected.js";

/** What one document says of one thing; `state` is absent where it names it without a status that is known. */
export interface MatrixCell {
  readonly path: string;
  readonly state: State | "unclear";
  readonly line: number;
  readonly isDrift: boolean;
}

export interface MatrixRow {
  readonly entity: string;
  readonly title: string;
  readonly cells: readonly MatrixCell[];
}

/** One matrix: a declared source with its mirrors, or documents that number the same things. The first document of a declared one is the source. */
export interface Matrix {
  readonly source?: string;
  readonly documents: readonly string[];
  readonly rows: readonly MatrixRow[];
}

const lineOf = ({ source, token }: Statement): number => source.position(token.range[0]).line;

/** Folds what one document says of one thing: statements that differ among themselves are unclear. */
function cellOf(statements: readonly Statement[], isDrift: (statement: Statement) => boolean): MatrixCell[] {
  const [first] = statements;
  if (first === undefined) return [];
  const drifted = statements.find(isDrift);
  const shown = drifted ?? first;
  const isClear = drifted !== undefined || statements.every(({ token }) => token.fits.has(first.token.state));
  return [{ path: first.source.path, state: isClear ? shown.token.state : "unclear", line: lineOf(shown), isDrift: drifted !== undefined }];
}

function declaredMatrix({ option, source, entries, mirrors }: DeclaredSource, conflicts: readonly Conflict[]): Matrix {
  const drifted = new Set(conflicts.map(({ statement }) => statement));
  const ordered = [...entries].toSorted(([, a], [, b]) => compareEntities(a.entity, b.entity));
  const rows = ordered.map(([key, { entity, entry }]): MatrixRow => {
    const own: MatrixCell = { path: source.path, state: entry.token?.state ?? "unclear", line: source.position(entry.valueRange[0]).line, isDrift: false };
    const cells = mirrors.flatMap(({ source: mirror, statements }) =>
      mirror.path === source.path
        ? []
        : cellOf(
            statements.filter(({ label }) => identity(label) === key),
            (one) => drifted.has(one),
          ),
    );
    return { entity: entityName(entity), title: entity.title, cells: [own, ...cells] };
  });
  const named = new Set(rows.flatMap(({ cells }) => cells.map(({ path }) => path)));
  return { source: option.id, documents: [source.path, ...[...named].filter((path) => path !== source.path).toSorted()], rows };
}

function sharedMatrix(group: readonly Numbering[], drifted: ReadonlySet<Statement>): Matrix {
  const numbers = [...new Set(group.flatMap(({ entries }) => [...entries.keys()]))].toSorted((a, b) =>
    compareEntities({ kind: "", number: a }, { kind: "", number: b }),
  );
  const rows = numbers.flatMap((number): MatrixRow[] => {
    const cells = group.flatMap(({ entries }) => cellOf(entries.get(number)?.statements ?? [], (one) => drifted.has(one)));
    const title = group.flatMap(({ entries }) => entries.get(number)?.titles ?? [])[0] ?? "";
    return cells.length === 0 ? [] : [{ entity: entityName({ kind: group[0]?.kind ?? "", number }), title, cells }];
  });
  return { documents: group.map(({ path }) => path).toSorted(), rows };
}

/** All matrices: those of declared sources, then those of documents that share a numbering and have no declaration. */
export function matricesOf({ declared, conflicts, documents, disagreements }: StatusFacts): Matrix[] {
  const governed = new Set(declared.map(({ source }) => source.path as string));
  const drifted = new Set(disagreements.flatMap(({ stale, others }) => [stale, ...others]));
  const shared = sharedNumberings(documents).filter((group) => !group.some(({ path }) => governed.has(path)));
  return [...declared.map((one) => declaredMatrix(one, conflicts)), ...shared.map((group) => sharedMatrix(group, drifted))];
}

const shown = (text: string, most: number): string => {
  const safe = escapeControls(text);
  return safe.length > most ? `${safe.slice(0, most - 1)}…` : safe;
};

/** A matrix as text: one row a thing, one numbered column a document, `!` at what disagrees, `·` where nothing is said. */
function matrixText({ source, documents, rows }: Matrix): string {
  const names = documents.map(
    (path, index) => `[${index + 1}] ${escapeControls(path)}${source !== undefined && index === 0 ? ` (source \`${escapeControls(source)}\`)` : ""}`,
  );
  const heads = rows.map(({ entity, title }) => shown(title === "" ? entity : `${entity}: ${title}`, 48));
  const width = Math.max(8, ...heads.map(({ length }) => length));
  const column = (path: string, row: MatrixRow): string => {
    const cell = row.cells.find((one) => one.path === path);
    return cell === undefined ? "·" : `${cell.state}${cell.isDrift ? " !" : ""}`;
  };
  const head = `${"".padEnd(width)}  ${documents.map((_, index) => `[${index + 1}]`.padEnd(14)).join("")}`.trimEnd();
  const lines = rows.map((row, index) => `${(heads[index] ?? "").padEnd(width)}  ${documents.map((path) => column(path, row).padEnd(14)).join("")}`.trimEnd());
  return `${names.join("\n")}\n\n${head}\n${lines.join("\n")}\n`;
}

/** All matrices as text. */
export function matricesText(matrices: readonly Matrix[]): string {
  if (matrices.length === 0) return "No two documents state the status of the same numbered things, and no source is declared.\n";
  const drift = matrices.flatMap(({ rows }) => rows).filter(({ cells }) => cells.some(({ isDrift }) => isDrift)).length;
  return `${matrices.map(matrixText).join("\n")}\n${drift === 0 ? "All agree." : `${drift} ${drift === 1 ? "thing differs" : "things differ"}.`}\n`;
}
