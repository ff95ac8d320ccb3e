// Whether a mirror's line was changed later than its source's: then the source is not taken over unasked.
import type { Context } from "@caio/repo-model/check";
import type { Range, SourceText } from "@caio/repo-model/text";
import type { Statement } from "./statement.js";

/** A line of a file, as text and number. */
interface Place {
  readonly source: SourceText;
  readonly line: number;
}

const key = ({ source, line }: Place): string => `${source.path}\0${line}`;

const lineText = ({ source, line }: Place): string => source.text.slice(...(source.lineRange(line) ?? [0, 0]));

/** The number that a line has in the last commit; `changed` where it is not there as it is, `unclear` where it is there more than once. */
function committedLine(place: Place, committed: SourceText): number | "changed" | "unclear" {
  const wanted = lineText(place);
  if (lineText({ source: committed, line: place.line }) === wanted) return place.line;
  let found: number | undefined;
  for (let line = 1; line <= committed.lineStarts.length; line++) {
    if (lineText({ source: committed, line }) !== wanted) continue;
    if (found !== undefined) return "unclear";
    found = line;
  }
  return found ?? "changed";
}

/** When each line was last changed: `now` where it is not committed, nothing where there is no history. One look at git for each file. */
async function changeTimes(context: Context, places: readonly Place[]): Promise<ReadonlyMap<string, string>> {
  const times = new Map<string, string>();
  if (context.git === undefined) return times;
  for (const path of new Set(places.map(({ source }) => source.path))) {
    try {
      const committed = await context.git.tree("HEAD").text(path);
      const known: { readonly place: Place; readonly line: number }[] = [];
      for (const place of places.filter(({ source }) => source.path === path)) {
        const line = committed === undefined ? "changed" : committedLine(place, committed);
        if (line === "changed") times.set(key(place), "now");
        else if (line !== "unclear") known.push({ place, line });
      }
      const commits = await context.git.blame(
        path,
        known.map(({ line }) => [line, line]),
      );
      for (const [index, { place }] of known.entries()) {
        const date = commits[index]?.authorDate;
        if (date !== undefined) times.set(key(place), date);
      }
    } catch {
      // Without history nothing is newer than anything.
    }
  }
  return times;
}

/** A statement with the place that it is compared with. */
interface Pair {
  readonly statement: Statement;
  readonly source: SourceText;
  readonly at: Range;
}

/** Statements whose line was changed later than the place that they are compared with: by the commits that last changed each. */
export async function newerStatements(context: Context, compared: readonly Pair[]): Promise<Set<Statement>> {
  const pairs = compared.map(({ statement, source, at }) => ({
    statement,
    mine: { source: statement.source, line: statement.source.position(statement.token.range[0]).line },
    theirs: { source, line: source.position(at[0]).line },
  }));
  const times = await changeTimes(
    context,
    pairs.flatMap(({ mine, theirs }) => [mine, theirs]),
  );
  const newer = new Set<Statement>();
  for (const { statement, mine, theirs } of pairs) {
    const [here, there] = [times.get(key(mine)), times.get(key(theirs))];
    if (here === undefined || there === undefined || here === there) continue;
    if (here === "now" || (there !== "now" && here > there)) newer.add(statement);
  }
  return newer;
}
