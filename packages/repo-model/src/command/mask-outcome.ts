// An outcome with every secret masked: messages, help, data, fixes, and the lines that a report shows.
import { WholeFinding, type Finding, type Fix, type JsonValue, type Outcome, type RunOutcome } from "../check/index.js";
import { isRepoError, RepoError, shownFrom, sourceOf, repoPath, sourceText, type Edit, type Location, type RepoPath, type SourceText } from "../text/index.js";

type Mask = (text: string) => string;

function maskValue(value: JsonValue, mask: Mask): JsonValue {
  if (typeof value === "string") return mask(value);
  if (Array.isArray(value)) return value.map((item: JsonValue) => maskValue(item, mask));
  if (value !== null && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskValue(item, mask)]));
  return value;
}

/** A location whose source shows the masked text; its positions are those of the real one. Few reports show texts: they are masked when one does. */
function maskLocation(real: Location, mask: Mask, path: (path: RepoPath) => RepoPath, sources: Map<SourceText, SourceText>): Location {
  const source = sourceOf(real);
  const name = path(real.path);
  const at = name === real.path ? real : { ...real, path: name };
  if (source === undefined) return at;
  return shownFrom(at, () => {
    let masked = sources.get(source);
    if (masked === undefined) {
      const text = mask(source.text);
      masked = text === source.text ? source : sourceText(source.path, text);
      sources.set(source, masked);
    }
    return masked;
  });
}

type Shown = Pick<Finding, "message" | "at" | "related" | "help" | "fix" | "data">;
type Masked = { -readonly [Key in keyof Shown]: Shown[Key] };

/** What can be masked. */
type Masking = Outcome & Partial<Pick<RunOutcome, "suppressions">>;

/** Masks a whole outcome. */
export function maskOutcome<O extends Masking>(outcome: O, mask: Mask): O {
  return outcomeMask(mask)(outcome);
}

/** Masks outcomes one after the other, each text of a file once. For a report that `shows` no data and no edits these are left out. */
export function outcomeMask(mask: Mask, shows: "all" | "text" = "all"): <O extends Masking>(outcome: O) => O {
  const sources = new Map<SourceText, SourceText>();
  const paths = new Map<RepoPath, RepoPath>();
  // A name may hold a secret too: a token in the name of a file.
  const path = (name: RepoPath): RepoPath => {
    let masked = paths.get(name);
    if (masked === undefined) {
      const text = mask(name);
      paths.set(name, (masked = text === name ? name : repoPath(text)));
    }
    return masked;
  };
  const at = (location: Location): Location => maskLocation(location, mask, path, sources);
  const edit = (one: Edit): Edit =>
    "text" in one
      ? { ...one, path: path(one.path), text: mask(one.text) }
      : "create" in one
        ? { ...one, path: path(one.path), create: mask(one.create) }
        : { ...one, path: path(one.path) };
  const fix = ({ title, kind, edits }: Fix): Fix => ({ title: mask(title), kind, edits: shows === "text" ? [] : edits.map(edit) });
  const finding = (one: Finding): Finding => {
    const fields: Masked = { message: mask(one.message), at: at(one.at) };
    if (one.help !== undefined) fields.help = mask(one.help);
    if (one.related !== undefined) fields.related = one.related.map((related) => ({ message: mask(related.message), at: at(related.at) }));
    if (one.data !== undefined && shows !== "text") fields.data = maskValue(one.data, mask) as NonNullable<Finding["data"]>;
    if (one.fix !== undefined) fields.fix = fix(one.fix);
    return new WholeFinding(one.rule, one.severity, fields, one);
  };
  const trouble = (error: RepoError): RepoError =>
    isRepoError(error)
      ? new RepoError(error.code, mask(error.message), {
          hint: error.hint === undefined ? undefined : mask(error.hint),
          at: error.at === undefined ? undefined : at(error.at),
          cause: error.cause,
        })
      : error;
  return (outcome) => {
    const suppressions = outcome.suppressions?.map((use) => ({ ...use, at: at(use.at) }));
    return {
      ...outcome,
      findings: outcome.findings.map(finding),
      troubles: outcome.troubles.map(trouble),
      ...(suppressions === undefined ? {} : { suppressions }),
      skipped: outcome.skipped.map((one) => ({ ...one, path: path(one.path) })),
    };
  };
}
