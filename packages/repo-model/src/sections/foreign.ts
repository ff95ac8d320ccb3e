// Sections that other generators own: recognised, so that nobody else writes there.
import { scanMarkdown, type MarkdownDocument } from "../markdown/index.js";
import type { Range } from "../text/index.js";

/** A part of a document that another tool writes. */
export interface ForeignSection {
  readonly owner: string;
  /** From the first marker to the end of the last. */
  readonly range: Range;
}

interface Owner {
  readonly owner: string;
  /** What the comments hold, trimmed. */
  readonly begin: RegExp;
  readonly end: RegExp;
}

// Markers as the tools' own documents give them: github.com/thlorenz/doctoc, allcontributors.org/docs/en/cli, github.com/DavidWells/markdown-magic,
// github.com/zakhenry/embedme, github.com/jonschlinkert/markdown-toc, github.com/terraform-docs/terraform-docs.
const owners: readonly Owner[] = [
  { owner: "doctoc", begin: /^START doctoc\b/, end: /^END doctoc\b/ },
  { owner: "all-contributors", begin: /^ALL-CONTRIBUTORS-(?:LIST|BADGE):START\b/, end: /^ALL-CONTRIBUTORS-(?:LIST|BADGE):END\b/ },
  { owner: "markdown-magic", begin: /^(?:AUTO-GENERATED-CONTENT:START|doc-gen\b|docs\s+\w+)/, end: /^(?:AUTO-GENERATED-CONTENT:END|end-doc-gen\b|\/docs\b)/ },
  { owner: "markdown-toc", begin: /^toc$/, end: /^tocstop$/ },
  { owner: "terraform-docs", begin: /^BEGIN_TF_DOCS$/, end: /^END_TF_DOCS$/ },
];

const mayHold = /doctoc|ALL-CONTRIBUTORS|AUTO-GENERATED-CONTENT|doc-gen|<!--\s*docs\s|<!--\s*toc\s*-->|BEGIN_TF_DOCS|embedme/;
/** embedme: the first line of the block is a comment that is a path alone. */
const embedded =
  /^[ \t]*(?:\/\/|#|--|;|%|\/\*|<!--|')[ \t]*((?:[\w@.-]+\/)*[\w@.-]+\.[A-Za-z][A-Za-z0-9]{0,5})(?:#L\d+(?:-L\d+)?)?[ \t]*(?:\*\/|-->)?[ \t]*(?=\r|\n|$)/;

/** embedme: a comment that names the file of the block behind it. */
const embedOrder = /^\s*embedme\s+\S/;

/** The sections of a Markdown document that other tools own, in order; `markdown` where it was scanned already. A marker without its partner owns what follows it. */
export function foreignSections(text: string, markdown?: Pick<MarkdownDocument, "comments" | "code">): ForeignSection[] {
  const found: ForeignSection[] = [];
  const hasCode = text.includes("```") || text.includes("~~~");
  if (!hasCode && !mayHold.test(text)) return found;
  const document = markdown ?? scanMarkdown(text);
  const { code } = document;
  // Comments are inline content, which costs more to read than blocks: most documents with code hold none of these.
  const comments = mayHold.test(text) ? document.comments : [];
  if (comments.length > 0) {
    let open: { readonly owner: Owner; readonly start: number } | undefined;
    for (const { range, content } of comments) {
      const words = text.slice(...content).trim();
      if (open?.owner.end.test(words) === true) {
        found.push({ owner: open.owner.owner, range: [open.start, range[1]] });
        open = undefined;
      } else if (open === undefined) {
        const owner = owners.find(({ begin }) => begin.test(words));
        if (owner !== undefined) open = { owner, start: range[0] };
      }
    }
    if (open !== undefined) found.push({ owner: open.owner.owner, range: [open.start, text.length] });
  }
  const orders = comments.filter(({ content }) => embedOrder.test(text.slice(content[0], Math.min(content[1], content[0] + 400))));
  for (const { kind, range, content, info } of code) {
    if (kind !== "fenced") continue;
    const order = orders.find(({ range: [, end] }) => end <= range[0] && range[0] - end < 100 && text.slice(end, range[0]).trim() === "");
    if (order !== undefined || (info !== "" && embedded.test(text.slice(content[0], Math.min(content[1], content[0] + 200)))))
      found.push({ owner: "embedme", range: [order?.range[0] ?? range[0], range[1]] });
  }
  return found.toSorted((a, b) => a.range[0] - b.range[0]);
}
