// A Python pattern as characters and escapes.
import { RegexFault } from "./node.js";

export class Tokens {
  private index = 0;
  /** The next character, or a backslash with what follows it; undefined at the end. */
  next: string | undefined;

  constructor(readonly text: string) {
    this.advance();
  }

  private advance(): void {
    const code = this.text.codePointAt(this.index);
    if (code === undefined) {
      this.next = undefined;
      return;
    }
    let one = String.fromCodePoint(code);
    if (one === "\\") {
      const escaped = this.text.codePointAt(this.index + 1);
      if (escaped === undefined) throw new RegexFault("a backslash stands at the end", this.text.length - 1);
      one += String.fromCodePoint(escaped);
    }
    this.index += one.length;
    this.next = one;
  }

  /** Where the next token begins. */
  get at(): number {
    return this.index - (this.next?.length ?? 0);
  }
  seek(at: number): void {
    this.index = at;
    this.advance();
  }
  take(): string | undefined {
    const one = this.next;
    this.advance();
    return one;
  }
  matches(one: string): boolean {
    if (this.next !== one) return false;
    this.advance();
    return true;
  }
  takeWhile(most: number, characters: string): string {
    let text = "";
    while (text.length < most && this.next !== undefined && this.next.length === 1 && characters.includes(this.next)) text += this.take() ?? "";
    return text;
  }
  /** What stands before `end`, which is taken too. */
  takeUntil(end: string, what: string): string {
    const from = this.at;
    let text = "";
    for (;;) {
      const one = this.take();
      if (one === undefined) throw this.fail(text === "" ? `a ${what} is missing` : `\`${end}\` is missing after a ${what}`, from);
      if (one === end) break;
      text += one;
    }
    if (text === "") throw this.fail(`a ${what} is missing`, from);
    return text;
  }
  fail(message: string, at: number = this.at): RegexFault {
    return new RegexFault(message, Math.min(at, this.text.length));
  }
}
