// The edit that gives a statement another state, in its document's own style.
import type { Range, TextEdit } from "@caio/repo-model/text";
import { keepWidth } from "./cell-padding.js";
import type { Statement } from "./statement.js";
import type { State } from "./status-words.js";
import type { StatusToken } from "./token.js";
import type { Vocabulary } from "./vocabulary.js";

/** How a status is written around its parts: ` (W)`, ` I`, ` - **I W**`. Undefined where remarks belong to it. */
function shapeOf({ source, token, suffix }: Statement): string | undefined {
  if (suffix === undefined || token.box !== undefined || token.hasOtherIcon || (token.icon === undefined && token.word === undefined)) return undefined;
  const [start, end] = suffix;
  if (token.range[0] < start || end < token.range[1]) return undefined;
  const { text } = source;
  const behind = text.slice(token.range[1], end);
  const before = text.slice(start, token.range[0]);
  if (!/^[\s*_`~)\]}]*$/.test(behind) || !/^[\s*_`~([{:|•·→–—-]*$/.test(before)) return undefined;
  // Emphasis that begins before the suffix belongs to the title.
  if (((before + behind).match(/[*_`~]/g)?.length ?? 0) % 2 !== 0) return undefined;
  const parts = [...(token.icon === undefined ? [] : [{ at: token.icon, sign: "I" }]), ...(token.word === undefined ? [] : [{ at: token.word, sign: "W" }])];
  const signs = parts.toSorted((a, b) => a.at[0] - b.at[0]).map(({ sign }) => sign);
  return before + signs.join(" ") + behind.trimEnd();
}

/** The letter case of `like`, given to `word`: PENDING, Pending, pending, In Progress. */
export function withCaseOf(word: string, like: string): string {
  const letters = like.replace(/[^\p{L}]/gu, "");
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return word.toUpperCase();
  if (letters === letters.toLowerCase()) return word.toLowerCase();
  const lower = word.toLowerCase();
  const isEveryWord = /[\s_-]\p{Lu}/u.test(like);
  return isEveryWord
    ? lower.replace(/(^|[\s_-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
    : lower.charAt(0).toUpperCase() + lower.slice(1);
}

const sliceOf = ({ source }: Statement, range: Range | undefined): string | undefined => (range === undefined ? undefined : source.text.slice(...range));

/** Statements of the same place and kind that are in the wanted state, the nearest first. */
function siblingsOf(statement: Statement, all: readonly Statement[], target: State): Statement[] {
  const at = statement.token.range[0];
  return all
    .filter((other) => other !== statement && other.source === statement.source && other.slot === statement.slot && other.token.state === target)
    .filter((other) => other.slot === "line" || other.group === statement.group)
    .toSorted((a, b) => Math.abs(a.token.range[0] - at) - Math.abs(b.token.range[0] - at));
}

/** A source or a canonical copy: its words are taken over where the document has none of its own. */
type Model = { readonly text: string; readonly token: StatusToken };

/** The icon that says `target` here: a sibling's, else the model's, else the vocabulary's. */
function iconFor(target: State, siblings: readonly Statement[], vocabulary: Vocabulary, model: Model | undefined): string | undefined {
  const own = siblings.map((one) => sliceOf(one, one.token.icon ?? one.leadIcon)).find((one) => one !== undefined);
  return own ?? (model?.token.icon === undefined ? undefined : model.text.slice(...model.token.icon)) ?? vocabulary.icons[target];
}

/** An icon that stands before a status word, with no meaning of its own: it is part of the status. */
function strayIcon({ source, token }: Statement): Range | undefined {
  if (!token.hasOtherIcon || token.icon !== undefined || token.word === undefined) return undefined;
  const [icon] = /^[^\s*_`\p{L}\p{N}]+(?=[\s*_`]*$)/u.exec(source.text.slice(token.range[0], token.word[0])) ?? [];
  return icon === undefined ? undefined : [token.range[0], token.range[0] + icon.length];
}

/**
 * The edits that make `statement` say `target`; undefined where its style cannot say it (a check box, an icon of unknown meaning alone).
 * The nearest sibling in that state decides the form: its suffix is taken over where it has another one; else the token is replaced part
 * by part, an icon for an icon, a word for a word in the same letter case, with emphasis and brackets kept. An icon before the title goes with it.
 */
export function restyle(
  statement: Statement,
  target: State,
  all: readonly Statement[],
  vocabulary: Vocabulary,
  model?: Model,
): readonly TextEdit[] | undefined {
  const edits = editsFor(statement, target, all, vocabulary, model);
  return edits === undefined ? undefined : keepWidth(statement, edits);
}

function editsFor(statement: Statement, target: State, all: readonly Statement[], vocabulary: Vocabulary, model?: Model): readonly TextEdit[] | undefined {
  const { token, source, suffix } = statement;
  const { path, text } = source;
  // Whether a box is ticked is for the one who did the work.
  const stray = strayIcon(statement);
  if (token.box !== undefined || (token.hasOtherIcon && stray === undefined) || /^\s*\[[ xX]\]/.test(text.slice(...statement.range))) return undefined;
  const siblings = siblingsOf(statement, all, target);
  const shape = shapeOf(statement);
  const [nearest] = siblings.flatMap((sibling) => {
    const other = shapeOf(sibling);
    return other === undefined || sibling.suffix === undefined ? [] : [{ sibling, shape: other, suffix: sibling.suffix }];
  });
  if (shape !== undefined && suffix !== undefined && nearest !== undefined && nearest.shape !== shape) {
    return [{ path, range: [suffix[0], suffix[0] + text.slice(...suffix).trimEnd().length], text: text.slice(...nearest.suffix).trimEnd() }];
  }
  const edits: TextEdit[] = [];
  for (const outer of [stray, statement.leadIcon]) {
    const icon = iconFor(target, siblings, vocabulary, model);
    if (outer === undefined) continue;
    if (icon === undefined) return undefined;
    edits.push({ path, range: outer, text: icon });
  }
  if (token.icon !== undefined) {
    const icon = iconFor(target, siblings, vocabulary, model);
    // A state without an icon: the word alone says it.
    if (icon !== undefined) edits.push({ path, range: token.icon, text: icon });
    else if (token.word === undefined) edits.push({ path, range: token.icon, text: vocabulary.words[target] });
    else edits.push({ path, range: [Math.min(token.icon[0], token.word[0]), Math.max(token.icon[1], token.word[1])], text: "" });
  }
  if (token.word !== undefined) {
    const like = text.slice(...token.word).replace(/^[\d.]+ ?% ?/, "");
    const own = siblings.map((one) => sliceOf(one, one.token.word)).find((one) => one !== undefined && !/%/.test(one));
    const sourceWord = model?.token.word === undefined ? undefined : model.text.slice(...model.token.word);
    const word = withCaseOf(own ?? (sourceWord === undefined || /%/.test(sourceWord) ? undefined : sourceWord) ?? vocabulary.words[target], like);
    const last = edits.at(-1);
    if (last !== undefined && last.text === "") return [{ ...last, text: word }];
    edits.push({ path, range: token.word, text: word });
  }
  return edits.length === 0 ? undefined : edits.toSorted((a, b) => a.range[0] - b.range[0]);
}
