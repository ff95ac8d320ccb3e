// Status tokens: an icon, a word, both, or a check box, and where in a text they may stand.
import type { Range } from "@caio/repo-model/text";
import type { State } from "./status-words.js";
import { fitting, type Meaning, type Vocabulary } from "./vocabulary.js";

/** A status as it is written. `range` covers icon and word with what is between them, without emphasis around them. */
export interface StatusToken {
  readonly state: State;
  readonly fits: ReadonlySet<State>;
  readonly range: Range;
  readonly icon?: Range;
  readonly word?: Range;
  /** The brackets of a check box with what is in them. */
  readonly box?: Range;
  /** A percentage that stands alone: `(100%)`, `(0%)`. Any other says too little. */
  readonly percent?: Range;
  /** Whether an icon stands in it whose meaning is not known. */
  readonly hasOtherIcon: boolean;
  /** What stands behind it in its slot: dates, percentages, remarks. */
  readonly notes: string;
}

const markup = /[*_`~ \t\u00a0]*/y;
const boxes = /\[([ xX✓✔✅])\](?!\()/y;
const percentage = /(\d{1,3}(?:\.\d+)?) ?% ?/y;
/** What may follow a status word: the end, punctuation, a remark in parentheses, a number, or a word that begins a circumstance. */
const boundary =
  /^[*_`~]*(?:$|\s*$|[ \t]*[,;:!|()[\]{}–—/→&+|•·]|[ \t]*\.(?!\p{L})|[ \t]+(?:-+|–|—)|[ \t]*\d|[ \t]+(?:in|on|by|for|with|via|at|as|since|until|see|per|and|from|~|≈|v\d)(?![\p{L}\p{N}]))/iu;

function skip(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return at + (expression.exec(text)?.[0].length ?? 0);
}

/** The states that are left when several signs speak; words beat icons. */
function meaningOf(word: Meaning | undefined, icons: readonly Meaning[]): Meaning | undefined {
  if (word !== undefined) return word;
  const [first, ...others] = icons;
  return first !== undefined && others.every(({ state }) => state === first.state) ? first : undefined;
}

/**
 * Reads a status that begins at `from`, behind emphasis and blanks at most; undefined when there is none, or when it goes on
 * as a sentence ("complete the migration"). `text` ends where the slot ends.
 */
export function readStatus(text: string, from: number, vocabulary: Vocabulary): StatusToken | undefined {
  let at = skip(markup, text, from);
  const start = at;
  let end = at;
  const icons: Meaning[] = [];
  let icon: Range | undefined;
  let hasOtherIcon = false;
  const takeIcons = (): void => {
    for (let found = vocabulary.iconAt(text, at); found !== undefined; found = vocabulary.iconAt(text, at)) {
      if (found.meaning === undefined) hasOtherIcon = true;
      else {
        icons.push(found.meaning);
        icon ??= [at, found.end];
      }
      end = found.end;
      at = skip(markup, text, end);
    }
  };
  boxes.lastIndex = at;
  const box = boxes.exec(text);
  if (box !== null) {
    const isTicked = box[1] !== " ";
    const fits = isTicked ? fitting("done") : fitting("pending", ["in-progress", "partial", "cancelled"]);
    const range: Range = [at, at + box[0].length];
    return { state: isTicked ? "done" : "pending", fits, range, box: range, hasOtherIcon: false, notes: text.slice(range[1]).trim() };
  }
  takeIcons();
  percentage.lastIndex = at;
  const percent = percentage.exec(text);
  const found = vocabulary.wordAt(text, percent === null ? at : at + percent[0].length);
  let word: Range | undefined;
  let said: Meaning | undefined = found?.meaning;
  if (found !== undefined) {
    const wordStart = percent === null ? at : at + percent[0].length;
    // "60 % complete" is not complete.
    if (percent !== null && said?.state === "done" && Number(percent[1]) < 100) {
      const state = Number(percent[1]) === 0 ? "pending" : "in-progress";
      said = { state, fits: fitting(state, ["pending", "in-progress", "partial"]) };
    }
    word = [wordStart, found.end];
    end = found.end;
    at = skip(markup, text, end);
    if (icon === undefined) takeIcons();
  }
  if (icon === undefined && word === undefined && percent !== null) return readPercent(text, at, percent);
  if (icon === undefined && word === undefined) return readParts(text, start, vocabulary);
  // "⏳ Ready": ready to be begun.
  const [drawn] = icons;
  if (said?.state === "lifecycle" && drawn?.state === "pending" && word !== undefined && /^ready$/i.test(text.slice(...word))) said = drawn;
  const meaning = meaningOf(said, icons);
  // Words of other life cycles say nothing of work.
  if (meaning === undefined || meaning.state === "lifecycle") return undefined;
  const { state, fits } = meaning;
  const rest = text.slice(end);
  if (!boundary.test(rest) && !(word === undefined && /^[*_`~]*\s*$/.test(rest))) return undefined;
  const notes = rest.replace(/^[*_`~\s]+/, "").trim();
  if (contradicts(meaning, notes, vocabulary)) return undefined;
  return {
    state,
    fits,
    range: [start, end],
    hasOtherIcon,
    notes,
    ...(icon === undefined ? {} : { icon }),
    ...(word === undefined ? {} : { word }),
  };
}

/** All of it, or nothing, where nothing else is said. */
function readPercent(text: string, at: number, [whole, number]: RegExpExecArray): StatusToken | undefined {
  const state = Number(number) === 100 ? "done" : Number(number) === 0 ? "pending" : undefined;
  const end = at + whole.trimEnd().length;
  if (state === undefined || !/^[\s*_`]*[)\]]?[\s*_`]*$/.test(text.slice(end))) return undefined;
  const percent: Range = [at, end];
  return { state, fits: fitting(state), range: percent, percent, hasOtherIcon: false, notes: "" };
}

/** A subject of at most three words before the state of a part. */
const partName = /(?!(?:when|once|until|if|after|before|with|without|is|are|not|the|all|and|or)\b)[\p{L}\p{N}][\p{L}\p{N}/&'-]*[ \t]+/iuy;

/** What a text says of several parts, where one is done and another is not: "Backend complete, UI pending". */
function readParts(text: string, start: number, vocabulary: Vocabulary): StatusToken | undefined {
  if (!/[,;]/.test(text.slice(start))) return undefined;
  const said: Meaning[] = [];
  let end = start;
  for (let at = start; said.length < 6; at = skip(/[,;][ \t]*/y, text, end)) {
    if (said.length > 0 && at === end) break;
    let found = vocabulary.wordAt(text, at);
    for (let words = 0; found === undefined && words < 3; words++) {
      const next = skip(partName, text, at);
      if (next === at) return undefined;
      at = next;
      found = vocabulary.wordAt(text, at);
    }
    if (found === undefined || found.meaning.state === "lifecycle") return undefined;
    said.push(found.meaning);
    ({ end } = found);
  }
  const isMixed = said.some(({ state }) => state === "done") && said.some(({ fits }) => !fits.has("done"));
  if (!isMixed || !boundary.test(text.slice(end))) return undefined;
  return { state: "partial", fits: fitting("partial"), range: [start, end], hasOtherIcon: false, notes: text.slice(end).trim() };
}

/** Whether remarks behind a status take it back: "Complete (documents pending)", "Done, 60 %". */
export function contradicts({ state, fits }: Meaning, notes: string, vocabulary: Vocabulary): boolean {
  if (notes === "") return false;
  if (state === "done" && /(?<![\d.])\d{1,2}(?:\.\d+)? ?%|\b(?:except|but|partially|remaining|minus|excluding|not)\b|⚠|❌|🚧|⏳|🔄/iu.test(notes)) return true;
  // Of what is begun parts are done, and others are not.
  const isBegun = state === "partial" || state === "in-progress";
  return [...vocabulary.statesIn(notes)].some((other) => !fits.has(other) && !(isBegun && other !== "cancelled"));
}

/** A status as it is written: its word with a percentage, else its icon or box. */
export function shownToken(text: string, { word, range }: Pick<StatusToken, "word" | "range">): string {
  const whole = text.slice(...range).replace(/[*_`]/g, "");
  return /\d ?%/.test(whole) || word === undefined ? whole.trim() : text.slice(...word);
}

/** A token of a piece of text as one of the document. */
export function moveToken(token: StatusToken, offset: number): StatusToken {
  const move = (range: Range | undefined): Range | undefined => range && [range[0] + offset, range[1] + offset];
  const [icon, word, box, percent] = [move(token.icon), move(token.word), move(token.box), move(token.percent)];
  return {
    state: token.state,
    fits: token.fits,
    hasOtherIcon: token.hasOtherIcon,
    notes: token.notes,
    range: [token.range[0] + offset, token.range[1] + offset],
    ...(icon === undefined ? {} : { icon }),
    ...(word === undefined ? {} : { word }),
    ...(box === undefined ? {} : { box }),
    ...(percent === undefined ? {} : { percent }),
  };
}
