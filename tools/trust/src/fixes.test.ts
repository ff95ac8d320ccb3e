// Fixes on generated files: their bytes outside of the edits are as they were, line ends and marks are kept, what is not valid text is left alone,
// and what is fixed is fixed. The edits are applied a second time here, to bytes, by code of its own.
// Planted faults seen to fail: a fix that writes LF into CRLF; `encodeText` without its byte-order mark; invalid UTF-8 fixed all the same.
import type { Fix, Outcome } from "@caio/repo-model/check";
import { commandParts } from "@caio/repo-model/command";
import { repoPath } from "@caio/repo-model/text";
import { memoryTree } from "@caio/repo-model/tree";
import { judge, memoryRepo } from "@caio/testing";
import { expect, it } from "vitest";
import { fixables, type Fixable } from "./fixable.js";
import { isFull } from "./program.js";
import { random } from "./random.js";

const count = Number(process.env["CAIO_TRUST_FIXES"] ?? (isFull ? 100_000 : 300));
const mostPasses = 10;
const make = random(20_261_131 + Number(process.env["CAIO_TRUST_SEED"] ?? 0));

type Files = Readonly<Record<string, Uint8Array>>;
type LineEnd = "\n" | "\r\n" | "\r" | "mixed";

interface Generated {
  readonly files: Files;
  /** Files that are no valid text: nothing is fixed in them. */
  readonly invalid: ReadonlySet<string>;
  readonly lineEnd: LineEnd;
  readonly mark: "" | "utf-8" | "utf-16le" | "utf-16be";
}

const insertions = ["# é ü 漢字 🙂\n", "\n", "  \n", "\t", "\u00a0", "\u2028", "e\u0301", "---\n", "'", '"', "- a\n", "x: 1\n", "<!-- c -->\n", "| a | b |\n"];

/** A text with lines left out, repeated, or with something put in. */
function mutated(text: string): string {
  let result = text;
  for (let left = make.below(4); left > 0; left--) {
    const lines = result.split("\n");
    const at = make.below(lines.length);
    const kind = make.below(4);
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, lines[make.below(lines.length)] ?? "");
    result = lines.join("\n");
    const place = make.below(result.length + 1);
    if (kind > 1) result = result.slice(0, place) + make.pick(insertions) + result.slice(place);
  }
  return make.below(6) === 0 ? result.replace(/\n+$/, "") : result;
}

function generate({ files }: Fixable): Generated {
  const lineEnd = make.pick(["\n", "\n", "\r\n", "\r\n", "\r", "mixed"] as const);
  const mark = make.pick(["", "", "", "utf-8", "utf-16le", "utf-16be"] as const);
  const invalid = new Set<string>();
  const entries = Object.entries(files).map(([path, text]) => {
    const changed = mutated(text).replaceAll("\n", () => (lineEnd === "mixed" ? make.pick(["\n", "\r\n", "\r"]) : lineEnd));
    let bytes: Buffer;
    if (mark === "utf-16le" || mark === "utf-16be") {
      bytes = Buffer.from(`\ufeff${changed}`, "utf16le");
      if (mark === "utf-16be") bytes.swap16();
    } else bytes = Buffer.from(`${mark === "utf-8" ? "\ufeff" : ""}${changed}`, "utf8");
    if (mark === "" && make.below(8) === 0) {
      const at = make.below(bytes.length + 1);
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(make.pick([[0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80]])), bytes.subarray(at)]);
      // Within a character it may be valid again.
      if (!Buffer.from(bytes.toString("utf8"), "utf8").equals(bytes)) invalid.add(path);
    }
    return [path, bytes] as const;
  });
  return { files: Object.fromEntries(entries), invalid, lineEnd, mark };
}

/** Where a unit of the text lies in the file's bytes. */
function byteOffset(bytes: Buffer, unit: number): number {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isWide ? unit * 2 : Buffer.byteLength(bytes.toString("utf8").slice(0, unit), "utf8");
}

function encoded(like: Buffer, text: string): Buffer {
  if (like[0] === 0xff && like[1] === 0xfe) return Buffer.from(text, "utf16le");
  return like[0] === 0xfe && like[1] === 0xff ? Buffer.from(text, "utf16le").swap16() : Buffer.from(text, "utf8");
}

/** A text with the bytes that are no UTF-8, which stand in it as U+DC80 to U+DCFF (PEP 383): a new file made of a broken one has them as they are. */
const withBytes = (text: string): Buffer =>
  Buffer.concat(
    text
      .split(/([\udc80-\udcff])(?<![\ud800-\udbff][\udc80-\udcff])/)
      .map((part, at) => (at % 2 === 0 ? Buffer.from(part, "utf8") : Buffer.from([part.charCodeAt(0) - 0xdc00]))),
  );

/** What the edits of fixes make of the files, on bytes. */
function applied(files: Files, fixes: readonly Fix[], invalid: ReadonlySet<string>): Record<string, Uint8Array> {
  const result: Record<string, Uint8Array> = { ...files };
  const edits = fixes.flatMap((fix) => fix.edits);
  for (const edit of edits) {
    if ("create" in edit) result[edit.path] = withBytes(edit.create);
    else if ("remove" in edit) delete result[edit.path];
  }
  for (const path of new Set(edits.flatMap((edit) => ("range" in edit ? [edit.path as string] : [])))) {
    if (invalid.has(path)) continue;
    const before = Buffer.from(files[path] ?? Buffer.alloc(0));
    const parts: Buffer[] = [];
    let done = 0;
    for (const edit of edits
      .flatMap((one) => ("range" in one && one.path === path ? [one] : []))
      .toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
      const [from, to] = [byteOffset(before, edit.range[0]), byteOffset(before, edit.range[1])];
      parts.push(before.subarray(done, from), encoded(before, edit.text));
      done = to;
    }
    result[path] = Buffer.concat([...parts, before.subarray(done)]);
  }
  return result;
}

const equal = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean => (a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0);
const shown = (bytes: Uint8Array | undefined): string => (bytes === undefined ? "nothing" : JSON.stringify(Buffer.from(bytes).toString("latin1")));

const judged = (fixable: Fixable, files: Files): Promise<Outcome> =>
  judge(fixable.check, files, { ...(fixable.options === undefined ? {} : { options: fixable.options }), context: { repository: memoryRepo(files) } });

/** The line ends of a file, whatever its encoding. */
function lineEnds(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString(bytes[0] === 0xfe && bytes[1] === 0xff ? "latin1" : bytes[0] === 0xff && bytes[1] === 0xfe ? "utf16le" : "utf8");
  return text.replaceAll("\0", "").match(/\r\n|\r|\n/g) ?? [];
}

/** Whether a file that had line ends of one kind has that kind alone. One without any has none to keep. */
function isKept(before: Uint8Array, after: Uint8Array): boolean {
  const [kind, ...others] = new Set(lineEnds(before));
  if (kind === undefined || kind === "\r" || others.length > 0) return true;
  return lineEnds(after).every((one) => one === kind);
}

/** Fixes a generated repository as the command does, and looks at each pass. Gives the number of fixes. */
async function look(fixable: Fixable, generated: Generated): Promise<number> {
  const { applyToTree, chooseFixes } = await commandParts();
  let files: Record<string, Uint8Array> = { ...generated.files };
  let fixed = 0;
  for (let pass = 0; ; pass++) {
    const where = `${fixable.name}, pass ${pass}, ${JSON.stringify(generated.lineEnd)} ${generated.mark}: ${Object.entries(files)
      .map(([path, bytes]) => `${path} ${shown(bytes)}`)
      .join("; ")}`;
    const outcome = await judged(fixable, files);
    const fault = outcome.troubles.find(({ code }) => code === "INTERNAL");
    expect(fault, where).toBeUndefined();
    const fixes = chooseFixes(outcome.findings, ["safe", "suggested"]);
    const changes = (
      await applyToTree(
        memoryTree(files),
        fixes.flatMap(({ edits }) => edits),
      )
    ).filter(({ before, after }) => !equal(before, after));
    const own = applied(files, fixes, generated.invalid);
    const theirs: Record<string, Uint8Array> = { ...files };
    for (const { path, after } of changes) {
      expect(generated.invalid.has(path), `${where}\n${path} is no valid text and is fixed`).toBe(false);
      if (after === undefined) delete theirs[path];
      else theirs[path] = after;
      const was = files[path];
      if (after !== undefined && was !== undefined) expect(isKept(was, after), `${where}\n${path} has other line ends than it had: ${shown(after)}`).toBe(true);
    }
    for (const path of new Set([...Object.keys(own), ...Object.keys(theirs)]))
      expect(equal(own[path], theirs[path]), `${where}\n${path}: ${shown(theirs[path])}, not ${shown(own[path])}`).toBe(true);
    if (changes.length === 0) return fixed;
    expect(pass, `${where}\nis never done`).toBeLessThan(mostPasses);
    fixed += fixes.length;
    files = theirs;
  }
}

it(`${count} generated repositories, fixed until nothing is left`, async () => {
  const all = fixables(make);
  const some: Fixable[] = [];
  for (const fixable of all) {
    const files = Object.fromEntries(Object.entries(fixable.files).map(([path, text]) => [repoPath(path), Buffer.from(text)]));
    if ((await judged(fixable, files)).findings.some(({ fix }) => fix !== undefined)) some.push(fixable);
  }
  expect(some.length).toBeGreaterThan(15);
  const fixed = new Map<string, number>();
  let files = 0;
  for (let at = 0; at < count; at++) {
    const fixable = some[at % some.length] as Fixable;
    const generated = generate(fixable);
    files += Object.keys(generated.files).length;
    fixed.set(fixable.name, (fixed.get(fixable.name) ?? 0) + (await look(fixable, generated)));
    if (isFull && (at + 1) % 1000 === 0) console.log(`${at + 1} repositories, ${files} files`);
  }
  if (isFull) console.log(`${files} files; fixed: ${[...fixed].map(([name, number]) => `${name} ${number}`).join(", ")}`);
  // Every one of them has been fixed now and then: what chance left out has more turns.
  for (const fixable of some) {
    let times = fixed.get(fixable.name) ?? 0;
    for (let turn = 0; times === 0 && turn < 50; turn++) times += await look(fixable, generate(fixable));
    expect(times, fixable.name).toBeGreaterThan(0);
  }
}, 36_000_000);
