// A vocabulary ready for reading: words and icons by state, defaults with a configuration's own words.
import { compatibleStates, lifecycleWords, openWords, stateIcons, states, stateWords, type State } from "./status-words.js";

/** What a word or an icon says. `fits` are the states that it does not contradict; `lifecycle` words are known and say nothing of work. */
export interface Meaning {
  readonly state: State | "lifecycle";
  readonly fits: ReadonlySet<State>;
}

export interface Vocabulary {
  /** The word that stands at `at`, whole. */
  wordAt(text: string, at: number): { readonly end: number; readonly meaning: Meaning } | undefined;
  /** The icon that stands at `at`; `meaning` is undefined for one whose meaning differs from document to document. */
  iconAt(text: string, at: number): { readonly end: number; readonly meaning: Meaning | undefined } | undefined;
  /** The states that words of a text name. */
  statesIn(text: string): ReadonlySet<State>;
  /** The word and the icon that are written for a state. */
  readonly words: Readonly<Record<State, string>>;
  readonly icons: Readonly<Record<State, string | undefined>>;
  /** Every word, for "did you mean". */
  readonly known: readonly string[];
}

const normal = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, " ");
const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/ /g, "[ _-]");
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The states that a statement of `state` does not contradict. */
export function fitting(state: State, also: readonly State[] = []): ReadonlySet<State> {
  const fits = new Set<State>([state, ...also]);
  for (const [a, b] of compatibleStates) {
    if (a === state) fits.add(b);
    if (b === state) fits.add(a);
  }
  return fits;
}

/** The icon that is written for a state: one of the document's or the configuration's, else the default. */
function iconFor(own: Readonly<Record<string, State>>, state: State): string | undefined {
  const [named] = Object.entries(own).find(([word, one]) => one === state && !/[\p{L}\p{N}]/u.test(word)) ?? [];
  return named ?? stateIcons.find((fact) => fact.state === state)?.icon;
}

/** Words that say nothing of a thing when they stand in the remarks behind its status: "Complete, next: tests". */
const isWeakInRemarks = (word: string): boolean => /^(?:next|current|this |start(?:ed|ing)$|future$)/.test(word);

/** Makes a vocabulary; `own` words and icons (of a configuration, of a document's legend) come before the defaults. */
export function makeVocabulary(own: Readonly<Record<string, State>> = {}): Vocabulary {
  const meanings = new Map<string, Meaning>();
  const nothing: ReadonlySet<State> = new Set(states);
  for (const word of lifecycleWords) meanings.set(word, { state: "lifecycle", fits: nothing });
  for (const state of states) for (const word of stateWords[state]) meanings.set(normal(word), { state, fits: fitting(state) });
  for (const { word, state, alsoFits } of openWords) meanings.set(word, { state, fits: fitting(state, alsoFits) });
  const icons = new Map<string, Meaning>(stateIcons.map(({ icon, state, alsoFits }) => [icon, { state, fits: fitting(state, alsoFits) }]));
  for (const [word, state] of Object.entries(own)) (/[\p{L}\p{N}]/u.test(word) ? meanings : icons).set(normal(word), { state, fits: fitting(state) });

  const known = [...meanings.keys()].filter((word) => /^\p{L}/u.test(word));
  const alternatives = known
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join("|");
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives})(?![\\p{L}\\p{N}_])`, "iuy");
  const anyWord = new RegExp(word.source, "iug");
  const ownIcons = [...icons.keys()].toSorted((a, b) => b.length - a.length);
  const pictograph = /(?:\p{Extended_Pictographic}|[\u2600-\u27bf])(?:\ufe0f|\u200d\p{Extended_Pictographic})*/uy;

  return {
    wordAt(text, at) {
      word.lastIndex = at;
      const found = word.exec(text)?.[0];
      const meaning = found === undefined ? undefined : meanings.get(normal(found));
      return found === undefined || meaning === undefined ? undefined : { end: at + found.length, meaning };
    },
    iconAt(text, at) {
      const icon = ownIcons.find((one) => text.startsWith(one, at));
      // A variation selector behind an icon belongs to it.
      if (icon !== undefined) return { end: at + icon.length + (text.charCodeAt(at + icon.length) === 0xfe0f ? 1 : 0), meaning: icons.get(icon) };
      pictograph.lastIndex = at;
      const other = pictograph.exec(text)?.[0];
      return other === undefined ? undefined : { end: at + other.length, meaning: undefined };
    },
    statesIn(text) {
      const found = new Set<State>();
      for (const [match] of text.matchAll(anyWord)) {
        const meaning = meanings.get(normal(match));
        if (meaning !== undefined && meaning.state !== "lifecycle" && !isWeakInRemarks(normal(match))) found.add(meaning.state);
      }
      return found;
    },
    words: Object.fromEntries(states.map((state) => [state, capital(stateWords[state][0] ?? state)])) as Record<State, string>,
    icons: Object.fromEntries(states.map((state) => [state, iconFor(own, state)])) as Record<State, string | undefined>,
    known,
  };
}

/** The vocabulary where no configuration adds to it. */
export const defaultVocabulary: Vocabulary = makeVocabulary();
