// Parallel plans: `KIMI_IMPLEMENTATION_PLAN.md` beside `CLAUDE_IMPLEMENTATION_PLAN.md` is the same plan for another subject, its phases called alike.
import { folderOf } from "@caio/repo-model/text";

/** First words that say of what kind a document is, and no subject. */
const kinds = new Set(
  "master main project overall general global full complete detailed short quick new old current latest updated revised final draft next original initial the phase milestone sprint stage epic week day v".split(
    " ",
  ),
);

const wordsOf = (path: string): readonly string[] => {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return (
    name
      .slice(0, name.includes(".", 1) ? name.lastIndexOf(".") : name.length)
      .toLowerCase()
      .match(/\p{L}+|\d+/gu) ?? []
  );
};

/** Whether the documents at two paths plan for different subjects, as other documents among `paths` show by their names: all words but the first are shared. */
export function parallelPlans(paths: Iterable<string>): (a: string, b: string) => boolean {
  // By folder and the words behind the first: the subjects that are planned so.
  const series = new Map<string, Set<string>>();
  const subjects = new Map<string, string>();
  for (const path of new Set(paths)) {
    const [subject = "", ...rest] = wordsOf(path);
    subjects.set(path, subject);
    if (rest.length < 2 || kinds.has(subject) || !/^\p{L}{2}/u.test(subject)) continue;
    const key = `${folderOf(path)}\0${rest.join(" ")}`;
    series.set(key, (series.get(key) ?? new Set()).add(subject));
  }
  const groups = [...series.values()].filter((known) => known.size > 1);
  if (groups.length === 0) return () => false;
  return (a, b) => {
    const [one = "", two = ""] = [subjects.get(a), subjects.get(b)];
    return one !== two && groups.some((known) => known.has(one) && known.has(two));
  };
}
