// What the words of a status mean.

export type StatusKind = "accepted" | "superseded" | "deprecated" | "rejected" | "other" | "none";

/** A record's status: what it means, and its words. */
export interface RecordStatus {
  readonly kind: StatusKind;
  readonly text: string;
}

/** Words that end a decision, with what they mean. */
const endings: Readonly<Record<string, StatusKind>> = {
  superseded: "superseded",
  superceded: "superseded",
  replaced: "superseded",
  deprecated: "deprecated",
  obsolete: "deprecated",
  retired: "deprecated",
  rejected: "rejected",
  declined: "rejected",
  withdrawn: "rejected",
};

/** Further words of statuses, none of which is a decision in force unless the configuration says so. */
const others = new Set(
  "accepted approved decided proposed draft pending open wip review reviewing discussion discussing provisional implementable implemented implementing active final adopted experimental deferred postponed unknown trial idea rfc".split(
    " ",
  ),
);

/** A filled template whose braces were left: `{accepted}`, `{ in-progress }`. */
const leftBraces = /^\{\s*([\p{L}-]+)\s*\}\.?$/u;

/** An unfilled choice: `{proposed | accepted}`, `[proposed | …]`, `<status>`, `proposed | rejected | accepted`; one word in braces is filled in. */
function isPlaceholder(text: string): boolean {
  const bare = text.trim();
  const word = leftBraces.exec(bare)?.[1]?.toLowerCase();
  if (word !== undefined && word !== "status" && word !== "state") return false;
  return (
    /^[{[<][^{}[\]<>]*[|…][^]*$/.test(bare) || /^\{[^{}]*\}\.?$/.test(bare) || /^<[^<>]*>$/.test(bare) || /^[\p{L} ]+(?:\s*\|\s*[\p{L} ]+){2,}/u.test(bare)
  );
}

/** A line of a status without marks of Markdown; links become their labels. */
function plain(line: string): string {
  return line
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/<[^<>]*>/g, " ")
    .replace(/[*_`~"]+/g, "")
    .replace(leftBraces, "$1")
    .replace(/^[\s>#+-]+/, "")
    .replace(/^[^\p{L}\p{N}{[<]+/u, "")
    .trim();
}

/** Judges the lines of a status. The first status word decides, unless a line begins with an ending. */
export function judgeStatus(lines: readonly string[], acceptedStatuses: readonly string[]): RecordStatus {
  const raw = lines.filter((line) => line.trim() !== "").slice(0, 50);
  const text = (raw[0] ?? "").trim().slice(0, 200);
  if (raw.length === 0) return { kind: "none", text: "" };
  if (isPlaceholder((raw[0] ?? "").replace(/[*_`"]/g, ""))) return { kind: "none", text };
  const cleaned = raw.map((line) => plain(line.slice(0, 1000))).filter((line) => line !== "");
  for (const line of cleaned) {
    const word = /^\p{L}+/u.exec(line)?.[0].toLowerCase() ?? "";
    const ending = Object.hasOwn(endings, word) ? endings[word] : undefined;
    if (ending !== undefined && !isAccepted(line, word, acceptedStatuses)) return { kind: ending, text: line.slice(0, 200) };
  }
  for (const line of cleaned) {
    const kind = firstWord(line, acceptedStatuses);
    if (kind !== undefined) return { kind, text: line.slice(0, 200) };
  }
  const [first] = cleaned;
  return first === undefined ? { kind: "none", text } : { kind: "other", text: first.slice(0, 200) };
}

/** Whether a text begins with, or holds, a word of a status. */
export function saysStatus(text: string, acceptedStatuses: readonly string[]): boolean {
  return isPlaceholder(text) || firstWord(plain(text.slice(0, 1000)), acceptedStatuses) !== undefined;
}

const isAccepted = (line: string, word: string, accepted: readonly string[]): boolean =>
  accepted.some((status) => status.toLowerCase() === word || startsWithPhrase(line, status));

/** Whether a line begins with a status of more than one word. */
function startsWithPhrase(line: string, phrase: string): boolean {
  const bare = phrase.trim().toLowerCase();
  return bare.includes(" ") && line.toLowerCase().startsWith(bare) && !/^[\p{L}\p{N}]/u.test(line.slice(bare.length));
}

function firstWord(line: string, accepted: readonly string[]): StatusKind | undefined {
  if (accepted.some((status) => startsWithPhrase(line, status))) return "accepted";
  let before = "";
  for (const [word] of line.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    const isDenied = /^(?:not|never|un|non|nicht|yet|be|partly|partially)$/.test(before);
    if (accepted.some((status) => status.toLowerCase() === word)) return isDenied && before !== "partly" && before !== "partially" ? "other" : "accepted";
    // "partly superseded by" leaves the decision in force.
    if (isDenied && before.startsWith("part") && Object.hasOwn(endings, word)) return "accepted";
    if (Object.hasOwn(endings, word)) return isDenied ? "other" : endings[word];
    if (others.has(word)) return "other";
    before = word;
  }
  return undefined;
}
