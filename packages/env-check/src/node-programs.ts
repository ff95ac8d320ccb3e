// Which package of Node brings a program that no table knows: npm's lockfile tells.
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import type { ProgramUse } from "./chain/starts.js";
import { commandSources } from "./data/commands.js";
import { shellWords } from "./data/shell-words.js";

/** So long a lockfile is read. */
const longestLock = 10_000_000;

/** The packages that a lockfile's own entry asks for, by the programs that they bring: of those alone a missing declaration tells. */
export async function nodePrograms(
  uses: readonly ProgramUse[],
  has: (path: string) => boolean,
  read: (path: RepoPath) => Promise<SourceText | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(uses.flatMap(({ program, by }) => (by === "node" && !commandSources.has(program) && !shellWords.has(program) ? [program] : [])));
  const path = ["npm-shrinkwrap.json", "package-lock.json"].find(has);
  const text = wanted.size === 0 || path === undefined ? undefined : (await read(path as RepoPath))?.text;
  return text === undefined || text.length > longestLock ? new Map() : programsOf(text, wanted);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
const keysOf = (value: unknown): readonly string[] => (isRecord(value) ? Object.keys(value) : []);

function programsOf(text: string, wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let lock: unknown;
  try {
    lock = JSON.parse(text);
  } catch {
    return found;
  }
  const packages = isRecord(lock) && isRecord(lock["packages"]) ? lock["packages"] : {};
  const own = packages[""];
  if (!isRecord(own)) return found;
  for (const name of [own["dependencies"], own["devDependencies"], own["optionalDependencies"]].flatMap(keysOf)) {
    const entry = packages[`node_modules/${name}`];
    if (isRecord(entry)) for (const program of keysOf(entry["bin"])) if (wanted.has(program)) found.set(program, name);
  }
  return found;
}
