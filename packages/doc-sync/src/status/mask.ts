// Hides what is no text of its own, so that statuses are not read there; all offsets stay.

/** Hides what is no text of its own: links' targets and code hold no status, comments and tags are blank. All offsets stay. */
export function maskInline(text: string): string {
  if (!/[`<\]]/.test(text)) return text;
  return text
    .replace(/<!--[^]*?-->|<\/?[a-z][^<>]*>/gi, (hidden) => " ".repeat(hidden.length))
    .replace(/(`+)([^`]+)\1/g, (span: string) => (/^`+\s*(?:\p{L}[\p{L} _-]*|[A-Z][A-Z0-9]*-\d[\w.-]*)`+$/u.test(span) ? span : "\ufffc".repeat(span.length)))
    .replace(/\]\([^()\s]*(?:\s"[^"]*")?\)/g, (target) => `]${"\ufffc".repeat(target.length - 1)}`);
}
