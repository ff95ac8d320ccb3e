// Settling findings: the entries that are added to `.caio/allow`, as edits.
import type { CommandResult, Context } from "@caio/repo-model/check";
import { attributesPath, RepoError, withUnionMerge, type Edit } from "@caio/repo-model/text";
import { allowEntry, allowPath, allowText, readAllow, type AllowEntry } from "../allow.js";
import type { Label } from "../detect/candidate.js";
import type { Sighting } from "../facts.js";

/** What a person says of a finding. */
export interface Settlement {
  readonly sighting: Sighting;
  readonly label: Label;
  readonly reason: string;
  /** `-` for never. */
  readonly expires: string;
}

/** A date as it is given on the command line or at the terminal; `-` for none. Throws USAGE, for a date before `today` too. */
export function expiryOf(text: string | undefined, today: string): string {
  if (text === undefined || text === "" || text === "-") return "-";
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) {
    if (text < today) throw new RepoError("USAGE", `\`${text}\` is past: an entry until then settles nothing.`);
    return text;
  }
  throw new RepoError("USAGE", `\`${text}\` is no date of the form YYYY-MM-DD.`);
}

function entryOf({ sighting: { candidate, at }, label, reason, expires }: Settlement): Omit<AllowEntry, "line"> {
  const words = reason.replace(/\s+/g, " ").trim();
  return allowEntry(
    { rule: candidate.kind, path: at.path, label, reason: words, expires, ...(at.commit === undefined ? {} : { isHistory: true }) },
    candidate.value,
  );
}

/** Adds entries to what is there, and the attribute by which branches merge. */
export async function settle({ files }: Context, settlements: readonly Settlement[], summary: string): Promise<CommandResult> {
  const source = await files.text(allowPath);
  const text = allowText([...readAllow(source), ...settlements.map(entryOf)]);
  const edits: Edit[] = [source === undefined ? { path: allowPath, create: text } : { path: allowPath, range: [0, source.text.length], text }];
  const attributes = await files.text(attributesPath);
  const merged = withUnionMerge(attributes?.text, "allow");
  if (attributes === undefined) edits.push({ path: attributesPath, create: merged });
  else if (merged !== attributes.text) edits.push({ path: attributesPath, range: [0, attributes.text.length], text: merged });
  return { kind: "write", edits, summary };
}
