// The text as tokens, with the keys and block ends that indentation implies: libyaml's way, which PyYAML's C loader takes.
import { Cursor, type Mark } from "./cursor.js";
import { scanBlock, scanPlain, scanQuoted } from "./scan-scalar.js";
import { scanAnchor, scanDirective, scanTag } from "./scan-tag.js";
import type { Token } from "./token.js";

/** A place that becomes a key when a `:` follows on its line. */
interface KeyPlace {
  readonly number: number;
  readonly isRequired: boolean;
  readonly mark: Mark;
}

/** A key is at most this long, in characters, and on one line. */
const longestKey = 1024;

export class Scanner {
  private readonly cursor: Cursor;
  private readonly tokens: Token[] = [];
  /** How many tokens were given away. */
  private taken = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  private keys: (KeyPlace | undefined)[] = [undefined];
  private allowsKey = true;
  private isDone = false;

  constructor(text: string) {
    this.cursor = new Cursor(text);
  }

  peek(): Token {
    this.fill();
    return this.tokens[0] as Token;
  }
  take(): Token {
    const token = this.peek();
    this.tokens.shift();
    this.taken++;
    return token;
  }

  private get isFlow(): boolean {
    return this.keys.length > 1;
  }

  private fill(): void {
    for (;;) {
      let needsMore = this.tokens.length === 0;
      if (!needsMore) {
        for (let at = 0; at < this.keys.length; at++) {
          this.dropOldKey(at);
          if (this.keys[at]?.number === this.taken) {
            needsMore = true;
            break;
          }
        }
      }
      if (!needsMore || this.isDone) return;
      this.fetch();
    }
  }

  /** Forgets a place that can be no key any more. */
  private dropOldKey(at: number): void {
    const key = this.keys[at];
    if (key === undefined || (key.mark.line === this.cursor.line && key.mark.index + longestKey >= this.cursor.index)) return;
    if (key.isRequired) throw this.cursor.fail("A key has no `:` after it.", key.mark.at);
    this.keys[at] = undefined;
  }
  private saveKey(): void {
    if (!this.allowsKey) return;
    const isRequired = !this.isFlow && this.indent === this.cursor.column;
    this.removeKey();
    this.keys[this.keys.length - 1] = { number: this.taken + this.tokens.length, isRequired, mark: this.cursor.mark() };
  }
  private removeKey(): void {
    const key = this.keys.at(-1);
    if (key?.isRequired === true) throw this.cursor.fail("A key has no `:` after it.", key.mark.at);
    this.keys[this.keys.length - 1] = undefined;
  }

  private roll(column: number, type: "block-list" | "block-map", mark: Mark, number?: number): void {
    if (this.isFlow || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    const token: Token = { type, start: mark, end: mark };
    if (number === undefined) this.tokens.push(token);
    else this.tokens.splice(number - this.taken, 0, token);
  }
  private unroll(column: number): void {
    if (this.isFlow) return;
    while (this.indent > column) {
      const mark = this.cursor.mark();
      this.tokens.push({ type: "block-end", start: mark, end: mark });
      this.indent = this.indents.pop() ?? -1;
    }
  }

  private skipToToken(): void {
    const { cursor } = this;
    for (;;) {
      if (cursor.column === 0 && cursor.code() === 0xfeff) cursor.skip();
      while (cursor.is(" ") || ((this.isFlow || !this.allowsKey) && cursor.is("\t"))) cursor.skip();
      if (cursor.is("#")) while (!cursor.isBreakOrEnd()) cursor.skip();
      if (!cursor.isBreak()) return;
      cursor.takeBreak();
      if (!this.isFlow) this.allowsKey = true;
    }
  }

  private fetch(): void {
    const { cursor } = this;
    this.skipToToken();
    for (let at = 0; at < this.keys.length; at++) this.dropOldKey(at);
    this.unroll(cursor.column);
    if (cursor.isEnd()) {
      if (cursor.column !== 0) {
        cursor.column = 0;
        cursor.line++;
      }
      this.reset();
      this.isDone = true;
      this.push("stream-end", 0);
      return;
    }
    const one = cursor.text[cursor.at] ?? "";
    if (cursor.column === 0 && one === "%") {
      this.reset();
      this.tokens.push(scanDirective(cursor));
      return;
    }
    if (cursor.isDocumentMark()) {
      this.reset();
      this.push(one === "-" ? "document-start" : "document-end", 3);
      return;
    }
    switch (one) {
      case "[":
      case "{":
        this.saveKey();
        this.keys.push(undefined);
        this.allowsKey = true;
        return this.push(one === "[" ? "flow-list" : "flow-map", 1);
      case "]":
      case "}":
        this.removeKey();
        if (this.isFlow) this.keys.pop();
        this.allowsKey = false;
        return this.push(one === "]" ? "flow-list-end" : "flow-map-end", 1);
      case ",":
        this.removeKey();
        this.allowsKey = true;
        return this.push("flow-entry", 1);
      case "*":
      case "&":
        this.saveKey();
        this.allowsKey = false;
        this.tokens.push(scanAnchor(cursor, one === "*" ? "alias" : "anchor"));
        return;
      case "!":
        this.saveKey();
        this.allowsKey = false;
        this.tokens.push(scanTag(cursor, this.isFlow));
        return;
      case "'":
      case '"':
        this.saveKey();
        this.allowsKey = false;
        this.tokens.push(scanQuoted(cursor, one === "'" ? "single" : "double"));
        return;
      default:
        this.fetchOther(one);
    }
  }

  private fetchOther(one: string): void {
    const { cursor } = this;
    if (one === "-" && cursor.isBlankOrEnd(1)) return this.fetchEntry();
    if (one === "?" && (this.isFlow || cursor.isBlankOrEnd(1))) return this.fetchKey();
    if (one === ":" && (this.isFlow || cursor.isBlankOrEnd(1))) return this.fetchValue();
    if ((one === "|" || one === ">") && !this.isFlow) {
      this.removeKey();
      this.allowsKey = true;
      this.tokens.push(scanBlock(cursor, one === "|" ? "literal" : "folded", this.indent));
      return;
    }
    const isIndicator = cursor.isBlankOrEnd() || "-?:,[]{}#&*!|>'\"%@`".includes(one);
    const isPlain = !isIndicator || (one === "-" && !cursor.isBlank(1)) || (!this.isFlow && (one === "?" || one === ":") && !cursor.isBlankOrEnd(1));
    if (!isPlain) throw cursor.fail(one === "\t" ? "A tab stands in the indentation." : `The character \`${one}\` cannot begin a value.`);
    this.saveKey();
    this.allowsKey = false;
    const { token, endsLine } = scanPlain(cursor, this.isFlow, this.indent);
    if (endsLine) this.allowsKey = true;
    this.tokens.push(token);
  }

  private fetchEntry(): void {
    if (!this.isFlow) {
      if (!this.allowsKey) throw this.cursor.fail("A list's item cannot stand here.");
      this.roll(this.cursor.column, "block-list", this.cursor.mark());
    }
    this.removeKey();
    this.allowsKey = true;
    this.push("block-entry", 1);
  }
  private fetchKey(): void {
    if (!this.isFlow) {
      if (!this.allowsKey) throw this.cursor.fail("A key cannot stand here.");
      this.roll(this.cursor.column, "block-map", this.cursor.mark());
    }
    this.removeKey();
    this.allowsKey = !this.isFlow;
    this.push("key", 1);
  }
  private fetchValue(): void {
    const top = this.keys.length - 1;
    this.dropOldKey(top);
    const key = this.keys[top];
    if (key !== undefined) {
      this.tokens.splice(key.number - this.taken, 0, { type: "key", start: key.mark, end: key.mark });
      this.roll(key.mark.column, "block-map", key.mark, key.number);
      this.keys[top] = undefined;
      this.allowsKey = false;
    } else {
      if (!this.isFlow) {
        if (!this.allowsKey) throw this.cursor.fail("A value cannot stand here: the text before `:` is no key.");
        this.roll(this.cursor.column, "block-map", this.cursor.mark());
      }
      this.allowsKey = !this.isFlow;
    }
    this.push("value", 1);
  }

  private reset(): void {
    this.unroll(-1);
    this.removeKey();
    this.allowsKey = false;
  }

  private push(type: Exclude<Token["type"], "version" | "tag-directive" | "alias" | "anchor" | "tag" | "scalar">, width: number): void {
    const start = this.cursor.mark();
    this.cursor.skip(width);
    this.tokens.push({ type, start, end: this.cursor.mark() });
  }
}
