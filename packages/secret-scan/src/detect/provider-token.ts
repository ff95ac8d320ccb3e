// Tokens with a shape of their own.
import { addressEndedOn, recordEndedOn } from "../judge/expiry.js";
import { madeUp } from "../judge/made-up.js";
import { disproof, isChecksum } from "../judge/proof.js";
import { placeOf } from "../judge/place.js";
import { isTyped, placeholderReason } from "../judge/placeholder.js";
import { entropy, looksRandom } from "../judge/randomness.js";
import { isYouTubePage } from "../judge/recorded.js";
import { isFirebaseSetting, isInElidedComment } from "../judge/surroundings.js";
import { isInTestCode } from "../judge/test-code.js";
import { providers, type Provider } from "../providers/index.js";
import { lazyExpression, shapeBody, shapeKeywords, units, type Alphabet, type Shape } from "../providers/shape.js";
import type { Blob, Candidate, Label } from "./candidate.js";

/** A provider ready to be matched: found by its keywords, `before` units behind the token's start. */
export interface Matcher {
  readonly provider: Provider;
  readonly keywords: readonly string[];
  readonly before: number;
  /** Where the token begins with its keyword and a run: a unit that the run has at least, by its distance from the keyword's end, and the alphabet that it is of. */
  readonly reach?: { readonly distance: number; readonly alphabet: Alphabet };
  readonly expression: () => RegExp;
}

/** Made when they are first asked for: most runs ask for few. */
const tables = new Map<Alphabet, Uint8Array>();
function tableOf(alphabet: Alphabet): Uint8Array {
  let table = tables.get(alphabet);
  if (table === undefined) {
    tables.set(alphabet, (table = new Uint8Array(256)));
    for (const unit of units(alphabet)) table[unit.charCodeAt(0)] = 1;
  }
  return table;
}

function reachOf(shape: Shape): Pick<Matcher, "reach"> {
  const [, second] = shape;
  return typeof second === "object" && "alphabet" in second && second.min > 0 ? { reach: { distance: second.min - 1, alphabet: second.alphabet } } : {};
}

/** Whether a token may stand where a keyword ends: short keywords are parts of words, in any case, and no expression need be asked of most. */
export function mayBeToken({ before, reach }: Matcher, keyword: string, bytes: Uint8Array, end: number): boolean {
  if (before > 0) return true;
  if (bytes[end - keyword.length] !== keyword.charCodeAt(0)) return false;
  return reach === undefined || tableOf(reach.alphabet)[bytes[end + reach.distance] ?? 0] === 1;
}

/** The providers whose tokens are found by their own literals. */
export const tokenMatchers: readonly Matcher[] = providers.flatMap((provider) => {
  if (provider.names !== undefined) return [];
  const { keywords, before } = shapeKeywords(provider.shape);
  if (keywords.length === 0) return [];
  return [{ provider, keywords, before, expression: lazyExpression(provider.shape, "sticky"), ...(before > 0 ? {} : reachOf(provider.shape)) }];
});

/** Judges a token of a provider by itself. */
export function judgeToken(provider: Provider, token: string): { readonly label: Label; readonly reason: string } {
  const body = shapeBody(provider.shape, token);
  const reason = placeholderReason(token, body) ?? disproof(provider.proof, token);
  if (reason !== undefined) return { label: "placeholder", reason };
  if (provider.names === undefined && /^(?:[0-9A-F]{24,}|[0-9a-f]{24,})$/.test(token))
    return { label: "placeholder", reason: "all of it is one hexadecimal number" };
  // Digits alone are common identifiers; letters that read as words are names.
  if (provider.entropy !== undefined && entropy(body) < provider.entropy) return { label: "placeholder", reason: "it has too few different characters" };
  // Base64url's `-` and `_` say nothing of words.
  const units = body.replace(/[-_=.]/g, "");
  if (isTyped(body)) return { label: "placeholder", reason: "decoded, it is letters that somebody typed" };
  if (body.length >= 16 && !looksRandom(units) && (entropy(units) < 3 || !/[0-9]/.test(body))) return { label: "placeholder", reason: "it reads as words" };
  if (provider.label !== undefined)
    return {
      label: provider.label,
      reason: provider.label === "public" ? `a ${provider.title} is meant to be public` : `a ${provider.title} opens test data alone`,
    };
  return { label: "secret", reason: isChecksum(provider.proof) ? "it has the vendor's form and its checksum is right" : "it has the vendor's form" };
}

const base64Line = /^[ \t]*[A-Za-z0-9+/]{60,}={0,2}[ \t]*$/;

/** Whether an offset stands in a line of an encoded block, such as a certificate: a full line, after another one. */
function isInBlock(text: string, at: number): boolean {
  // One line may hold very many tokens: no further than a block's lines are long.
  const [above, below] = [text.slice(Math.max(0, at - 1000), at), text.slice(at, at + 201)];
  const start = above.lastIndexOf("\n") + 1;
  const end = below.indexOf("\n");
  if (start === 0 || start < above.length - 200 || (end === -1 && below.length > 200)) return false;
  const before = above.slice(above.lastIndexOf("\n", start - 2) + 1, start - 1);
  const line = above.slice(start) + (end === -1 ? below : below.slice(0, end));
  return (
    base64Line.test(line.replace("\r", "")) && (base64Line.test(before.replace("\r", "")) || /^[ \t]*-----BEGIN [A-Z0-9 ]{1,40}-----[ \t]*\r?$/.test(before))
  );
}

/** A line of what uuencode, xxencode and base64url make of a file: no other has so many of one length. */
const encodedLine = /^[A-Za-z0-9+/_-]{60,200}$/;

/** Whether a token is a line, or a part of one, of an encoded file: the lines around it are as long, and no tokens. A list of tokens has more of them. */
function isInEncodedFile(text: string, at: number, expression: RegExp): boolean {
  const [above, below] = [text.slice(Math.max(0, at - 1000), at), text.slice(at, at + 600)];
  const before = above.split("\n");
  const [rest = "", ...after] = below.split("\n");
  // What the slice cut is no line.
  const line = `${before.pop() ?? ""}${rest}`.replace("\r", "");
  const around = [...before.slice(-2), ...after.slice(0, 1)].map((one) => one.replace("\r", ""));
  const isLike = (one: string): boolean => {
    expression.lastIndex = 0;
    return one.length === line.length && encodedLine.test(one) && !expression.test(one);
  };
  return around.length === 3 && encodedLine.test(line) && around.every(isLike);
}

/** Whether a form's fixed parts are a few letters, which an encoded file has by chance, and nothing proves more. */
const hasFaintMark = ({ shape, proof }: Provider): boolean =>
  proof === undefined && new Set(shape.flatMap((part) => (typeof part === "string" ? [...part] : []))).size < 4;

/** Whose tokens sign addresses. */
const signers: ReadonlySet<string> = new Set(["aws-access-key-id", "azure-sas-signature"]);

/** The day on which a token ended, by the address or the record that it stands in. */
function endOf({ id }: Provider, text: string, start: number, end: number): string | undefined {
  return (signers.has(id) ? addressEndedOn(text, start, end) : undefined) ?? recordEndedOn(text, start, end);
}

/** A name that says what its value is for. */
const testName = /(?:^|[^A-Za-z])(?:test|fake|dummy|mock)_?[A-Za-z_]{0,40}["'`]?[ \t]{0,8}(?::[ \t]{0,4}\w{1,20}[ \t]{0,4})?[:=]{1,2}[ \t]{0,8}["'`]$/i;

/** Whether a form is a short word and a hexadecimal number, as names of many things are: `key-<a digest>`. */
const isWordAndNumber = ({ shape: [word, number, ...more], proof }: Provider): boolean =>
  proof === undefined &&
  more.length === 0 &&
  typeof word === "string" &&
  word.length <= 4 &&
  typeof number === "object" &&
  "alphabet" in number &&
  number.alphabet === "hex";

const vendorsNamed = new WeakMap<Blob, Map<string, boolean>>();

/** Whether a text or its path names the vendor of a token. */
function isVendorNamed(blob: Blob, { id }: Provider): boolean {
  let known = vendorsNamed.get(blob);
  if (known === undefined) vendorsNamed.set(blob, (known = new Map()));
  let answer = known.get(id);
  if (answer === undefined) known.set(id, (answer = new RegExp(id.split("-", 1)[0] ?? id, "i").test(`${blob.path}\n${blob.text}`)));
  return answer;
}

/** What a path says of a token whose name says the same, that nobody gave out, or that is over within a day. */
function placed(provider: Provider, blob: Blob, start: number): { readonly label: Label; readonly reason: string } | undefined {
  const { isDrawn, hours } = provider;
  const { path, text } = blob;
  if (isDrawn === true) return isInTestCode(blob, start) ? { label: "test-data", reason: "it is a literal in the program's own tests" } : madeUp(path);
  const isTest = placeOf(path).isTest || isInTestCode(blob, start);
  if (isTest && testName.test(text.slice(Math.max(0, start - 80), start)))
    return { label: "test-data", reason: "its path and the name that it is assigned to say that it is for tests" };
  if (isTest && isWordAndNumber(provider) && !isVendorNamed(blob, provider))
    return { label: "test-data", reason: "a word and a number, in a test that does not name the vendor" };
  if (hours === undefined || !isTest) return undefined;
  return { label: "test-data", reason: `it holds for ${hours} hours at most, and its path says that it is for tests` };
}

/** Three dots, or the one character in UTF-8. */
const isEllipsis = (text: string): boolean => text === "..." || text === "\xe2\x80\xa6";

const unitsOf = (expression: RegExp): Uint8Array => Uint8Array.from({ length: 256 }, (_, unit) => (expression.test(String.fromCharCode(unit)) ? 1 : 0));
/** What a token's beginning may be made of. */
const ofToken = unitsOf(/[\w.~+/=-]/);
/** What no token stands behind: every shape says so. */
const ofWord = unitsOf(/\w/);

/** How far no token was found that begins before its keyword: another keyword in the same run does not look there again. */
export type TriedTokens = Map<Matcher, number>;

/** The token at a keyword that ends at `end`, with where it may begin; undefined where there is none. */
export function tokenAt(blob: Blob, matcher: Matcher, keyword: string, end: number, tried: TriedTokens): Candidate | undefined {
  const { text } = blob;
  const { provider, before } = matcher;
  const expression = matcher.expression();
  const at = end - keyword.length;
  let start = at;
  // A token may begin with a run: its beginning is where its alphabet begins, walking back.
  if (before > 0) {
    const done = tried.get(matcher) ?? 0;
    const first = Math.max(0, at - before, done <= at ? done : 0);
    while (start > first && ofToken[text.charCodeAt(start - 1)] === 1) start--;
  }
  for (; start <= at; start++) {
    if (ofWord[text.charCodeAt(start - 1)] === 1) continue;
    expression.lastIndex = start;
    const value = expression.exec(text)?.[0];
    if (value === undefined) continue;
    if (before > 0) tried.set(matcher, start);
    if (isInBlock(text, start) || (hasFaintMark(provider) && isInEncodedFile(text, start, expression))) return undefined;
    // A few units of a picture or an archive in base64 look like anything.
    if (/[+/]/.test(text[start - 1] ?? "") && /^[A-Za-z0-9+/]{60}$/.test(text.slice(Math.max(0, start - 60), start))) return undefined;
    // The same where it goes on as base64 does.
    if (
      /^[+/][A-Za-z0-9+/]{39}/.test(text.slice(start + value.length, start + value.length + 40)) &&
      text.slice(start + value.length, start + value.length + 80).includes("+")
    )
      return undefined;
    const isCut = isEllipsis(text.slice(start + value.length, start + value.length + 3)) || isEllipsis(text.slice(Math.max(0, start - 3), start));
    const own = isCut ? ({ label: "placeholder", reason: "parts of it are left out" } as const) : judgeToken(provider, value);
    const judged = (own.label === "secret" ? placed(provider, blob, start) : undefined) ?? own;
    const isPage = provider.id === "google-api-key" && judged.label === "secret" && isFirebaseSetting(text, start);
    const isOfPage = provider.id === "google-api-key" && judged.label === "secret" && !isPage && isYouTubePage(blob);
    const isShown = judged.label === "secret" && isInElidedComment(text, start);
    const ended = judged.label === "secret" ? endOf(provider, text, start, start + value.length) : undefined;
    const { label, reason } = isShown
      ? ({ label: "example", reason: "it stands in a comment that leaves values out" } as const)
      : isPage
        ? ({ label: "public", reason: "it stands among a Firebase application's settings, which every page of it carries" } as const)
        : isOfPage
          ? ({ label: "public", reason: "it stands in a page of YouTube's, which hands it to every visitor" } as const)
          : ended === undefined
            ? judged
            : ({ label: "public", reason: `what stands beside it says that it ended on ${ended}` } as const);
    return {
      kind: "provider-token",
      start,
      end: start + value.length,
      value,
      title: provider.title,
      label,
      reason,
      provider: provider.id,
      ...(provider.revoke === undefined ? {} : { revoke: provider.revoke }),
    };
  }
  if (before > 0) tried.set(matcher, at + 1);
  return undefined;
}
