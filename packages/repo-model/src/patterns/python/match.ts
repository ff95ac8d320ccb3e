// A matcher of our own for patterns with references, conditions, atomic groups and possessive repetitions, which JavaScript lacks or reads otherwise.
import { RepoError } from "../../text/index.js";
import { variants } from "./characters.js";
import { flagsWithin, placeSource, unitSource } from "./emit.js";
import type { FlagSet, RegexNode, RegexSequence, RegexTree } from "./node.js";

const mostSteps = 2_000_000;
const mostDepth = 4000;

interface State {
  readonly text: readonly string[];
  /** Offsets of the characters, for assertions. */
  readonly whole: string;
  readonly offsets: readonly number[];
  /** Start and end of each group; -1 where it did not match. */
  readonly groups: number[];
  steps: number;
  depth: number;
}
type Next = (at: number) => boolean;
type Matcher = (state: State, at: number, next: Next) => boolean;

function slow(pattern: string): RepoError {
  return new RepoError("PATTERN_TOO_SLOW", `The pattern \`${pattern.slice(0, 200)}\` takes too many steps.`, {
    hint: "Write it without a repetition inside of a repetition.",
  });
}

class Compiler {
  constructor(private readonly pattern: string) {}

  sequence(nodes: RegexSequence, flags: FlagSet): Matcher {
    const parts = nodes.map((node) => this.node(node, flags));
    return (state, at, next) => {
      const run = (index: number, from: number): boolean => {
        const part = parts[index];
        return part === undefined ? next(from) : part(state, from, (to) => run(index + 1, to));
      };
      return run(0, at);
    };
  }

  private node(node: RegexNode, flags: FlagSet): Matcher {
    switch (node.op) {
      case "char":
      case "any":
      case "set": {
        const one = new RegExp(`^${unitSource(node, flags)}$`, "u");
        return (state, at, next) => at < state.text.length && one.test(state.text[at] ?? "") && next(at + 1);
      }
      case "at": {
        const place = new RegExp(placeSource(node.where, flags), "uy");
        return (state, at, next) => {
          place.lastIndex = state.offsets[at] ?? state.whole.length;
          return place.test(state.whole) && next(at);
        };
      }
      case "branch": {
        const items = node.items.map((item) => this.sequence(item, flags));
        return (state, at, next) => items.some((item) => item(state, at, next));
      }
      case "group":
        return this.group(node, flags);
      case "atomic":
        return this.once(this.sequence(node.body, flags));
      case "look":
        return this.look(node, flags);
      case "repeat":
        return this.repeat(node, flags);
      case "reference":
        return this.reference(node.group, flags);
      case "condition": {
        const yes = this.sequence(node.yes, flags);
        const no = this.sequence(node.no ?? [], flags);
        return (state, at, next) => ((state.groups[node.group * 2 + 1] ?? -1) >= 0 ? yes : no)(state, at, next);
      }
    }
  }

  private group(node: RegexNode & { readonly op: "group" }, flags: FlagSet): Matcher {
    const body = this.sequence(node.body, flagsWithin(flags, node));
    const { index } = node;
    if (index === undefined) return body;
    return (state, at, next) => {
      const before = state.groups.slice(index * 2, index * 2 + 2);
      const isMatch = body(state, at, (to) => {
        const inner = state.groups.slice(index * 2, index * 2 + 2);
        [state.groups[index * 2], state.groups[index * 2 + 1]] = [at, to];
        if (next(to)) return true;
        [state.groups[index * 2], state.groups[index * 2 + 1]] = [inner[0] ?? -1, inner[1] ?? -1];
        return false;
      });
      if (!isMatch) [state.groups[index * 2], state.groups[index * 2 + 1]] = [before[0] ?? -1, before[1] ?? -1];
      return isMatch;
    };
  }

  /** The first way that a part matches, and no other one. */
  private once(part: Matcher): Matcher {
    return (state, at, next) => {
      const before = [...state.groups];
      let end = -1;
      if (part(state, at, (to) => ((end = to), true)) && next(end)) return true;
      state.groups.splice(0, state.groups.length, ...before);
      return false;
    };
  }

  private look(node: RegexNode & { readonly op: "look" }, flags: FlagSet): Matcher {
    const body = this.sequence(node.body, flags);
    return (state, at, next) => {
      const before = [...state.groups];
      let isMatch = false;
      // The width is fixed, but asking each start is as right and simpler.
      if (node.isBehind) {
        for (let from = at; from >= 0 && !isMatch; from--) isMatch = body(state, from, (to) => to === at);
      } else isMatch = body(state, at, () => true);
      if (isMatch === node.isNegated) {
        state.groups.splice(0, state.groups.length, ...before);
        return false;
      }
      if (node.isNegated) state.groups.splice(0, state.groups.length, ...before);
      if (next(at)) return true;
      state.groups.splice(0, state.groups.length, ...before);
      return false;
    };
  }

  private repeat(node: RegexNode & { readonly op: "repeat" }, flags: FlagSet): Matcher {
    const body = this.sequence(node.body, flags);
    const { min, max, kind } = node;
    const { pattern } = this;
    const run = (state: State, at: number, count: number, next: Next): boolean => {
      if (++state.steps > mostSteps || ++state.depth > mostDepth) throw slow(pattern);
      // A turn that took nothing is the last one.
      const again = (): boolean => count < max && body(state, at, (to) => (to === at && count >= min ? next(to) : run(state, to, count + 1, next)));
      const isMatch = count < min ? again() : kind === "lazy" ? next(at) || again() : again() || next(at);
      state.depth--;
      return isMatch;
    };
    const plain: Matcher = (state, at, next) => run(state, at, 0, next);
    return kind === "possessive" ? this.once(plain) : plain;
  }

  private reference(group: number, flags: FlagSet): Matcher {
    return (state, at, next) => {
      const [start = -1, end = -1] = state.groups.slice(group * 2, group * 2 + 2);
      if (end < 0) return false;
      for (let index = 0; index < end - start; index++) {
        const [wanted, found] = [state.text[start + index] ?? "", state.text[at + index]];
        if (found === undefined) return false;
        const low = flags.has("i")
          ? flags.has("a")
            ? variants(wanted.codePointAt(0) ?? 0, flags).includes(found.codePointAt(0) ?? 0)
            : sameLower(wanted, found)
          : wanted === found;
        if (!low) return false;
      }
      return next(at + end - start);
    };
  }
}

const sameLower = (one: string, other: string): boolean => one.toLowerCase().codePointAt(0) === other.toLowerCase().codePointAt(0);

/** A predicate over texts as `re.search` is. Throws `PATTERN_TOO_SLOW` after too many steps. */
export function matcherOf({ root, flags, groups }: RegexTree, pattern: string): (text: string) => boolean {
  const matcher = new Compiler(pattern).sequence(root, flags);
  return (whole) => {
    const text = [...whole];
    const offsets: number[] = [];
    for (let index = 0, at = 0; index < text.length; at += text[index]?.length ?? 0, index++) offsets.push(at);
    const state: State = { text, whole, offsets, groups: [], steps: 0, depth: 0 };
    for (let at = 0; at <= text.length; at++) {
      state.groups.splice(0, state.groups.length, ...Array.from({ length: groups * 2 }, () => -1));
      state.depth = 0;
      if (matcher(state, at, () => true)) return true;
    }
    return false;
  };
}
