// Findings, troubles and suppressions as they can be cloned between threads: a clone of a location has lost its text, and a clone of an error its class.
import { RepoError, shownFrom, sourceOf, sourceText, type Location, type RepoPath, type SourceText } from "../text/index.js";
import type { RawFinding } from "./check.js";
import type { InlineSuppression, Suppressions } from "./suppression.js";

/** A location, and which of the texts it was made from; -1 for none. */
type Placed = readonly [at: Location, text: number];
type ClonedText = readonly [path: RepoPath, text: string, firstLine: number];
type Related = NonNullable<RawFinding["related"]>[number];
type ClonedTrouble = Pick<RepoError, "code" | "message" | "hint"> & { readonly at: Placed | undefined; readonly stack: string | undefined };

/** What can be cloned. */
export interface Cloned {
  readonly texts: readonly ClonedText[];
  readonly findings: readonly (Omit<RawFinding, "at" | "related" | "causes"> & {
    readonly at: Placed;
    readonly related?: readonly (Omit<Related, "at"> & { readonly at: Placed })[];
    readonly causes?: readonly RepoPath[];
  })[];
  readonly troubles: readonly ClonedTrouble[];
  readonly suppressions: readonly (readonly [RepoPath, readonly (Omit<InlineSuppression, "at"> & { readonly at: Placed })[]])[];
}

interface Whole {
  readonly findings: readonly RawFinding[];
  readonly troubles: readonly RepoError[];
  readonly suppressions: Suppressions;
}

/** Makes what can be cloned; each text is there once. */
export function toClone({ findings, troubles, suppressions }: Whole): Cloned {
  const texts: ClonedText[] = [];
  const known = new Map<SourceText, number>();
  const placed = (at: Location): Placed => {
    const source = sourceOf(at);
    if (source === undefined) return [at, -1];
    let index = known.get(source);
    if (index === undefined) {
      known.set(source, (index = texts.length));
      texts.push([source.path, source.text, source.position(0).line]);
    }
    return [at, index];
  };
  return {
    texts,
    findings: findings.map(({ at, related, causes, ...rest }) => ({
      ...rest,
      at: placed(at),
      ...(causes === undefined ? {} : { causes: typeof causes === "function" ? causes() : causes }),
      ...(related === undefined ? {} : { related: related.map((one) => ({ ...one, at: placed(one.at) })) }),
    })),
    troubles: troubles.map(({ code, message, hint, at, stack }) => ({ code, message, hint, at: at === undefined ? undefined : placed(at), stack })),
    suppressions: suppressions.map(([path, entries]) => [path, entries.map((entry) => ({ ...entry, at: placed(entry.at) }))] as const),
  };
}

/** What was cloned, whole again. */
export function fromClone({ texts, findings, troubles, suppressions }: Cloned): Whole {
  const sources = texts.map(([path, text, firstLine]) => sourceText(path, text, { firstLine }));
  const located = ([at, index]: Placed): Location => {
    const source = sources[index];
    return source === undefined ? at : shownFrom(at, () => source);
  };
  return {
    findings: findings.map(({ at, related, ...rest }) => ({
      ...rest,
      at: located(at),
      ...(related === undefined ? {} : { related: related.map((one) => ({ ...one, at: located(one.at) })) }),
    })),
    troubles: troubles.map(({ code, message, hint, at, stack }) =>
      Object.assign(new RepoError(code, message, { hint, ...(at === undefined ? {} : { at: located(at) }) }), { stack }),
    ),
    suppressions: suppressions.map(([path, entries]) => [path, entries.map((entry) => ({ ...entry, at: located(entry.at) }))] as const),
  };
}
