// Sources that claim the same things: a fault of the configuration, for neither may win.
import type { Context } from "@caio/repo-model/check";
import { RepoError } from "@caio/repo-model/text";
import type { DeclaredSource, SourceEntry } from "./declared.js";
import type { Conflict } from "./directed.js";
import { entityName, identity } from "./entity.js";
import { compareTitles } from "./titles.js";

/** Whether two sources speak for a document in common, be it one of themselves. */
function isShared(one: DeclaredSource, other: DeclaredSource): boolean {
  const paths = new Set([one.source.path, ...one.mirrors.map(({ source }) => source.path)]);
  return [other.source.path, ...other.mirrors.map(({ source }) => source.path)].some((path) => paths.has(path));
}

/** The things that both claim. */
function claimedByBoth(one: DeclaredSource, other: DeclaredSource): (readonly [SourceEntry, SourceEntry])[] {
  if (!isShared(one, other)) return [];
  return [...one.entries].flatMap(([key, mine]) => {
    const theirs = other.entries.get(key);
    return theirs === undefined || compareTitles(mine.entity.title, theirs.entity.title) === "different" ? [] : [[mine, theirs] as const];
  });
}

const differ = ([mine, theirs]: readonly [SourceEntry, SourceEntry]): boolean =>
  mine.entry.token !== undefined && theirs.entry.token !== undefined && !mine.entry.token.fits.has(theirs.entry.token.state);

/** Tells what two sources claim, and drops the conflicts of what they state differently: the fixes would go to and fro. */
export function withoutRivals(context: Context, conflicts: readonly Conflict[], declared: readonly DeclaredSource[]): Conflict[] {
  const rivals = new Set<string>();
  for (const [index, one] of declared.entries()) {
    for (const other of declared.slice(index + 1)) {
      const both = claimedByBoth(one, other);
      const [first] = both;
      const different = both.filter(differ);
      for (const [{ entity, source, entry }] of different) {
        rivals.add(identity(entity));
        context.trouble(
          new RepoError(
            "CONFIG_INVALID",
            `The sources \`${one.option.id}\` and \`${other.option.id}\` state different statuses of \`${entityName(entity)}\` for the same mirrors.`,
            { at: source.at(entry.valueRange), hint: "Let one source have it, or give them different mirrors." },
          ),
        );
      }
      if (different.length > 0 || first === undefined) continue;
      const [{ entity, source, entry }] = first;
      const more = both.length > 1 ? ` and ${both.length - 1} more` : "";
      context.trouble(
        new RepoError(
          "CONFIG_INVALID",
          `The sources \`${one.option.id}\` and \`${other.option.id}\` both claim \`${entityName(entity)}\`${more} for the same mirrors.`,
          {
            at: source.at(entry.valueRange),
            hint: "Let one source have them, or give them different mirrors.",
          },
        ),
      );
    }
  }
  return conflicts.filter(({ statement }) => !rivals.has(identity(statement.label)));
}
