// Whether a change can keep a finding at all: one is kept where its own line, or one that its chain passes, is in the change.
import type { Context } from "@caio/repo-model/check";
import type { Location, RepoPath } from "@caio/repo-model/text";
import type { EnvCheckOptions } from "./defaults.js";
import { scanImports } from "./imports/scan.js";

/** Documents, pictures, styles, translations, and sources of languages that nothing is followed into: no finding and no step lies there. */
const apart =
  /\.(?:md|mdx|markdown|rst|adoc|css|scss|sass|less|html?|xml|svg|png|jpe?g|gif|ico|webp|avif|woff2?|ttf|otf|eot|pdf|po|pot|mo|csv|tsv|snap|vue|svelte|jsx|tsx|[mc]?ts|go|rs|java|kt|scala|swift|rb|php|cs|c|cc|cpp|h|hh|hpp|m|lua|proto|sql|graphql)$/i;

/** Python files whose lines count beyond their imports. */
const manifests = /(?:^|\/)(?:setup|noxfile)\.py$/;

/** Whether a finding may be kept under the change of a scope. */
export async function mayKeep({ scope, files }: Pick<Context, "scope" | "files">, { document }: EnvCheckOptions): Promise<boolean> {
  for (const path of scope.changed ?? []) {
    if (path === document) return true;
    if (apart.test(path)) continue;
    if (!path.endsWith(".py") || manifests.test(path)) return true;
    const source = await files.text(path).catch(() => undefined);
    // What is gone holds nothing; a suppression is looked at with what it holds back.
    if (source === undefined) continue;
    if (source.text.includes("caio-ignore")) return true;
    const lines = [1, ...scanImports(source.text).map(({ line }) => line)];
    if (lines.some((line) => scope.keeps(lineOf(path, line)))) return true;
  }
  return false;
}

/** A place as far as a scope looks at it. */
const lineOf = (path: RepoPath, line: number): Location => ({ path, range: [0, 0], start: { line, column: 1 }, end: { line, column: 1 } });
