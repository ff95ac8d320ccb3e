// What a generated section is to hold, by its name and the configuration.
import { atPointer, parseData, toValue } from "@caio/repo-model/data";
import { readText, type Context } from "@caio/repo-model/check";
import { isRepoError, repoPath, type RepoPath } from "@caio/repo-model/text";
import type { DocSyncOptions } from "../defaults.js";
import { headingAnchors } from "../links/anchors.js";
import type { Document } from "../links/link-facts.js";
import type { GeneratedOption } from "./options.js";
import { contents, fenced, linesOf, regionOf, table } from "./text.js";

/** The content, or why there is none; `command` where only `write` can make it. */
export type Wanted = { readonly content: string } | { readonly problem: string } | { readonly command: string };

/** What makes a section: the configuration's entry, or what the name says: `toc`, `toc/2-4`, `table/FILE`, `embed/FILE`. */
export function generatorOf(name: string, { generated }: Pick<DocSyncOptions, "generated">): GeneratedOption | undefined {
  const own = Object.hasOwn(generated, name) ? generated[name] : undefined;
  if (own !== undefined) return own;
  const [, from = "2", to = "3"] = /^toc(?:\/([1-6])-([1-6]))?$/.exec(name) ?? [];
  if (/^toc(?:\/|$)/.test(name)) return /^toc(?:\/[1-6]-[1-6])?$/.test(name) ? { toc: { from: Number(from), to: Number(to) } } : undefined;
  const [, kind, file] = /^(table|embed)\/(.+)$/.exec(name) ?? [];
  if (kind === undefined || file === undefined) return undefined;
  return kind === "table" ? { table: { file, pointer: "" } } : { embed: { file, raw: false } };
}

/** A file that a section is made of. Only what the repository lists is read: nothing below `.git`, nothing that git ignores. */
async function readSource(context: Context, path: string): Promise<string | undefined> {
  let inside: RepoPath;
  try {
    inside = repoPath(path.replace(/^\.\//, ""));
  } catch (error) {
    if (isRepoError(error)) return undefined;
    throw error;
  }
  const isListed = (await context.files.list()).some(({ path: one, kind }) => one === inside && (kind === "file" || kind === "executable"));
  return isListed ? (await readText(context, inside))?.text.replace(/^\ufeff/, "") : undefined;
}

async function wantedTable(context: Context, { file, pointer, columns }: NonNullable<GeneratedOption["table"]>): Promise<Wanted> {
  const text = await readSource(context, file);
  if (text === undefined) return { problem: `\`${file}\` is not there` };
  const data = await parseData(file, text);
  if (data === undefined) return { problem: `\`${file}\` is neither JSON, YAML nor TOML` };
  const [problem] = data.problems;
  if (problem !== undefined) return { problem: `\`${file}\` cannot be read: ${problem.message}` };
  const node = atPointer(data.root, pointer);
  if (node === undefined) return { problem: `\`${file}\` has nothing at \`${pointer}\`` };
  const content = table(toValue(node), columns);
  return content === undefined ? { problem: `\`${file}\` has no list or map ${pointer === "" ? "in it" : `at \`${pointer}\``}` } : { content };
}

async function wantedEmbed(context: Context, { file, lines, region, raw }: NonNullable<GeneratedOption["embed"]>): Promise<Wanted> {
  const text = await readSource(context, file);
  if (text === undefined) return { problem: `\`${file}\` is not there` };
  const part = lines !== undefined ? linesOf(text, lines) : region !== undefined ? regionOf(text, region) : text;
  if (part === undefined) return { problem: lines === undefined ? `\`${file}\` has no region \`${region ?? ""}\`` : `\`${file}\` has no lines \`${lines}\`` };
  return { content: raw ? part : fenced(part, /\.([A-Za-z0-9]{1,10})$/.exec(file)?.[1]?.toLowerCase() ?? "") };
}

/** What the section `name` of a document is to hold; `after` is where it ends. */
export async function wantedOf(context: Context, options: DocSyncOptions, document: Document, name: string, after: number): Promise<Wanted> {
  const generator = generatorOf(name, options);
  if (generator?.toc !== undefined) {
    const text = contents(document.markdown, documentAnchors(document), after, generator.toc);
    return text === "" ? { problem: "no heading stands below it" } : { content: text };
  }
  if (generator?.table !== undefined) return wantedTable(context, generator.table);
  if (generator?.embed !== undefined) return wantedEmbed(context, generator.embed);
  if (generator?.command === undefined) return { problem: "neither its name nor `generated` says what it is made of" };
  return options.commands.includes(generator.command) ? { command: generator.command } : { problem: `\`commands\` does not allow \`${generator.command}\`` };
}

/** The anchors of a document's Markdown headings alone, in order. */
function documentAnchors({ markdown, dialects }: Document): readonly string[] {
  return headingAnchors(markdown, dialects[0] ?? "github", { isMarkdownOnly: true });
}
