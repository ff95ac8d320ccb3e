// Sections that are called by a state: "Completed", "🚧 In progress", "Planned phases". What they list is in it.
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import { longestText } from "./label.js";
import { moveToken, type StatusToken } from "./token.js";
import type { Vocabulary } from "./vocabulary.js";

/** The state of each section that is called by one, by the index of its heading. */
export interface ListingSections {
  get(index: number): StatusToken | undefined;
}

const lead = /^[^\p{L}\p{N}]*/u;
/** What may stand behind the state: what it is the state of, a sum, an icon. */
const rest = /^(?: (?:phases|milestones|stages|sprints|epics|iterations|work|items|tasks|stories|features|tickets|issues))?[^\p{L}]*$/iu;
/** What leads on to something, or may be anybody's wish. */
const vague = /^(?:next|upcoming|future|current|this|coming|ready|start|planning|not )/i;

/** The sections of a document that are called by a state. A title of the document is none: "TODO". */
export function sectionStates({ headings, text }: MarkdownDocument, vocabulary: Vocabulary): ListingSections {
  const known = new Map<number, StatusToken | undefined>();
  const read = (index: number): StatusToken | undefined => {
    const { level, content } = headings[index] ?? { level: 1, content: [0, 0] as const };
    const name = level === 1 || content[1] - content[0] > longestText ? "" : text.slice(...content);
    const start = lead.exec(name)?.[0].length ?? 0;
    const word = vocabulary.wordAt(name, start);
    if (word === undefined || word.meaning.state === "lifecycle" || vague.test(name.slice(start)) || !rest.test(name.slice(word.end))) return undefined;
    const { state, fits } = word.meaning;
    return moveToken({ state, fits, range: [start, word.end], word: [start, word.end], hasOtherIcon: false, notes: "" }, content[0]);
  };
  return {
    get(index) {
      if (!known.has(index)) known.set(index, read(index));
      return known.get(index);
    },
  };
}
