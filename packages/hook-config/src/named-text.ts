// A text under the name that a caller of the library gives it.
import { isRepoError, repoPath, sourceText, type RepoPath, type SourceText } from "@caio/repo-model/text";

function pathOf(name: string): RepoPath | undefined {
  try {
    return repoPath(name);
  } catch (error) {
    if (!isRepoError(error)) throw error;
    return undefined;
  }
}

/** Never throws: of a name that is no path of a repository, an absolute one say, its last part is told, or else the file's usual name. */
export function namedText(text: string, usual: string, name: string = usual): SourceText {
  return sourceText(pathOf(name) ?? pathOf(name.split(/[\\/]/).at(-1) ?? "") ?? repoPath(usual), text);
}
