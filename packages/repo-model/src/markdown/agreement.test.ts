// Agreement with mdast (CommonMark 0.31 and GFM) on the documents of installed packages. More folders: CAIO_MARKDOWN_DOCUMENTS=DIR:DIR.
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString as textOf } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { scanMarkdown } from "./index.js";

const workspace = join(import.meta.dirname, "../../../..");

type Kind = "headings" | "links" | "tables" | "code" | "codeSpans" | "comments";
type Found = Readonly<Record<Kind, readonly string[]>>;
const kinds: readonly Kind[] = ["headings", "links", "tables", "code", "codeSpans", "comments"];

type Tree = ReturnType<typeof fromMarkdown>;
type Node = Tree | Tree["children"][number];

/** mdast keeps cells beyond the header's, which GFM drops (§4.10). */
const tableOf = (start: number, end: number, [header = 0, ...rows]: readonly number[]): string =>
  `${start}..${end} ${[header, ...rows.map((cells) => Math.min(cells, header))].join(" ")}`;

/** What mdast finds. Literal addresses (`https://…` without brackets) are GFM's, not links that a writer made: left out on both sides. */
function byOracle(text: string): Found {
  const found: Record<Kind, string[]> = { headings: [], links: [], tables: [], code: [], codeSpans: [], comments: [] };
  const definitions = new Map<string, string>();
  const collect = (node: Node): void => {
    if (node.type === "definition" && !definitions.has(node.identifier.toUpperCase())) definitions.set(node.identifier.toUpperCase(), node.url);
    if ("children" in node) for (const child of node.children) collect(child);
  };
  const visit = (node: Node): void => {
    const start = node.position?.start.offset ?? 0;
    // mdast counts white space behind a closing fence, underline or heading to the block; it is no content (§4.2, §4.3, §4.5).
    const end = start + text.slice(start, node.position?.end.offset ?? 0).trimEnd().length;
    if (node.type === "heading") found.headings.push(`${start}..${end} ${node.depth} ${textOf(node, { includeImageAlt: false, includeHtml: false })}`);
    else if (node.type === "table")
      found.tables.push(
        tableOf(
          start,
          end,
          node.children.map(({ children }) => children.length),
        ),
      );
    else if (node.type === "code") found.code.push(`${start}..${end}`);
    else if (node.type === "inlineCode") found.codeSpans.push(`${start}..${end}`);
    else if (node.type === "html") {
      for (let at = text.indexOf("<!--", start); at !== -1 && at < end;) {
        const close = text.indexOf("-->", at + 2);
        found.comments.push(`${at}`);
        at = close === -1 ? -1 : text.indexOf("<!--", close);
      }
    } else if (node.type === "link" || node.type === "image") {
      if (node.type === "image" || "[<".includes(text.charAt(start))) found.links.push(`${start}..${end} ${node.url}`);
    } else if (node.type === "linkReference" || node.type === "imageReference")
      found.links.push(`${start}..${end} ${definitions.get(node.identifier.toUpperCase()) ?? "?"}`);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  collect(tree);
  visit(tree);
  return found;
}

const place = ({ range: [start, end] }: { readonly range: readonly [number, number] }): string => `${start}..${end}`;

function byScanner(text: string): Found {
  const { headings, links, tables, code, codeSpans, comments } = scanMarkdown(text);
  return {
    headings: headings.map((heading) => `${place(heading)} ${heading.level} ${heading.text}`),
    links: links.filter(({ target }) => target !== undefined).map((link) => `${place(link)} ${link.target}`),
    tables: tables.map((table) => `${place(table)} ${[table.header, ...table.rows.map(({ cells }) => cells)].map(({ length }) => length).join(" ")}`),
    code: code.map(({ range: [start, end] }) => `${start}..${start + text.slice(start, end).trimEnd().length}`),
    codeSpans: codeSpans.map(place),
    comments: comments.map(({ range: [start] }) => `${start}`),
  };
}

/** What a Python package's metadata says of it in Markdown (PEP 566): the body behind the headers. */
function descriptionOf(metadata: string): string {
  const end = metadata.indexOf("\n\n");
  return /^Description-Content-Type: text\/markdown/im.test(metadata.slice(0, end)) ? metadata.slice(end + 2) : "";
}

/** The Markdown files below a folder, links not followed; of the same text one. */
function documentsBelow(folder: string, texts: Map<string, string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== ".git") documentsBelow(path, texts);
    else if (entry.isFile() && /\.(?:md|markdown|mdown)$|^METADATA$/i.test(entry.name)) {
      const text = entry.name === "METADATA" ? descriptionOf(readFileSync(path, "utf8")) : readFileSync(path, "utf8").replace(/^\ufeff/, "");
      if (text !== "" && text.length < 400_000 && !texts.has(text) && scanMarkdown(text).frontMatter === undefined) texts.set(text, path);
    }
  }
}

/** Things that only one of the two finds. */
function differences(mine: readonly string[], theirs: readonly string[]): string[] {
  const both = new Set(theirs);
  const own = new Set(mine);
  return [...mine.filter((one) => !both.has(one)).map((one) => `+ ${one}`), ...theirs.filter((one) => !own.has(one)).map((one) => `- ${one}`)];
}

test("agrees with mdast on the documents of installed packages", { timeout: 600_000 }, () => {
  const texts = new Map<string, string>();
  const more = process.env["CAIO_MARKDOWN_DOCUMENTS"];
  for (const folder of more === undefined
    ? [join(workspace, "node_modules"), ...(existsSync(join(workspace, ".peers")) ? [join(workspace, ".peers")] : [])]
    : more.split(delimiter))
    documentsBelow(realpathSync(folder), texts);
  const total: Record<Kind, number> = { headings: 0, links: 0, tables: 0, code: 0, codeSpans: 0, comments: 0 };
  const differing: Record<Kind, number> = { ...total };
  const report: string[] = [];
  for (const [text, path] of texts) {
    const mine = byScanner(text);
    const theirs = byOracle(text);
    for (const kind of kinds) {
      total[kind] += theirs[kind].length;
      const found = differences(mine[kind], theirs[kind]);
      differing[kind] += found.length;
      report.push(...found.map((difference) => `${path}: ${kind} ${difference}`));
    }
  }
  const rates = Object.fromEntries(kinds.map((kind) => [kind, `${total[kind]} (${differing[kind]} differ)`]));
  console.log(JSON.stringify({ files: texts.size, ...rates }));
  if (more !== undefined) console.log(report.join("\n"));
  expect(texts.size, "documents to compare; `tools/peers pre-commit verdaccio` brings more").toBeGreaterThanOrEqual(1000);
  for (const kind of kinds)
    expect(differing[kind] / Math.max(1, total[kind]), `${kind}\n${report.filter((line) => line.includes(`: ${kind} `)).join("\n")}`).toBeLessThanOrEqual(
      0.001,
    );
});
