// Files that the configuration names, read as documents or as data.
import { readText, type Context } from "@caio/repo-model/check";
import { scanMarkdown } from "@caio/repo-model/markdown";
import type { RepoPath } from "@caio/repo-model/text";
import type { Document } from "../links/link-facts.js";
import type { StatusFile } from "./declared.js";

const documentName = /\.(?:md|mdx|markdown)$/i;

/** Reads a file that the configuration names; undefined where it is not there. */
export async function readStatusFile(context: Context, known: ReadonlyMap<RepoPath, Document>, path: RepoPath): Promise<StatusFile | undefined> {
  const source = known.get(path)?.source ?? (await readText(context, path));
  if (source === undefined) return undefined;
  if (!documentName.test(path)) {
    const { parseData } = await import("@caio/repo-model/data");
    const data = await parseData(path, source.text);
    return { source, ...(data === undefined ? { markdown: scanMarkdown(source.text) } : { data }) };
  }
  return { source, markdown: known.get(path)?.markdown ?? scanMarkdown(source.text) };
}

/** The file with its front matter read as data, ranges being the document's. */
export async function withFrontMatter(file: StatusFile): Promise<StatusFile> {
  const matter = file.markdown?.frontMatter;
  if (matter === undefined) return file;
  const { parseData } = await import("@caio/repo-model/data");
  // What stands before the front matter is blanked, so that ranges need no shift.
  const [start, end] = matter.content;
  const text = file.source.text.slice(0, end).replace(/^[^\n]*\n/, (first) => `#${" ".repeat(Math.max(0, first.length - 2))}\n`);
  const data = start > 0 ? await parseData(matter.format === "yaml" ? "front.yaml" : "front.toml", text) : undefined;
  return data === undefined ? file : { ...file, data };
}
