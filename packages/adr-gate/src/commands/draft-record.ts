// The text that `adr-gate new` begins a record with: in the form of the record before it.

const sections = `## Context

What makes a decision necessary?

## Decision

What is decided?

## Consequences

What becomes easier, and what harder?
`;

/** A record's text; `like` is that of another one, whose status stands in front matter, in a section of its own (Nygard), or in a bullet. */
export function draftRecord({ title, number, today, like }: { title: string; number: number | undefined; today: string; like: string | undefined }): string {
  const heading = title.replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
  const isNumbered = number !== undefined && /^# \d+\. /m.test(like ?? "");
  const first = `# ${isNumbered ? `${number}. ` : ""}${heading}\n\n`;
  const matter = /^---\r?\n([^]*?)\r?\n---\r?\n/.exec(like ?? "")?.[1];
  if (/^status:/im.test(matter ?? "")) return `---\nstatus: proposed\ndate: ${today}\n---\n\n${first}${sections}`;
  if (/^#{2,3} Status[ \t]*\r?$/im.test(like ?? "")) return `${first}Date: ${today}\n\n## Status\n\nProposed\n\n${sections}`;
  return `${first}- Status: proposed\n- Date: ${today}\n\n${sections}`;
}
