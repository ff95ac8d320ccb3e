// From bytes to judged candidates: one pass for the keywords, and a closer look where one stands.
import { authorizationAt, schemeKeywords } from "./detect/authorization.js";
import { commandKeywords, commandLoginAt, secureStringAt, secureStringKeyword } from "./detect/command-login.js";
import { connectionKeyword, connectionStringAt } from "./detect/connection-string.js";
import type { Blob, Candidate } from "./detect/candidate.js";
import { credentialsIn, isCredentialFile } from "./detect/credential-file.js";
import { encodedRuns, percentEncodedAt, percentKeywords, shortestRun, type EncodedText } from "./detect/encoded.js";
import { assignmentReader } from "./detect/generic-secret.js";
import { jsonWebKeyAt, webKeyKeyword } from "./detect/json-web-key.js";
import { jsonWebTokenAt, tokenKeyword } from "./detect/json-web-token.js";
import { keyedConnectionAt, keyedKeywords } from "./detect/keyed-connection.js";
import { keywordSearch } from "./detect/keyword-search.js";
import { kubernetesSecretAt, kubernetesSecretsInJson, secretKindKeyword, secretKindKeywords } from "./detect/kubernetes-secret.js";
import { nameKeywords } from "./detect/name-meaning.js";
import { privateKeyAt, privateKeyKeyword } from "./detect/private-key.js";
import { cookieKeywords, sessionCookieAt } from "./detect/session-cookie.js";
import { spokenKeywords, spokenSecretAt } from "./detect/spoken-secret.js";
import { sqlKeywords, sqlPasswordAt } from "./detect/sql-password.js";
import { mayBeToken, tokenAt, tokenMatchers, type Matcher, type TriedTokens } from "./detect/provider-token.js";
import { holdsFor } from "./judge/expiry.js";
import { recordedDoubt } from "./judge/recorded.js";
import { servedDoubt } from "./judge/served-page.js";
import { startedServerDoubt } from "./judge/started-server.js";
import { trialDoubt, unrealDoubt } from "./judge/trial.js";

/** Reads the candidate at a keyword that ends at `end`. */
type Reader = (blob: Blob, keyword: string, end: number) => Candidate | undefined;
class Meaning {
  /** Forms of tokens; what follows is read by them in any case. */
  tokens: Matcher[] = none;
  readers: Reader[] = none;
  isName = false;
  isPrivateKey = false;
  isSecretKind = false;
  isSecretKindInJson = false;
  isPercent = false;
  /** Whether it means nothing but tokens. */
  isToken = false;
}
/** Most keywords mean one thing: what they do not mean is one list for all, and never written to. */
const none: never[] = [];

const meanings = new Map<string, Meaning>();
const meaningOf = (keyword: string): Meaning => {
  let meaning = meanings.get(keyword);
  if (meaning === undefined) meanings.set(keyword, (meaning = new Meaning()));
  return meaning;
};
const learn = (words: readonly string[], reader: Reader): void => {
  for (const word of words) {
    const meaning = meaningOf(word);
    meaning.readers = [...meaning.readers, reader];
  }
};
for (const matcher of tokenMatchers)
  for (const word of matcher.keywords) {
    const meaning = meaningOf(word);
    if (meaning.tokens === none) meaning.tokens = [matcher];
    else meaning.tokens.push(matcher);
  }
learn([tokenKeyword], (blob, keyword, end) => jsonWebTokenAt(blob, end - keyword.length));
learn([webKeyKeyword], (blob, _keyword, end) => jsonWebKeyAt(blob, end));
learn([connectionKeyword], (blob, _keyword, end) => connectionStringAt(blob, end));
learn(schemeKeywords, authorizationAt);
learn(commandKeywords, commandLoginAt);
learn([secureStringKeyword], (blob, _keyword, end) => secureStringAt(blob, end));
learn(sqlKeywords, sqlPasswordAt);
learn(cookieKeywords, (blob, _keyword, end) => sessionCookieAt(blob, end));
learn(keyedKeywords, keyedConnectionAt);
learn(spokenKeywords, spokenSecretAt);
for (const keyword of percentKeywords) meaningOf(keyword).isPercent = true;
for (const keyword of nameKeywords) meaningOf(keyword).isName = true;
meaningOf(privateKeyKeyword).isPrivateKey = true;
meaningOf(secretKindKeyword).isSecretKind = true;
for (const keyword of secretKindKeywords) meaningOf(keyword).isSecretKindInJson = true;

for (const one of meanings.values()) {
  const isMore = one.readers.length > 0 || one.isName || one.isPrivateKey || one.isSecretKind || one.isSecretKindInJson || one.isPercent;
  one.isToken = one.tokens.length > 0 && !isMore;
}

const keywords = [...meanings.keys()];
const meant = [...meanings.values()];
const search = keywordSearch(keywords);

/** Every shape says that no word goes on where a token begins: for one that begins with a keyword within a word no expression need be asked. */
const ofWord = Uint8Array.from({ length: 256 }, (_, byte) => (/\w/.test(String.fromCharCode(byte)) ? 1 : 0));
const isOfWord = (byte: number | undefined): boolean => byte !== undefined && ofWord[byte] === 1;

/** Which of two candidates that share bytes says more: a form before a name. */
const rank: Readonly<Record<Candidate["kind"], number>> = {
  "private-key": 0,
  "provider-token": 1,
  "connection-string": 2,
  "credential-file": 3,
  authorization: 4,
  "generic-secret": 5,
  "custom-secret": 6,
};

/** Of one kind, a secret says more than what is none. */
const weight = ({ kind, label }: Candidate): number => rank[kind] * 2 + (label === "secret" ? 0 : 1);

/** Of candidates that share bytes the one that says more, else the longer one, else the one of the longer keyword: it was met later. */
function withoutOverlaps(found: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of found.toReversed().toSorted((a, b) => a.start - b.start || weight(a) - weight(b) || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= one.start) kept.push(one);
    else if (weight(one) < weight(last)) kept[kept.length - 1] = one;
  }
  return kept;
}

export interface ScanOptions {
  /** Credentials are read by every form of file, whatever the path. */
  readonly everyCredentialForm?: boolean;
  /** How often what was decoded is decoded again; 0 decodes nothing. */
  readonly decodeDepth?: number;
  /** What closer looks may cost, counted down; without it they cost what they cost. Below 0, tokens with a form of their own alone were looked for from there on. */
  readonly work?: { left: number };
}

/** What closer looks at one file may cost: a unit is about a microsecond, and no file of a person's or a program's comes near it. */
export const workOfFile = (): { left: number } => ({ left: 1_500_000 });

/** The cost of looking at a name, and of a look at what stands there. */
const lookCost = 4;

/** A file with more candidates is made to cost memory: placeholders beyond are not kept, secrets are. */
const mostPlaceholders = 10_000;

/** How many bytes may be decoded of a file: each decoding is shorter than what it reads, and few are inside another. */
const budgetOf = (length: number): number => 65_536 + 2 * length;

/** The candidates in a file's bytes, in their order. Pure; linear in the length of the bytes. */
export function scanBytes(
  path: string,
  bytes: Uint8Array,
  { everyCredentialForm = false, decodeDepth = 2, work = { left: Infinity } }: ScanOptions = {},
): Candidate[] {
  return candidatesIn(path, bytes, { everyCredentialForm, decodeDepth, budget: { left: budgetOf(bytes.length) }, work });
}

interface Decoding {
  readonly everyCredentialForm: boolean;
  readonly decodeDepth: number;
  readonly budget: { left: number };
  readonly work: { left: number };
}

/** What stands in an encoded text, as a candidate of the whole of it: a secret before what is none. */
function insideOf(
  path: string,
  bytes: Uint8Array,
  { start, end, bytes: decoded, form }: EncodedText,
  { decodeDepth, budget, work }: Decoding,
): Candidate | undefined {
  budget.left -= decoded.length;
  if (budget.left < 0) return undefined;
  const found = candidatesIn(path, decoded, { everyCredentialForm: false, decodeDepth: decodeDepth - 1, budget, work }).filter(
    ({ label }) => label !== "placeholder",
  );
  const inner = found.find(({ label }) => label === "secret") ?? found[0];
  if (inner === undefined) return undefined;
  const value = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
  return { ...inner, start, end, value, title: `${inner.title} in ${form}` };
}

/** Whether a candidate may be what a server gave out: without a vendor's form. */
const isOfResponse = ({ kind }: Candidate): boolean => kind === "generic-secret" || kind === "authorization";
/** Whether what stands around a candidate may say that it is nobody's: a vendor's form, and what a user's own rule names, stand for themselves. */
const isOfContext = ({ kind }: Candidate): boolean => kind !== "custom-secret" && kind !== "provider-token";

/** A secret, judged once more by the text that it stands in. */
function inContext(blob: Blob, candidate: Candidate): Candidate {
  if (candidate.kind === "provider-token")
    return { ...candidate, ...(recordedDoubt(blob, candidate) ?? servedDoubt(blob, candidate) ?? unrealDoubt(blob, candidate)) };
  const judged = isOfResponse(candidate) ? briefOne(blob, candidate) : candidate;
  return judged.label === "secret" && isOfContext(judged) ? { ...judged, ...(trialDoubt(blob, judged) ?? startedServerDoubt(blob, judged)) } : judged;
}

/** What a response gives for a day at most is over before somebody finds it, wherever it stands in the text. */
function briefOne(blob: Blob, candidate: Candidate): Candidate {
  const length = holdsFor(blob, candidate.value);
  return length === undefined ? candidate : { ...candidate, label: "public", reason: `what gives it says that it holds for ${length} seconds` };
}

function candidatesIn(path: string, bytes: Uint8Array, decoding: Decoding): Candidate[] {
  const { everyCredentialForm, decodeDepth, work } = decoding;
  const found: Candidate[] = [];
  let blob: Blob | undefined;
  let readAssignment: ((keywordEnd: number) => Candidate | undefined) | undefined;
  let privateKeyEnd = 0;
  let secretKindEnd = 0;
  let percentEnd = 0;
  const tried: TriedTokens = new Map();
  const open = (): Blob => (blob ??= { path, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1") });
  const add = (candidate: Candidate | undefined): void => {
    if (candidate === undefined || (candidate.label === "placeholder" && found.length >= mostPlaceholders)) return;
    found.push(candidate.label === "secret" ? inContext(open(), candidate) : candidate);
  };
  search(bytes, (index, end) => {
    const keyword = keywords[index] as string;
    const meaning = meant[index] as Meaning;
    if (meaning.tokens.length > 0) {
      const isWithin = isOfWord(bytes[end - keyword.length - 1]);
      for (const matcher of meaning.tokens)
        if ((!isWithin || matcher.before > 0) && mayBeToken(matcher, keyword, bytes, end)) add(tokenAt(open(), matcher, keyword, end, tried));
      if (meaning.isToken) return;
    }
    if (work.left < 0) return;
    const here = open();
    if (meaning.readers.length > 0) work.left -= lookCost;
    for (const read of meaning.readers) add(read(here, keyword, end));
    if (meaning.isName) add((readAssignment ??= assignmentReader(here, work))(end));
    if (meaning.isPrivateKey || meaning.isSecretKind || meaning.isSecretKindInJson) work.left -= lookCost;
    if (meaning.isPrivateKey && end > privateKeyEnd) {
      const key = privateKeyAt(here, end - keyword.length);
      if (key !== undefined) privateKeyEnd = key.end;
      add(key);
    }
    if (meaning.isSecretKind && end > secretKindEnd) {
      const secrets = kubernetesSecretAt(here, end);
      secretKindEnd = secrets.end;
      for (const candidate of secrets.found) add(candidate);
    }
    if (meaning.isSecretKindInJson && end > secretKindEnd) {
      secretKindEnd = end + 1024;
      for (const candidate of kubernetesSecretsInJson(here, end)) add(candidate);
    }
    if (meaning.isPercent && end > percentEnd && decodeDepth > 0) {
      const text = percentEncodedAt(bytes, end);
      percentEnd = text?.end ?? end;
      if (text !== undefined) add(insideOf(path, bytes, text, decoding));
    }
  });
  if (decodeDepth > 0 && bytes.length >= shortestRun) for (const text of encodedRuns(bytes)) add(insideOf(path, bytes, text, decoding));
  if (everyCredentialForm || isCredentialFile(path)) for (const candidate of credentialsIn(open(), everyCredentialForm)) add(candidate);
  return found.length > 1 ? withoutOverlaps(found) : found;
}
