// A place in a text as libyaml sees it: offset, line, column, and the count of characters.

/** Where the reader stands. `index` and `column` count characters (code points), `at` UTF-16 units. */
export interface Mark {
  readonly at: number;
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** A fault of the text with its place. Thrown within this folder alone. */
export class YamlFault {
  constructor(
    readonly message: string,
    readonly range: readonly [start: number, end: number],
  ) {}
}

const isBreakCode = (code: number): boolean => code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;
const isWordCode = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45 || code === 95;

/** Reads a text unit by unit. `code()` past the end is -1. */
export class Cursor {
  at: number;
  index = 0;
  line = 0;
  column = 0;

  constructor(readonly text: string) {
    this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  code(ahead = 0): number {
    const at = this.at + ahead;
    return at < this.text.length ? this.text.charCodeAt(at) : -1;
  }
  is(character: string, ahead = 0): boolean {
    return this.text[this.at + ahead] === character;
  }
  startsWith(word: string): boolean {
    return this.text.startsWith(word, this.at);
  }
  isEnd(ahead = 0): boolean {
    return this.at + ahead >= this.text.length;
  }
  isBlank(ahead = 0): boolean {
    const code = this.code(ahead);
    return code === 32 || code === 9;
  }
  isBreak(ahead = 0): boolean {
    return isBreakCode(this.code(ahead));
  }
  isBreakOrEnd(ahead = 0): boolean {
    return this.isEnd(ahead) || this.isBreak(ahead);
  }
  isBlankOrEnd(ahead = 0): boolean {
    return this.isBlank(ahead) || this.isBreakOrEnd(ahead);
  }
  /** A letter, a digit, `-` or `_`. */
  isWord(ahead = 0): boolean {
    return isWordCode(this.code(ahead));
  }
  mark(): Mark {
    return { at: this.at, index: this.index, line: this.line, column: this.column };
  }
  skip(count = 1): void {
    for (let left = count; left > 0; left--) {
      const low = this.code(1);
      const isPair = this.code() >= 0xd800 && this.code() < 0xdc00 && low >= 0xdc00 && low < 0xe000;
      this.at += isPair ? 2 : 1;
      this.index++;
      this.column++;
    }
  }
  /** One character, pairs whole. */
  take(): string {
    const from = this.at;
    this.skip();
    return this.text.slice(from, this.at);
  }
  /** A line break as it counts in a value: `\n`, but LS and PS as they are. */
  takeBreak(): string {
    const code = this.code();
    const isCrlf = code === 13 && this.code(1) === 10;
    this.at += isCrlf ? 2 : 1;
    this.index += isCrlf ? 2 : 1;
    this.column = 0;
    this.line++;
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : "\n";
  }
  /** Whether `---` or `...` stands here as a document's mark. */
  isDocumentMark(): boolean {
    return this.column === 0 && (this.startsWith("---") || this.startsWith("...")) && this.isBlankOrEnd(3);
  }
  fail(message: string, from: number = this.at): YamlFault {
    const start = Math.min(from, this.text.length);
    return new YamlFault(message, [start, Math.max(start, Math.min(this.at, this.text.length))]);
  }
}

/** The first character that YAML does not allow, as libyaml's reader judges. */
export function forbiddenCharacter(text: string): number | undefined {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const found = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  return found?.index;
}
