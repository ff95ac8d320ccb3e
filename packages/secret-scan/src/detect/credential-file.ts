// Files that programs keep credentials in: what stands in the password's place is one, whatever it looks like.
import { crypto } from "../crypto.js";
import { judgePassword, passwordDoubt } from "../judge/password.js";
import { placeOf } from "../judge/place.js";
import { publicExamples } from "../judge/public-examples.js";
import { looksRandom } from "../judge/randomness.js";
import { loginIn } from "./authorization.js";
import type { Blob, Candidate } from "./candidate.js";
import { everywhere, everywhereNeeds, forms, type Form } from "./credential-forms.js";

/** What makes a program's tables, and the account that it begins with. */
const installation = /(?:^|\/)(?:\w{0,20}migrations?|migrate|seeds?|\w{0,8}init\w{0,8}|install\w{0,8}|schemas?|setup)[/._-]/i;
const firstAccount = /['"](?:admin|administrator|root|superuser|test|demo|user|guest)(?:@[\w.-]{1,60})?['"]/i;

/** How far a section is followed to its beginning. */
const sectionReach = 2000;

/** A text from the last line that begins at its margin, which names a section of YAML, to an offset. */
function sectionTo(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - sectionReach), at);
  let from = before.length;
  do from = before.lastIndexOf("\n", from - 1);
  while (from > 0 && !/[\w"']/.test(before.charAt(from + 1)));
  return before.slice(from + 1);
}

function candidateOf({ title, holds, everybodys }: Form, { path, text: all }: Blob, raw: string, at: number, user: string): Candidate | undefined {
  const isQuoted = raw.length > 2 && raw.startsWith('"') && raw.endsWith('"');
  const value = isQuoted ? raw.slice(1, -1) : raw;
  const start = at + (isQuoted ? 1 : 0);
  const candidate = { kind: "credential-file", start, end: start + value.length, value, title } as const;
  if (holds === "phrase") {
    if (/unique phrase|insecure|change|replace|your[-_ ]|generate|secret[-_ ]?key/i.test(value) || new Set(value).size < 12)
      return { ...candidate, label: "placeholder", reason: "it says that it is to be replaced" };
    if (/\s/.test(value) && !/[^A-Za-z\s.,'!?-]/.test(value)) return undefined;
    const place = placeOf(path);
    if (place.isTest || place.isExample || place.isDocumentation)
      return { ...candidate, label: place.isTest ? "test-data" : "example", reason: "its path says that it is for tests, an example or documentation" };
    return { ...candidate, label: "secret", reason: "it stands where only a key stands, and is no placeholder" };
  }
  if (holds === "machine") return looksRandom(value) && passwordDoubt(value) === undefined ? { ...candidate, ...judgePassword(path, value, user) } : undefined;
  if (everybodys?.test(sectionTo(all, start)) === true)
    return { ...candidate, label: "example", reason: "it is of the section for development and tests, which everybody has" };
  if (holds === "password") return { ...candidate, ...judgePassword(path, value, user) };
  if (holds === "hash") {
    const { isTest, isExample } = placeOf(path);
    if (isTest || isExample) return { ...candidate, label: isTest ? "test-data" : "example", reason: "its path says that it is for tests or an example" };
    if (installation.test(path) && firstAccount.test(all.slice(Math.max(0, at - 300), at)))
      return { ...candidate, label: "example", reason: "it is of the account that an installation begins with" };
    if (publicExamples.has(crypto().createHash("sha256").update(value).digest("hex")))
      return { ...candidate, label: "example", reason: "it is an example from public documentation" };
    return { ...candidate, label: "secret", reason: "passwords can be tried against it by whoever has it" };
  }
  const text = Buffer.from(value, "base64").toString("latin1");
  const login = holds === "login" ? loginIn(value) : { user, password: text };
  if (login === undefined || !/^[\x20-\x7e]+$/.test(text))
    return passwordDoubt(value) === undefined ? undefined : { ...candidate, label: "placeholder", reason: "it is not base64 of a login" };
  return { ...candidate, ...judgePassword(path, login.password, login.user) };
}

/** All paths at once, in lower case: most files are none of them. Without regard to case it would take twice as long to make. */
let made: RegExp | undefined;
const mayBePath = (path: string): boolean =>
  (made ??= new RegExp(forms.map((form) => `(?:${form.path.source.toLowerCase()})`).join("|"))).test(path.toLowerCase());

/** Ends of names that programs and texts have, and no credential file but those that begin as one. */
export const otherEnds: ReadonlySet<string> = new Set(
  "c cc cpp css go h hpp html java js jsx kt lock md mjs cjs mts cts py rb rs rst scss sh svg swift ts tsx txt vue".split(" "),
);
const mayBegin = /env|htpasswd|settings|production|base|jupyter|history/i;

/** Whether a name alone says that a path is none: the expression of all paths takes milliseconds before it is first run. */
function isOther(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return otherEnds.has(name.slice(name.lastIndexOf(".") + 1)) && !mayBegin.test(name);
}

/** A history names each path many times. */
const known = new Map<string, boolean>();
const capacity = 20_000;

/** Whether a path is a credential file's. */
export function isCredentialFile(path: string): boolean {
  let isOne = known.get(path);
  if (isOne === undefined) {
    if (known.size >= capacity) known.clear();
    known.set(path, (isOne = !isOther(path) && mayBePath(path)));
  }
  return isOne;
}

/** Forms that begin where a line begins are tried there alone: a line may have megabytes. */
const atLineStart = new Map<Form, RegExp>(
  forms.flatMap((form) =>
    form.line.source.startsWith("^") && form.line.multiline ? [[form, new RegExp(form.line.source, form.line.flags.replace("g", "y"))]] : [],
  ),
);

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index } of text.matchAll(/[\r\n]/g)) starts.push(index + 1);
  return starts;
}

function* matchesAtStarts(text: string, form: RegExp, starts: readonly number[]): Iterable<RegExpExecArray> {
  let end = 0;
  for (const start of starts) {
    if (start < end) continue;
    form.lastIndex = start;
    const match = form.exec(text);
    if (match === null) continue;
    end = match.index + match[0].length;
    yield match;
  }
}

/** The credentials of a file by its path's forms; `every` reads a text of unknown path by those that stand for themselves. */
export function credentialsIn(blob: Blob, every = false): Candidate[] {
  const { text, path } = blob;
  if (every && !everywhereNeeds.test(text)) return [];
  let starts: readonly number[] | undefined;
  const found: Candidate[] = [];
  for (const form of every ? everywhere : forms.filter((one) => one.path.test(path))) {
    if (every && form.needs !== undefined && !text.includes(form.needs)) continue;
    const anchored = atLineStart.get(form);
    for (const match of anchored === undefined ? text.matchAll(form.line) : matchesAtStarts(text, anchored, (starts ??= lineStarts(text)))) {
      const value = match.slice(1).findLast((group) => group !== undefined) ?? "";
      const candidate = candidateOf(form, blob, value, match.index + match[0].lastIndexOf(value), match.groups?.["user"] ?? "");
      if (candidate !== undefined) found.push(candidate);
    }
  }
  return found;
}
