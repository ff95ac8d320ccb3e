// The names of decision records: folder, number, date, and what in the folder is none.

/** Resolves `.` and `..`; steps above the root are dropped, as is a leading slash. */
export function resolvePath(path: string): string {
  if (!/\\|^\.{0,2}\/|\/\.{0,2}\/|\/\.{0,2}$|^\.{1,2}$/.test(path)) return path;
  const segments: string[] = [];
  for (const segment of path.replaceAll("\\", "/").split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === "..") segments.pop();
    else segments.push(segment);
  }
  return segments.join("/");
}

/** How the paths in a folder begin, in lower case. */
export const folderPrefix = (folder: string): string => `${resolvePath(folder)}/`.toLowerCase();

/** Whether `path` lies in one of the folders, by exact case. */
export function isInFolders(path: string, dirs: readonly string[]): boolean {
  return dirs.some((dir) => path.startsWith(`${resolvePath(dir)}/`));
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** A file name without `.md`. */
export const stemOf = (path: string): string => baseName(path).replace(/\.(?:md|markdown)$/i, "");

const noRecord = /^(?:readme|index|_index|toc|summary|contributing|changelog|log|_.*|\..*)$/i;
/** Words that say nothing of what a decision is about. */
const nameless = new Set(
  "adr adrs madr decision decisions record records architecture architectural design nygard short long bare minimal full simple example my".split(" "),
);

/** Whether a name is a template's: `template`, `adr-template-bare`, `0000-template`, and not `0039-template-engine` or `0012-email-template`. */
function isTemplateName(stem: string): boolean {
  const words = stem.toLowerCase().split(/[-_. ]+/);
  const at = words.indexOf("template");
  const isLast = at === words.length - 1;
  return at !== -1 && words.slice(0, at).every((word) => nameless.has(word) || /^(?:0+|n+|x+|y+|)$/.test(word) || (isLast && /^\d+$/.test(word)));
}

/** Whether a path in the folders is a record by its name: Markdown, and no template, README or index. */
export function isRecordPath(path: string, dirs: readonly string[]): boolean {
  return (
    isInFolders(path, dirs) &&
    /\.(?:md|markdown)$/i.test(path) &&
    !noRecord.test(stemOf(path)) &&
    !isTemplateName(stemOf(path)) &&
    !/(?:^|\/)(?:\.?templates?|assets|images)\//i.test(path)
  );
}

const dateSlug = /^(?:(\d{4})-(\d{2})-(\d{2})|((?:19|20)\d{2})(\d{2})(\d{2}))(?=[-_ .]|$)/;

/** The date that a name begins with, as `YYYY-MM-DD`. */
export function slugDate(path: string): string | undefined {
  const [, year, month, day, year2, month2, day2] = dateSlug.exec(stemOf(path)) ?? [];
  const date = year === undefined ? (year2 === undefined ? undefined : `${year2}-${month2}-${day2}`) : `${year}-${month}-${day}`;
  return date === undefined || Number.isNaN(Date.parse(date)) ? undefined : date;
}

/** The number that a record's file name begins with (`0007-x.md`, `ADR-7.md`, `2021-06-05_001-x.md`); none for a date, and none for a year with a number. */
export function recordNumber(path: string): number | undefined {
  const stem = stemOf(path);
  const behindDate = /^\d{4}-\d{2}-\d{2}(?:_(\d{1,4})|-(0\d{2,3}))(?=[-_ ]|$)/.exec(stem);
  if (behindDate !== null) return Number(behindDate[1] ?? behindDate[2]);
  if (slugDate(path) !== undefined || /^(?:adr[-_ ]?)?(?:19|20)\d{2}-\d{3,4}(?!\d)/i.test(stem)) return undefined;
  const digits = /^(?:adr[-_ ]?)?(\d{1,6})(?=[-_. ]|$)/i.exec(stem)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** `ADR-0007`, or the path of a record without a number. */
export function recordName(path: string): string {
  const number = recordNumber(path);
  return number === undefined ? path : `ADR-${String(number).padStart(4, "0")}`;
}
