// Matching under a deadline: V8 stops a regular expression that runs too long only in a script with a timeout.
import { createContext, Script, type Context } from "node:vm";
import { RepoError } from "../text/index.js";

let sandbox: Context | undefined;
/** Made when it first runs: few runs match by a deadline. */
function lazyScript(code: string): () => Script {
  let made: Script | undefined;
  return () => (made ??= new Script(code));
}
const testScript = lazyScript("expression.test(text)");
// As Go's FindAll: what is empty and stands right behind a match is none.
const findScript = lazyScript(`(() => {
  const found = [];
  let end = -1;
  expression.lastIndex = 0;
  for (let match; (match = expression.exec(text)) !== null; ) {
    if (match[0] === "") {
      expression.lastIndex += (text.codePointAt(expression.lastIndex) ?? 0) > 0xffff ? 2 : 1;
      if (match.index === end) continue;
    }
    end = match.index + match[0].length;
    found.push(match.index, end);
  }
  return JSON.stringify(found);
})()`);

/** How much longer than its share of the processor a match may take, where other processes hold the machine. */
const mostTimesLonger = 8;
/** V8's clock counts what other processes use; a run that had less of the processor than this part of its time is made again with twice the time. */
const enough = 0.8;

function runWithin(script: Script, expression: RegExp, text: string, milliseconds: number): unknown {
  sandbox ??= createContext(Object.create(null) as object);
  try {
    for (let timeout = milliseconds; ; timeout *= 2) {
      Object.assign(sandbox, { expression, text });
      const before = process.cpuUsage();
      try {
        return script.runInContext(sandbox, { timeout });
      } catch (error) {
        // The error is of the other context, so that `instanceof` does not hold.
        if (typeof error !== "object" || error === null || !("code" in error) || error.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
        const { user, system } = process.cpuUsage(before);
        if ((user + system) / 1000 < milliseconds * enough && timeout < milliseconds * mostTimesLonger) continue;
        throw new RepoError("PATTERN_TOO_SLOW", `The pattern \`${expression.source.slice(0, 200)}\` ran for more than ${milliseconds} ms.`, {
          hint: "Write it without a repetition inside of a repetition.",
        });
      }
    }
  } finally {
    Object.assign(sandbox, { expression: undefined, text: undefined });
  }
}

/** Whether `expression` matches somewhere in `text`. Throws `PATTERN_TOO_SLOW` after `milliseconds`. */
export function testWithin(expression: RegExp, text: string, milliseconds: number): boolean {
  return runWithin(testScript(), expression, text, milliseconds) === true;
}

/** Where `expression`, which has the flag `g`, matches in `text`: starts and ends in turn. Throws `PATTERN_TOO_SLOW` after `milliseconds`. */
export function findWithin(expression: RegExp, text: string, milliseconds: number): readonly number[] {
  return JSON.parse(String(runWithin(findScript(), expression, text, milliseconds))) as readonly number[];
}

/** Whether a pattern matches somewhere in a text. Throws `PATTERN_TOO_SLOW` where it would run for long. */
export type TextMatcher = (text: string) => boolean;

/** A text above this length is matched under the deadline, whatever the pattern. */
const longText = 10_000;
/** The deadline of one match. */
export const mostMilliseconds = 250;

/** An expression as a predicate; under the deadline where it could run for long. */
export function guarded(expression: RegExp, canBacktrack: boolean): TextMatcher {
  return (text) => (canBacktrack || text.length > longText ? testWithin(expression, text, mostMilliseconds) : expression.test(text));
}
