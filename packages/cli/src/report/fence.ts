// A fenced code block of any text.

/** Fences longer than any run of backticks in the text. */
export function codeFence(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text.endsWith("\n") || text === "" ? text : `${text}\n`}${fence}\n`;
}
