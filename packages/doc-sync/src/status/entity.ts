// Entities of a declared source: from the text of a key to what is looked for in other documents.
import { longestText, plainTitle } from "./label.js";
import { kindMatcher, normalName, normalNumber, type LabelMatcher } from "./matcher.js";

/** A key as it is looked for. */
export interface EntityKey {
  readonly kind: string;
  readonly number: string;
  readonly title: string;
}

/** `Phase {key}` as the words before and behind the key. */
export interface EntityTemplate {
  readonly before: string;
  readonly after: string;
  /** The words before the key, in lower case: the kind of numbered things. */
  readonly kind: string;
}

/** Reads a template; it holds `{key}` once. */
export function entityTemplate(entity: string): EntityTemplate {
  const [before = "", after = ""] = entity.split("{key}");
  return { before, after, kind: before.trim().toLowerCase() };
}

const numbered = /^#?(\d{1,4}(?:\.\d{1,4}){0,5}[a-z]?)(?![\p{L}\p{N}_])[\s.):–—-]*/iu;

/** The matcher of a template's numbered things. */
export function templateMatcher({ kind }: EntityTemplate): LabelMatcher {
  return kindMatcher([kind]);
}

/** The entity that a key names: `Phase 3: X`, `**Phase 3**`, `3`, `1. Foundation`, `19.8.1`; else a name. Undefined for an empty key. */
export function entityOf(key: string, template: EntityTemplate): EntityKey | undefined {
  const plain = key
    .slice(0, longestText)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`~]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (plain === "") return undefined;
  const label = templateMatcher(template).match(plain);
  if (label !== undefined) return { kind: label.kind, number: label.number, title: plainTitle(plain.slice(label.length)) };
  const digits = numbered.exec(plain);
  if (digits?.[1] !== undefined) return { kind: template.kind, number: normalNumber(digits[1]), title: plainTitle(plain.slice(digits[0].length)) };
  const full = normalName(`${template.before}${plain}${template.after}`);
  // The template's words may stand in the key already.
  return { kind: "", number: template.kind !== "" && normalName(plain).startsWith(template.kind) ? normalName(plain) : full, title: "" };
}

/** What identifies an entity. */
export function identity({ kind, number }: Pick<EntityKey, "kind" | "number">): string {
  return `${kind} ${number}`;
}

/** An entity as it is called in messages: `Phase 3`, `ADR-7`. */
export function entityName({ kind, number }: Pick<EntityKey, "kind" | "number">): string {
  if (kind.endsWith("-")) return `${kind}${number}`.toUpperCase();
  return kind === "" ? number : `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${number.toUpperCase()}`;
}

/** Orders entities by kind, then by their numbers as paths. */
export function compareEntities(a: Pick<EntityKey, "kind" | "number">, b: Pick<EntityKey, "kind" | "number">): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  const one = a.number.split(".");
  const two = b.number.split(".");
  for (let at = 0; at < Math.max(one.length, two.length); at++) {
    const left = one[at] ?? "";
    const right = two[at] ?? "";
    const byNumber = (Number.parseInt(left, 10) || 0) - (Number.parseInt(right, 10) || 0);
    if (byNumber !== 0) return byNumber;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
