// Texts for what reads texts of others: real ones broken, and those of a format's marks; and what is asked of every answer.
import { RequirementError } from "@caio/repo-model/manifests";
import { isRepoError } from "@caio/repo-model/text";
import fc from "fast-check";
import type { Parser } from "./parsers.js";
import { random, type Random } from "./random.js";

/** Another seed, other texts: a long run can be made in parts. */
export const seed = Number(process.env["CAIO_TRUST_SEED"] ?? 0);
const longest = 600;

/** A piece of a seed with some marks put in, pieces taken out, repeated or moved. */
function mutant(make: Random, { seeds, marks }: Parser): string {
  const seed = make.pick(seeds);
  const from = make.below(Math.max(1, seed.length - 40));
  let text = seed.slice(from, from + make.below(longest));
  for (let left = 1 + make.below(6); left > 0; left--) {
    const at = make.below(text.length + 1);
    const to = Math.min(text.length, at + make.below(12));
    const kind = make.below(5);
    if (kind === 0) text = text.slice(0, at) + text.slice(to);
    else if (kind === 1) text = text.slice(0, at) + text.slice(at, to).repeat(1 + make.below(8)) + text.slice(to);
    else if (kind === 2) text = text.slice(0, at) + String.fromCharCode(make.below(3) === 0 ? make.below(0x10000) : make.below(128)) + text.slice(at);
    else text = text.slice(0, at) + make.pick(marks).repeat(1 + make.below(kind === 3 ? 1 : 20)) + text.slice(at);
  }
  return text;
}

/** Texts of a format's marks, its words, and what stands between two marks, some levels deep. */
function grammar({ seeds, marks }: Parser): fc.Arbitrary<string> {
  const words = [...new Set(seeds.flatMap((text) => text.split(/([^\w]+)/).slice(0, 200)))].filter((word) => word !== "");
  const mark = fc.constantFrom(...marks);
  return fc.letrec<{ texts: string; text: string }>((tie) => ({
    texts: fc.array(tie("text"), { maxLength: 5 }).map((parts) => parts.join("")),
    text: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(...words),
      mark,
      fc.tuple(mark, fc.integer({ min: 1, max: 4 })).map(([one, times]) => one.repeat(times)),
      fc.tuple(mark, tie("texts"), mark).map((parts) => parts.join("")),
    ),
  })).texts;
}

/** So many texts of the grammar are drawn at once. */
const batch = 1000;

/** The texts that a parser is given: every other one of the grammar. */
function* texts(parser: Parser, howMany: number): Iterable<string> {
  const start = parser.name.length * 7919 + seed;
  const make = random(start);
  const all = grammar(parser);
  for (let done = 0; done < howMany; done += 2 * batch)
    for (const text of fc.sample(all, { numRuns: Math.min(batch, Math.ceil((howMany - done) / 2)), seed: start * 1000 + done })) {
      yield text;
      yield mutant(make, parser);
    }
}

/** PEP 440's and 508's functions throw TypeErrors with a sentence of their own. */
const isPromised = (error: unknown): boolean =>
  isRepoError(error) ||
  error instanceof RequirementError ||
  (error instanceof TypeError &&
    /^`[^]*` (?:is no version(?: specifier)?|cannot compare `[^]*` with `[^]*`)\.$|^The environment has no `[^]*`\.$/.test(error.message));

/** What this process has used for a text, not what the machine had time for. Throws with the text where the parser throws what it does not promise. */
async function secondsOf(parser: Parser, text: string): Promise<number> {
  const started = process.cpuUsage();
  try {
    const answer = parser.parse(text);
    if (answer instanceof Promise) await answer;
  } catch (error) {
    if (!isPromised(error)) throw new Error(`${parser.name}: ${JSON.stringify(text)}`, { cause: error });
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000_000;
}

/** Gives a parser its texts. Throws with the text where it throws what it does not promise, or takes a second of processor time each time. */
export async function fuzz(parser: Parser, howMany: number): Promise<number> {
  let seen = 0;
  for (const text of texts(parser, howMany)) {
    seen++;
    let seconds = await secondsOf(parser, text);
    // A hang comes again; a collection of a million texts' garbage does not.
    for (let again = 0; again < 2 && seconds >= 1; again++) seconds = Math.min(seconds, await secondsOf(parser, text));
    if (seconds >= 1) throw new Error(`${parser.name} takes ${seconds} s: ${JSON.stringify(text)}`);
  }
  return seen;
}
