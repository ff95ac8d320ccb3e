// The line `No-ADR: reason` of a text.
import type { CountedText } from "./counted-text.js";

const form = /^[\s*_]*No-ADR[*_]*:[*_]*(.*)$/is;
const placeholder = /^(?:<[^>]*>|\[[^\]]*\]|\{[^}]*\}|n\/?a|none|no|nil|null|-+|\.+|…|todo|tbd|tba|xxx+|reason|why|because|\u0001*)$/i;

/** The reason of the first such line; undefined where there is none. */
export function waiverReason(counted: CountedText): string | undefined {
  for (const { text } of counted.lines) {
    const reason = form.exec(text)?.[1];
    if (reason !== undefined) return reason.replaceAll("\u0001", " ").trim();
  }
  return undefined;
}

/** Whether a reason says something: long enough, and no placeholder or single sign repeated. */
export function isReason(reason: string, minLength: number): boolean {
  const bare = reason.replace(/[.!\s]+$/, "");
  return bare !== "" && [...reason].length >= minLength && !placeholder.test(bare) && new Set(bare.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")).size > 2;
}
