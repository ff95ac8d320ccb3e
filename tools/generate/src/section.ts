// A generated part of a document, between the markers of DESIGN: only what is between is ours.

/** Puts `content` (lines, with their ends) between the markers of `name`; undefined where the markers do not stand once, in order. */
export function withSection(text: string, name: string, content: string): string | undefined {
  const begin = `<!-- caio:begin generate/${name} -->\n`;
  const end = `<!-- caio:end generate/${name} -->\n`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from || text.indexOf(begin, from + 1) !== -1 || text.indexOf(end, to + 1) !== -1) return undefined;
  return text.slice(0, from + begin.length) + content + text.slice(to);
}

/** A whole section with its markers. */
export function section(name: string, content: string): string {
  return `<!-- caio:begin generate/${name} -->\n${content}<!-- caio:end generate/${name} -->\n`;
}
