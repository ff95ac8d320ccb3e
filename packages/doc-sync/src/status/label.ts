// Labels of numbered things: `Phase 3: Invariants & Lemmas`, and what of a text is title and what is status.
import type { Range } from "@caio/repo-model/text";
import { documentWords, stopWords } from "./entity-kinds.js";
import { workMatcher, type LabelMatch, type LabelMatcher } from "./matcher.js";
import { partOf } from "./part-label.js";
import { moveToken, readStatus, type StatusToken } from "./token.js";
import type { Vocabulary } from "./vocabulary.js";

/** A numbered or named thing as a text names it. */
export interface Label {
  /** In lower case, singular; empty for a bare number and for a name. */
  readonly kind: string;
  /** A path of numbers, with a letter at most at its end: `3`, `19.8.1`, `2b`, without leading zeros; or a name in lower case. */
  readonly number: string;
  /** The title as written; empty where there is none. */
  readonly title: string;
  /** Where there is no title: what stands in brackets behind the status and may be one. */
  readonly aside?: string;
}

/** A text that names a thing, with what it says of its state. */
export interface LabelledText {
  readonly label: Label;
  readonly token: StatusToken | undefined;
  /** From the end of the title to the end of the text: separator, brackets, status. Absent where the status stands elsewhere. */
  readonly suffix?: Range;
  /** The icon of a state before the title, where the status stands behind it. */
  readonly leadIcon?: Range;
  /** `Phase 3 complete`, with nothing between: in a list that may be a condition. */
  readonly isBare?: true;
}

const opening = /^[\s*_`~[\]#>]*/;
/** Ranges and lists of numbers name no single thing. */
const several = /^\s*(?:[-–—/+&,]|to\b|and\b|through\b|or\b)\s*(?:[a-z]+\s*)?\d/i;
const afterNumber = /^(?:[*_`~\])]*\s*(?:$|[:.()[\]|–—→✅]|-+(?=\s)|\s-+\s|[^\p{L}\p{N}\s-]))/u;

/** Texts longer than this name nothing; it also bounds the work on hostile ones. */
export const longestText = 500;

/** A bar of blocks with its percentage. */
const progressBar = /[\u2580-\u259f]+(?: *\d{1,3} ?%+)?/g;

/** Text without emphasis, links, icons and remarks, as titles are compared. */
export function plainTitle(text: string): string {
  return (
    text
      .slice(0, longestText)
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/[\ufffc*_`~#]/g, " ")
      .replace(/\([^()]*\)?/g, " ")
      .replace(/[\p{Extended_Pictographic}\ufe0f]/gu, " ")
      .replace(progressBar, " ")
      .replace(/\s+/g, " ")
      // The end of a link that began before the label.
      .replace(/^([^[\]]*)\] ?$/, "$1")
      .replace(/^[\s:.–—|>-]+|[\s:.–—|>←→([{-]+$/g, "")
      .replace(/\s*\|\s*(?:status|state)$/i, "")
  );
}

/** A word without its ending: "tests", "testing" and "tested" are one. */
export function stem(word: string): string {
  if (word.length <= 4) return word;
  const base = word.replace(/(?:ing|ed|es|s)$/, "");
  return (base.length < 3 ? word : base).replace(/e$/, "");
}

/** The words of a title that carry weight, without their endings. */
export function titleWords(title: string): readonly string[] {
  const words = plainTitle(title)
    .toLowerCase()
    .replace(/\bend[- ]to[- ]end\b/g, "e2e")
    .replace(/&/g, " ")
    .split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word !== "" && !stopWords.has(word)).map(stem))];
}

/** Where a status may begin behind a title: behind a separator, a bracket, or at an icon or a box; in bold or in capitals, behind a blank alone. */
const junction =
  /[ \t\ufffc]*(?:(?=:[a-z_]{1,40}:)|[[({][ \t]*(?:(?:[Ss]tat(?:us|e)|STAT(?:US|E)):[ \t]*)?|(?:[:|•·→]|[ \t](?:-{1,3}|–|—)(?=[ \t*]))[ \t]*|[ \t](?=[*_]{2}\p{Lu}|[A-Z]{3})|(?=[^\p{L}\p{N}\p{P}\s\ufffc$^`~=+<>|]))/gu;

/** What stands behind a status that only its bold letters or its capitals set off: the end of its text, or a bracket. */
const closing = /^[*_]*[ \t]*(?:$|\()/;
const capitals = /^[A-Z]+(?:[ _-][A-Z]+)*$/;

/** Whether a status behind a blank is set off from the title before it: "Ledger **DONE**", "Ledger store COMPLETE". */
function isSetOff(text: string, start: number, { word, range }: StatusToken): boolean {
  if (word === undefined || !closing.test(text.slice(range[1]))) return false;
  const before = text.slice(0, start);
  const isBold = /^[*_]{2}/.test(text.slice(start).trimStart()) && /^[*_]{2}/.test(text.slice(range[1]));
  // Among capitals a word in capitals is one of the title.
  return isBold || (capitals.test(text.slice(...word)) && /\p{Ll}/u.test(before) && !/(?:\p{Lu}{5,}|\bNOT)[^\p{L}]*$/u.test(before));
}

/** "Phase 0: Planning & Setup", "Phase 0 (Planning)": a kind of work, which is a status behind a title and where it stands alone in its slot. */
const namesWork = (text: string, { word }: StatusToken): boolean => word !== undefined && /^planning$/i.test(text.slice(...word));

/** The status at the end of `text` from `from`, and where what belongs to it begins. All statuses that stand there must agree. */
function statusTail(text: string, from: number, vocabulary: Vocabulary): { readonly token: StatusToken; readonly start: number } | "unclear" | undefined {
  let result: { token: StatusToken; start: number } | undefined;
  for (const match of text.slice(from).matchAll(junction)) {
    const start = from + match.index;
    const at = start + match[0].length;
    if (result !== undefined && at < result.token.range[1]) continue;
    const bracket = /[[({]/.exec(match[0])?.[0];
    // A box is read with its bracket.
    const token = (bracket === "[" ? readStatus(text, at - 1, vocabulary) : undefined) ?? readStatus(text, at, vocabulary);
    if (token === undefined || (namesWork(text, token) && !/\p{L}/u.test(text.slice(from, start)))) continue;
    if (/^[ \t]+$/.test(match[0]) && token.icon === undefined && !isSetOff(text, start, token)) continue;
    // A percentage says something where nothing else does.
    if (token.percent !== undefined && result !== undefined) continue;
    if (result === undefined || result.token.percent !== undefined) result = { token, start: result?.start ?? start };
    else if (!token.fits.has(result.token.state)) return "unclear";
    else if (result.token.word === undefined && token.word !== undefined) result = { token, start: result.start };
  }
  return result;
}

/**
 * Reads a text (raw Markdown, already masked) that begins with a label. Undefined when it does not name one thing.
 * `offset` is where the text stands in its document: ranges are the document's.
 */
export function readLabelled(text: string, offset: number, vocabulary: Vocabulary, matcher: LabelMatcher = workMatcher): LabelledText | undefined {
  if (text.length > longestText || !matcher.may(text)) return undefined;
  let at = opening.exec(text)?.[0].length ?? 0;
  // What stands before the label: an icon, a box, a status with a separator.
  const lead = readStatus(text, 0, vocabulary);
  let prefix: StatusToken | undefined;
  const bare = vocabulary.iconAt(text, at);
  // "TODO — Phase 1: Parser" names a list of what there is to do.
  const isList = lead?.word !== undefined && /^(?:to ?do|backlog)$/i.test(text.slice(...lead.word));
  const separator = lead?.word === undefined || isList ? undefined : /^[*_]*\s*(?::|-|–|—)[\s*_]*(?=\p{L})/u.exec(text.slice(lead.range[1]))?.[0];
  const [inBrackets, opened = ""] = leadBrackets.exec(text) ?? [];
  const bracketed = inBrackets === undefined ? undefined : readStatus(inBrackets.replace(/[)\]][^)\]]*$/, ""), opened.length, vocabulary);
  if (lead?.box !== undefined) {
    prefix = lead;
    at = lead.range[1];
  } else if (lead !== undefined && separator !== undefined) {
    // "COMPLETED - Phase 1: System tables"
    prefix = lead;
    at = lead.range[1] + separator.length;
  } else if (inBrackets !== undefined && bracketed !== undefined) {
    // "[DONE] Phase 3: Ledger"
    prefix = bracketed;
    at = inBrackets.length;
  } else if (bare !== undefined) {
    prefix = isDrawing(text, at, bare.end) ? undefined : readStatus(text.slice(0, bare.end), 0, vocabulary);
    at = bare.end;
  }
  for (let icon = vocabulary.iconAt(text, at); icon !== undefined; icon = vocabulary.iconAt(text, at)) at = icon.end;
  at += /^[\s*_`~[\]:.\ufffc]*/.exec(text.slice(at))?.[0].length ?? 0;
  const body = text.slice(at);
  const match = partOf(body, matcher);
  if (match === undefined) return undefined;
  if (several.test(body.slice(match.length))) return undefined;
  const labelEnd = at + match.length;
  const tail = statusTail(text, labelEnd, vocabulary);
  const rest = text.slice(labelEnd);
  const own = ownStatus.exec(rest)?.[0];
  if (own !== undefined) return finish(match, "", readStatus(text, labelEnd + own.length, vocabulary), prefix, undefined, offset);
  // "Phase 3 Roadmap" names a document; "Phase 3 Complete" states something, and so does "Phase 3 COMPLETED: Parser".
  // A bare number is followed by its title: "19.8.1 Ledger"; so is an id, with a status behind it: "US-16 Login ✅", "US-16-login".
  const isNumber = match.kind === "" && /^\d/.test(match.number) && /^\s/.test(rest);
  const isTitled = match.kind.endsWith("-") && (slug.test(rest) || (tail !== undefined && tail !== "unclear" && isTitle(text.slice(labelEnd, tail.start))));
  if (!isNumber && !isTitled && !afterNumber.test(rest) && tail !== "unclear") {
    const direct = readStatus(text, labelEnd, vocabulary);
    if (direct === undefined || namesWork(text, direct) || isDisputed(text, direct, vocabulary)) return undefined;
    // "**Phase 5 Complete** ✅ - History Scan, Webhooks"
    const named = /^[*_]*[ \t]+(?:-|–|—)[ \t]+(\S.*)$/u.exec(text.slice(direct.range[1]))?.[1] ?? "";
    const behind = titleBehind(text, direct) || (longName.test(named) ? mainTitle(named) : "");
    if (behind !== "") return finish(match, behind, direct, prefix, undefined, offset);
    if (direct.notes !== "") return undefined;
    return { ...finish(match, "", direct, prefix, [labelEnd, text.length], offset), isBare: true };
  }
  if (tail === "unclear") return finish(match, mainTitle(rest), undefined, undefined, undefined, offset);
  if (tail === undefined) {
    const [before = ""] = beforeIcon.exec(rest) ?? [];
    const icon = before === "" || prefix !== undefined ? undefined : iconOfState(text, labelEnd + before.length, vocabulary);
    if (icon !== undefined) return finish(match, mainTitle(text.slice(icon.range[1])), icon, undefined, undefined, offset);
    return finish(match, mainTitle(rest), prefix, undefined, undefined, offset);
  }
  const before = text.slice(labelEnd, tail.start);
  if (hasOtherState(before, tail.token, vocabulary)) return finish(match, mainTitle(before), undefined, undefined, undefined, offset);
  const title = mainTitle(before) || bracketTitle(before) || titleBehind(text, tail.token);
  return finish(match, title, tail.token, prefix, [tail.start, text.length], offset);
}

/** "Phase 2 Complete ⏳": a thing that is waited for, where the icon speaks against the word. */
function isDisputed(text: string, { icon, fits }: StatusToken, vocabulary: Vocabulary): boolean {
  const meaning = icon === undefined ? undefined : vocabulary.iconAt(text, icon[0])?.meaning;
  return meaning !== undefined && meaning.state !== "lifecycle" && !fits.has(meaning.state);
}

/** What is said of how far a thing is, and does not name it. */
const isRemark =
  /\b(?:tests?|pass\w*|verif\w*|deploy\w*|merged?|commit\w*|see|all|ready|production|wait\w*|pending|needs?|after|before|since|done|complete\w*)\b|%|#\d/i;

/** "Phase 1: Complete (Ledger store)": the name of a thing behind its status. */
function asideOf(notes: string): string {
  const [, name = ""] = /^\(([\p{L}\d][^()]{2,50})\)/u.exec(notes) ?? [];
  return isRemark.test(name) || dating.test(name) ? "" : plainTitle(name);
}

/** "Phase 3: Ledger ✅ + forms ⏳": parts that are in different states. */
function hasOtherState(title: string, { fits }: StatusToken, vocabulary: Vocabulary): boolean {
  for (let at = 0; at < title.length; at++) {
    const icon = title.charCodeAt(at) < 0x80 ? undefined : vocabulary.iconAt(title, at);
    if (icon === undefined) continue;
    const state = icon.meaning?.state;
    if (state !== undefined && state !== "lifecycle" && !fits.has(state)) return true;
    at = icon.end - 1;
  }
  return false;
}

/** "**Phase 3 Status**: ✅ COMPLETE" */
const ownStatus = /^[ \t]+(?:implementation |overall |current )?status[*_]{0,3}[ \t]*:[*_ \t]*/i;
const slug = /^(?:-[a-z][a-z0-9]*)(?:-[a-z0-9]+)*(?=[`*_]*(?:\s|$))/i;
/** Whether what stands between an id and its status is a title and no sentence. */
const isTitle = (text: string): boolean =>
  /^[`*_]*\s/.test(text) &&
  !/\b(?:is|are|was|were|has|have|will|can|must|should|needs?|depends?|requires?|blocks?|blocked|after|before|until|once|and|or|but|not|when|if)\b|[A-Z]-\d|[.;!?]/i.test(
    text,
  );

/** A status in brackets before a thing. */
const leadBrackets = /^([\s*_#>]*[[(])[^[\]()]{3,30}[)\]](?!\()[\s*_:–—-]*/;

/** What stands between a thing and the icon before its title: "**Phase 5**: ⏳ Integration". */
const beforeIcon = /^[*_`]*[ \t]*(?::|[-–—](?=[ \t]))[*_ \t]*(?=[^\p{L}\p{N}\p{P}\s])/u;
/** Icons that nobody draws for a subject before a title: a clipboard, a calendar or a crane may be one. */
const plainIcons = /^[✅☑✔✓⏳⌛⬜☐🔲]\ufe0f?$/u;

/** "🔄 [Phase 2: Protocol](x.md)": an icon before a link may draw what the link leads to. */
const isDrawing = (text: string, start: number, end: number): boolean =>
  !plainIcons.test(text.slice(start, end)) && /^[\s*_]*\[[^\]]*\]\ufffc/.test(text.slice(end));

/** The status that the icon at `at` gives, where a title stands behind it. */
function iconOfState(text: string, at: number, vocabulary: Vocabulary): StatusToken | undefined {
  const end = vocabulary.iconAt(text, at)?.end;
  if (end === undefined || !plainIcons.test(text.slice(at, end)) || !/^[*_ \t]+\p{Lu}/u.test(text.slice(end))) return undefined;
  return readStatus(text.slice(0, end), at, vocabulary);
}

/** "Phase 4 (Live telemetry): done": a title in brackets. */
const titleBrackets = /^[\s*_]*\(([^()]+)\)[\s*_:–—-]*$/;

function bracketTitle(text: string): string {
  const title = plainTitle(titleBrackets.exec(text)?.[1] ?? "");
  return shortForm.test(title) || dating.test(title) ? "" : title;
}

/** The title that follows a status and a colon: "Phase 2 COMPLETED: Streaks", "Phase 1 (done): Heap". */
function titleBehind(text: string, { range: [, end] }: StatusToken): string {
  const [whole] = /^[\s*_]*[)\]]?[\s*_]*:[\s*_]+/.exec(text.slice(end)) ?? [];
  return whole === undefined ? "" : mainTitle(text.slice(end + whole.length));
}

/** Up to four words in capitals. */
const shortName = /^\p{Lu}[\p{L}/&-]*(?:,? (?:(?:and|of|for|&) )?\p{Lu}[\p{L}/&-]*){0,3}$/u;
const longName = /^\p{Lu}[\p{L}/&-]*(?:,? (?:(?:and|of|for|&) )?\p{Lu}[\p{L}/&-]*){1,7}[*_]*$/u;
const shortForm = /^(?:[A-Z]{1,3}[ -]?)?\d+(?:\.\d+)*[a-z]?$/i;
/** What stands in brackets and dates a thing. */
const dating = /^\W*(?:(?:week|day|month|hour|sprint|iteration|session|q[1-4])s?\b|~|≈|(?:\d+(?![\w-])|\d+[dhwm]\b|v\d))|\b(?:19|20)\d\d\b/i;
const sum = /^\d+(?:\.\d+)?[ \t]*(?:%|(?:\/|of|out of)[ \t]*\d)/;

/** The title proper: what stands before a dash that begins a description. */
function mainTitle(text: string): string {
  const plain = text.slice(0, longestText).replace(/^[\s*_`~:.)\]\ufffc–—-]+/, "");
  const [main = "", behind = ""] = plain.split(/(?<=\S)[*_]*[ \t]+(?:--?|–|—|→)[ \t]/, 2);
  const name = plainTitle(behind);
  // "Todo system - Frontend Components": what is a name, too, is no description.
  const title = shortName.test(name) && !documentWords.test(name) ? plainTitle(`${main} ${behind}`) : plainTitle(main);
  // "Phase 5: 7/7 tasks, complete" has a sum, and no title; "Milestone 1 (M1)" has a short form.
  // What says that a status follows names nothing.
  return sum.test(title) || shortForm.test(title) || /^(?:current |overall )?status\b/i.test(title) ? "" : title;
}

function finish(
  match: LabelMatch,
  title: string,
  token: StatusToken | undefined,
  prefix: StatusToken | undefined,
  suffix: Range | undefined,
  offset: number,
): LabelledText {
  const aside = title === "" && token !== undefined ? asideOf(token.notes) : "";
  const label: Label = { kind: match.kind, number: match.number, title, ...(aside === "" ? {} : { aside }) };
  if (token === undefined) return { label, token: undefined };
  // A box beside another status, or icons that disagree with it, say nothing clear.
  const isUnclear = prefix !== undefined && (prefix.box !== undefined || token.word === undefined) && prefix.state !== token.state;
  if (isUnclear) return { label, token: undefined };
  const move = ([start, end]: Range): Range => [start + offset, end + offset];
  return {
    label,
    token: moveToken(token, offset),
    ...(suffix === undefined || prefix !== undefined ? {} : { suffix: move(suffix) }),
    ...(prefix?.icon === undefined || prefix === token ? {} : { leadIcon: move(prefix.icon) }),
  };
}

/** A text that begins with a name of any kind: what stands before its status. Ranges are the document's. Undefined for an empty name. */
export function nameTail(
  text: string,
  offset: number,
  vocabulary: Vocabulary,
): { readonly name: string; readonly nameRange: Range; readonly token: StatusToken | undefined; readonly suffix?: Range } | undefined {
  if (text.length > longestText) return undefined;
  const lead = readStatus(text, 0, vocabulary);
  const prefix = lead?.box !== undefined || (lead?.icon !== undefined && lead.word === undefined) ? lead : undefined;
  const start = prefix?.range[1] ?? 0;
  const tail = statusTail(text, start, vocabulary);
  const end = tail === undefined || tail === "unclear" ? text.length : tail.start;
  const name = plainTitle(text.slice(start, end));
  if (name === "") return undefined;
  const found = tail === "unclear" ? undefined : (tail?.token ?? prefix);
  const token = prefix !== undefined && found !== undefined && prefix.state !== found.state ? undefined : found;
  return {
    name,
    nameRange: [offset + start, offset + end],
    token: token === undefined ? undefined : moveToken(token, offset),
    ...(tail === undefined || tail === "unclear" || prefix !== undefined ? {} : { suffix: [offset + tail.start, offset + text.length] }),
  };
}
