// Files that the repository's own build makes: a link to one leads somewhere once the site stands.
import { readText, type Context } from "@caio/repo-model/check";
import type { RepoPath } from "@caio/repo-model/text";
import { inParts } from "../read-documents.js";

const buildFile = /^(?:\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.ya?ml|(?:[^/]+\/)?(?:GNU)?[Mm]akefile|(?:[^/]+\/){0,2}[^/]+\.sh|package\.json)$/;
/** More of them are not read, nor longer ones. */
const [mostFiles, longestFile] = [60, 200_000];
/** What is made rather than written: archives, feeds, prints. */
const made = /\.(?:zip|gz|tgz|bz2|xz|7z|xml|rss|atom|pdf|epub|deb|rpm|whl|jar|exe|dmg)$/i;
/** A line that makes what it names. */
const makes = /\b(?:zip|tar|pandoc|curl|wget|cp|mv|out|output|convert|generate\w*|build\w*|export\w*)\b|>|-o[ =]/i;

/** Those of the asked paths whose file names a build file of the repository writes in a line that makes something. Read where something is missing alone. */
export async function madeAmong(context: Context, paths: readonly RepoPath[], asked: readonly string[]): Promise<string[]> {
  const wanted = asked.filter((path) => made.test(path));
  if (wanted.length === 0) return [];
  const files = paths.filter((path) => buildFile.test(path)).slice(0, mostFiles);
  const texts = await inParts(files, context.signal, async (path) => (await readText(context, path))?.text);
  const built = new Set(texts.flatMap((text) => (text === undefined || text.length > longestFile ? [] : text.split(/\r?\n/).flatMap(madeIn))));
  return wanted.filter((path) => built.has(path.slice(path.lastIndexOf("/") + 1)));
}

/** The files that a line makes. A name itself may end in a word that makes: `x.zip`. */
function madeIn(line: string): string[] {
  const names = line.match(/[\w@+.-]+/g)?.filter((name) => made.test(name)) ?? [];
  return names.length > 0 && makes.test(line.replace(/[\w@+.-]+/g, (word) => (made.test(word) ? "" : word))) ? names : [];
}
