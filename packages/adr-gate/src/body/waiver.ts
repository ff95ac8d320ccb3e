// The line `No-ADR: reason` of a text.
import type { CountedText } from "./counted-text.js";

const form = /^(?:\s*\[[xX]\]\s)?[\s*_]*No-ADR[*_]*:[*_]*(.*)$/is;
const placeholder = /^(?:<[^>]*>|\[[^\]]*\]|\{[^}]*\}|n\/?a|none|no|nil|null|-+|\.+|…|(?:todo|tbd|tba|fixme)\b.*|xxx+|reason|why|because|\u0001*)$/i;

/** The reasons of such lines. */
export function waiverReasons(counted: CountedText): readonly string[] {
  return [...counted.lines].flatMap(({ text }) => {
    const reason = form.exec(text)?.[1];
    return reason === undefined ? [] : [reason.replaceAll("\u0001", " ").trim()];
  });
}

/** Whether a reason says something: long enough, and no placeholder or single sign repeated. */
export function isReason(reason: string, minLength: number): boolean {
  const bare = reason.replace(/[.!\s]+$/, "");
  return bare !== "" && [...reason].length >= minLength && !placeholder.test(bare) && new Set(bare.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")).size > 2;
}
