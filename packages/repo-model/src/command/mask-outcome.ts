// An outcome with every secret masked: messages, help, data, fixes, and the lines that a report shows.
import type { Finding, JsonValue, Outcome, RunOutcome } from "../check/index.js";
import { isRepoError, RepoError, shownFrom, sourceOf, repoPath, sourceText, type Location, type RepoPath, type SourceText } from "../text/index.js";

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

/** Masks a whole outcome. */
export function maskOutcome<O extends Outcome & Partial<Pick<RunOutcome, "suppressions">>>(outcome: O, mask: Mask): O {
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
  const finding = (one: Finding): Finding => ({
    ...one,
    message: mask(one.message),
    at: at(one.at),
    ...(one.help === undefined ? {} : { help: mask(one.help) }),
    ...(one.related === undefined ? {} : { related: one.related.map((related) => ({ message: mask(related.message), at: at(related.at) })) }),
    ...(one.data === undefined ? {} : { data: maskValue(one.data, mask) as NonNullable<Finding["data"]> }),
    ...(one.fix === undefined
      ? {}
      : {
          fix: {
            ...one.fix,
            title: mask(one.fix.title),
            edits: one.fix.edits.map((edit) =>
              "text" in edit
                ? { ...edit, path: path(edit.path), text: mask(edit.text) }
                : "create" in edit
                  ? { ...edit, path: path(edit.path), create: mask(edit.create) }
                  : { ...edit, path: path(edit.path) },
            ),
          },
        }),
  });
  const trouble = (error: RepoError): RepoError =>
    isRepoError(error)
      ? new RepoError(error.code, mask(error.message), {
          hint: error.hint === undefined ? undefined : mask(error.hint),
          at: error.at === undefined ? undefined : at(error.at),
          cause: error.cause,
        })
      : error;
  const suppressions = outcome.suppressions?.map((use) => ({ ...use, at: at(use.at) }));
  return {
    ...outcome,
    findings: outcome.findings.map(finding),
    troubles: outcome.troubles.map(trouble),
    ...(suppressions === undefined ? {} : { suppressions }),
    skipped: outcome.skipped.map((one) => ({ ...one, path: path(one.path) })),
  };
}
