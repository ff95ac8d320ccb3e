// Reads a pattern as Python 3.11's `re` does: what it refuses is refused here. Source: https://docs.python.org/3.11/library/re.html, measured against CPython.
import { classEscape, escape } from "./escape.js";
import { RegexFault, type FlagSet, type RegexNode, type RegexSequence, type RegexTree, type SetItem } from "./node.js";
import { Tokens } from "./tokens.js";
import { widthOf, type Width } from "./width.js";

const known = "iLmsxatu";
const types = "aLu";
const mostRepeats = 4_294_967_295;
const mostGroups = 1_073_741_823;
/** Parentheses within parentheses: CPython's own stack ends near it. */
const mostDepth = 240;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class Parser {
  readonly flags = new Set<string>();
  readonly widths: (Width | undefined)[] = [undefined];
  readonly conditions = new Map<number, number>();
  private readonly names = new Map<string, number>();
  private behind: number | undefined;
  private readonly tokens: Tokens;

  constructor(readonly pattern: string) {
    this.tokens = new Tokens(pattern);
  }

  parse(): RegexTree {
    const root = this.alternatives(false, 0);
    if (this.flags.has("a") && this.flags.has("u")) throw this.tokens.fail("the flags `a` and `u` stand together", 0);
    if (this.tokens.next !== undefined) throw this.tokens.fail("a `)` has no `(`");
    for (const [group, at] of this.conditions) if (group >= this.widths.length) throw this.tokens.fail(`there is no group ${group}`, at);
    this.checkTree(root);
    return { root, flags: this.flags, groups: this.widths.length };
  }

  private alternatives(isVerbose: boolean, depth: number): RegexSequence {
    if (depth > mostDepth) throw this.tokens.fail("the parentheses are nested too deep");
    const items: RegexSequence[] = [];
    let verbose = isVerbose;
    do {
      if (items.length > 0 && depth === 0) verbose = this.flags.has("x");
      items.push(this.sequence(verbose, depth, depth === 0 && items.length === 0));
    } while (this.tokens.matches("|"));
    return items.length === 1 ? (items[0] as RegexSequence) : [{ op: "branch", items }];
  }

  private sequence(isVerbose: boolean, depth: number, isFirst: boolean): RegexSequence {
    const { tokens } = this;
    const nodes: RegexNode[] = [];
    let verbose = isVerbose;
    while (tokens.next !== undefined && tokens.next !== "|" && tokens.next !== ")") {
      const from = tokens.at;
      const one = tokens.take() as string;
      if (verbose && " \t\n\r\v\f".includes(one)) continue;
      if (verbose && one === "#") {
        while (tokens.next !== undefined && tokens.take() !== "\n");
        continue;
      }
      if (one.startsWith("\\")) nodes.push(escape(tokens, one.slice(1), from, (group) => this.refer(group, from)));
      else if (one === "[") nodes.push(this.brackets(from));
      else if (one === ".") nodes.push({ op: "any" });
      else if (one === "^" || one === "$") nodes.push({ op: "at", where: one });
      else if (one === "*" || one === "+" || one === "?" || one === "{") this.repeat(nodes, one, from);
      else if (one === "(") {
        const group = this.group(verbose, depth, from, isFirst && nodes.length === 0);
        if (group === "flags") verbose = this.flags.has("x");
        else if (group !== undefined) nodes.push(group);
      } else nodes.push({ op: "char", code: one.codePointAt(0) ?? 0 });
    }
    return nodes;
  }

  private repeat(nodes: RegexNode[], one: string, from: number): void {
    const { tokens } = this;
    let [min, max] = one === "?" ? [0, 1] : one === "*" ? [0, Infinity] : [1, Infinity];
    if (one === "{") {
      const here = tokens.at;
      const low = tokens.next === "}" ? undefined : tokens.takeWhile(Infinity, "0123456789");
      const high = low !== undefined && tokens.matches(",") ? tokens.takeWhile(Infinity, "0123456789") : low;
      if (low === undefined || high === undefined || !tokens.matches("}")) {
        tokens.seek(here);
        nodes.push({ op: "char", code: 123 });
        return;
      }
      [min, max] = [low === "" ? 0 : Number(low), high === "" ? Infinity : Number(high)];
      if (min >= mostRepeats || (max !== Infinity && max >= mostRepeats)) throw tokens.fail("a number of repetitions is too large", from);
      if (max < min) throw tokens.fail("the most of a repetition is below its least", from);
    }
    const last = nodes.at(-1);
    if (last === undefined || last.op === "at") throw tokens.fail("nothing stands before a repetition", from);
    if (last.op === "repeat") throw tokens.fail("a repetition is repeated", from);
    const kind = tokens.matches("?") ? "lazy" : tokens.matches("+") ? "possessive" : "greedy";
    nodes[nodes.length - 1] = { op: "repeat", kind, min, max, body: [last] };
  }

  private brackets(from: number): RegexNode {
    const { tokens } = this;
    const isNegated = tokens.matches("^");
    const items: SetItem[] = [];
    const next = (): string => {
      const one = tokens.take();
      if (one === undefined) throw tokens.fail("a `[` has no `]`", from);
      return one;
    };
    const item = (one: string, at: number): SetItem =>
      one.startsWith("\\") ? classEscape(tokens, one.slice(1), at) : { kind: "char", code: one.codePointAt(0) ?? 0 };
    for (;;) {
      const at = tokens.at;
      const one = next();
      if (one === "]" && items.length > 0) break;
      const first = item(one, at);
      if (!tokens.matches("-")) {
        items.push(first);
        continue;
      }
      const second = next();
      if (second === "]") {
        items.push(first, { kind: "char", code: 45 });
        break;
      }
      const last = item(second, tokens.at);
      if (first.kind !== "char" || last.kind !== "char" || last.code < first.code) throw tokens.fail("a range in brackets is none", at);
      items.push({ kind: "range", from: first.code, to: last.code });
    }
    return { op: "set", isNegated, items };
  }

  /** What follows `(`. `flags` for global flags, undefined for a comment. */
  private group(verbose: boolean, depth: number, from: number, isFirst: boolean): RegexNode | "flags" | undefined {
    const { tokens } = this;
    if (!tokens.matches("?")) return this.capture(verbose, depth, from);
    const one = tokens.take();
    if (one === undefined) throw tokens.fail("the pattern ends in a group");
    if (one === "P") return this.named(verbose, depth, from);
    if (one === "#") {
      for (let next = tokens.take(); next !== ")"; next = tokens.take()) if (next === undefined) throw tokens.fail("a comment has no `)`", from);
      return undefined;
    }
    if (one === "=" || one === "!" || one === "<") return this.look(one, verbose, depth, from);
    if (one === "(") return this.condition(verbose, depth, from);
    if (one === ":" || one === ">") {
      const body = this.alternatives(verbose, depth + 1);
      this.close(from);
      return one === ">" ? { op: "atomic", body } : { op: "group", adds: new Set(), removes: new Set(), body };
    }
    if (one !== "-" && !known.includes(one)) throw tokens.fail(`there is no group \`(?${one}\``, from);
    const flags = this.readFlags(one);
    if (flags === undefined) {
      if (!isFirst) throw tokens.fail("flags of the whole pattern do not stand at its start", from);
      return "flags";
    }
    const body = this.alternatives((verbose || flags.adds.has("x")) && !flags.removes.has("x"), depth + 1);
    this.close(from);
    return { op: "group", ...flags, body };
  }

  private close(from: number): void {
    if (!this.tokens.matches(")")) throw this.tokens.fail("a `(` has no `)`", from);
  }

  private capture(verbose: boolean, depth: number, from: number, name?: string): RegexNode {
    const index = this.widths.length;
    this.widths.push(undefined);
    if (name !== undefined) {
      if (this.names.has(name)) throw this.tokens.fail(`the group \`${name}\` stands twice`, from);
      this.names.set(name, index);
    }
    const body = this.alternatives(verbose, depth + 1);
    this.close(from);
    this.widths[index] = widthOf(body, this.widths);
    return { op: "group", index, adds: new Set(), removes: new Set(), body };
  }

  private named(verbose: boolean, depth: number, from: number): RegexNode {
    const { tokens } = this;
    const isGroup = tokens.matches("<");
    if (!isGroup && !tokens.matches("=")) throw tokens.fail("there is no such group `(?P`", from);
    const name = tokens.takeUntil(isGroup ? ">" : ")", "group name");
    if (!isIdentifier(name)) throw tokens.fail(`the group name \`${name}\` is no identifier`, from);
    if (isGroup) return this.capture(verbose, depth, from, name);
    const group = this.names.get(name);
    if (group === undefined) throw tokens.fail(`there is no group \`${name}\``, from);
    this.refer(group, from);
    return { op: "reference", group };
  }

  /** Checks that a group can be referred to. */
  private refer(group: number, at: number): void {
    if (group >= this.widths.length) throw this.tokens.fail(`there is no group ${group}`, at);
    if (this.widths[group] === undefined) throw this.tokens.fail(`the group ${group} is not closed there`, at);
    this.checkBehind(group, at);
  }
  private checkBehind(group: number, at: number): void {
    if (this.behind === undefined) return;
    if (this.widths[group] === undefined || group >= this.behind) throw this.tokens.fail(`the group ${group} is not closed before the look-behind`, at);
  }

  private look(one: string, verbose: boolean, depth: number, from: number): RegexNode {
    const { tokens } = this;
    const isBehind = one === "<";
    const sign = isBehind ? tokens.take() : one;
    if (sign !== "=" && sign !== "!") throw tokens.fail(sign === undefined ? "the pattern ends in a group" : `there is no group \`(?<${sign}\``, from);
    const before = this.behind;
    if (isBehind) this.behind ??= this.widths.length;
    const body = this.alternatives(verbose, depth + 1);
    this.behind = before;
    this.close(from);
    return { op: "look", isBehind, isNegated: sign === "!", body };
  }

  private condition(verbose: boolean, depth: number, from: number): RegexNode {
    const { tokens } = this;
    const name = tokens.takeUntil(")", "group name");
    let group: number | undefined;
    if (isIdentifier(name)) {
      group = this.names.get(name);
      if (group === undefined) throw tokens.fail(`there is no group \`${name}\``, from);
    } else {
      if (!/^\s*\+?\d+(?:_\d+)*\s*$/.test(name)) throw tokens.fail(`the group name \`${name}\` is no identifier`, from);
      group = Number(name.replaceAll("_", ""));
      if (group === 0 || group >= mostGroups) throw tokens.fail(`there is no group ${group}`, from);
      if (!this.conditions.has(group)) this.conditions.set(group, from);
    }
    this.checkBehind(group, from);
    const yes = this.sequence(verbose, depth + 1, false);
    const node: Mutable<RegexNode & { readonly op: "condition" }> = { op: "condition", group, yes };
    if (tokens.matches("|")) {
      node.no = this.sequence(verbose, depth + 1, false);
      if (tokens.next === "|") throw tokens.fail("a condition has more than two branches", from);
    }
    this.close(from);
    return node;
  }

  /** The flags of `(?…`; undefined where they are those of the whole pattern. */
  private readFlags(first: string): { readonly adds: FlagSet; readonly removes: FlagSet } | undefined {
    const { tokens } = this;
    const adds = new Set<string>();
    const removes = new Set<string>();
    const isFlag = (one: string | undefined): one is string => one !== undefined && one.length === 1 && known.includes(one);
    let one: string | undefined = first;
    for (; one !== ")" && one !== ":" && one !== "-"; one = tokens.take()) {
      if (!isFlag(one)) throw tokens.fail(one === undefined ? "the pattern ends in flags" : `there is no flag \`${one}\``);
      if (one === "L") throw tokens.fail("the flag `L` is for bytes");
      adds.add(one);
      if (types.includes(one) && [...adds].some((other) => other !== one && types.includes(other))) throw tokens.fail("the flags `a` and `u` stand together");
    }
    if (one === ")") {
      for (const flag of adds) this.flags.add(flag);
      return undefined;
    }
    if (adds.has("t")) throw tokens.fail("the flag `t` holds for the whole pattern");
    if (one === "-") {
      one = tokens.take();
      do {
        if (!isFlag(one)) throw tokens.fail(one === undefined ? "the pattern ends in flags" : `there is no flag \`${one}\``);
        if (types.includes(one)) throw tokens.fail(`the flag \`${one}\` cannot be turned off`);
        removes.add(one);
        one = tokens.take();
      } while (one !== ":");
    }
    if (removes.has("t")) throw tokens.fail("the flag `t` holds for the whole pattern");
    if ([...adds].some((flag) => removes.has(flag))) throw tokens.fail("a flag is turned on and off");
    return { adds, removes };
  }

  /** What CPython refuses when it compiles. */
  private checkTree(sequence: RegexSequence): void {
    for (const node of sequence) {
      if (node.op === "look" && node.isBehind) {
        const [least, most] = widthOf(node.body, this.widths);
        if (least !== most) throw new RegexFault("a look-behind has no fixed width", 0);
      }
      if (node.op === "repeat" && this.flags.has("t")) throw new RegexFault("a repetition stands in a template", 0);
      if (node.op === "branch") for (const item of node.items) this.checkTree(item);
      else if (node.op === "condition") for (const item of [node.yes, node.no ?? []]) this.checkTree(item);
      else if ("body" in node) this.checkTree(node.body);
    }
  }
}

const isIdentifier = (name: string): boolean => /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name);

/** Reads a pattern. Throws RegexFault for what Python refuses. */
export function parsePython(pattern: string): RegexTree {
  return new Parser(pattern).parse();
}
