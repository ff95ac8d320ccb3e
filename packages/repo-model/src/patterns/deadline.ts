// Matching under a deadline: V8 stops a regular expression that runs too long only in a script with a timeout.
import { createContext, Script, type Context } from "node:vm";
import { RepoError } from "../text/index.js";

let sandbox: Context | undefined;
const script = new Script("expression.test(text)");

/** Whether `expression` matches somewhere in `text`. Throws `PATTERN_TOO_SLOW` after `milliseconds`. */
export function testWithin(expression: RegExp, text: string, milliseconds: number): boolean {
  sandbox ??= createContext(Object.create(null) as object);
  Object.assign(sandbox, { expression, text });
  try {
    return script.runInContext(sandbox, { timeout: milliseconds }) === true;
  } catch (error) {
    // The error is of the other context, so that `instanceof` does not hold.
    if (typeof error === "object" && error !== null && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      throw new RepoError("PATTERN_TOO_SLOW", `The pattern \`${expression.source.slice(0, 200)}\` ran for more than ${milliseconds} ms.`, {
        hint: "Write it without a repetition inside of a repetition.",
      });
    }
    throw error;
  } finally {
    Object.assign(sandbox, { expression: undefined, text: undefined });
  }
}
