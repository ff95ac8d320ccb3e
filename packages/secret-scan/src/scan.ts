// From bytes to judged candidates: one pass for the keywords, and a closer look where one stands.
import { authorizationAt, schemeKeywords } from "./detect/authorization.js";
import { commandKeywords, commandLoginAt, secureStringAt, secureStringKeyword } from "./detect/command-login.js";
import { connectionKeyword, connectionStringAt } from "./detect/connection-string.js";
import type { Blob, Candidate } from "./detect/candidate.js";
import { credentialsIn, isCredentialFile } from "./detect/credential-file.js";
import { encodedAt, encodedKeywords } from "./detect/encoded.js";
import { assignmentReader } from "./detect/generic-secret.js";
import { jsonWebTokenAt, tokenKeyword } from "./detect/json-web-token.js";
import { keyedConnectionAt, keyedKeywords } from "./detect/keyed-connection.js";
import { keywordSearch } from "./detect/keyword-search.js";
import { kubernetesSecretAt, secretKindKeyword } from "./detect/kubernetes-secret.js";
import { nameKeywords } from "./detect/name-meaning.js";
import { privateKeyAt, privateKeyKeyword } from "./detect/private-key.js";
import { cookieKeywords, sessionCookieAt } from "./detect/session-cookie.js";
import { sqlKeywords, sqlPasswordAt } from "./detect/sql-password.js";
import { tokenAt, tokenMatchers } from "./detect/provider-token.js";

/** Reads the candidate at a keyword that ends at `end`. */
type Reader = (blob: Blob, keyword: string, end: number) => Candidate | undefined;
type Meaning = { readonly readers: Reader[]; isName: boolean; isPrivateKey: boolean; isSecretKind: boolean };

const meanings = new Map<string, Meaning>();
const meaningOf = (keyword: string): Meaning => {
  let meaning = meanings.get(keyword);
  if (meaning === undefined) meanings.set(keyword, (meaning = { readers: [], isName: false, isPrivateKey: false, isSecretKind: false }));
  return meaning;
};
const learn = (words: readonly string[], reader: Reader): void => {
  for (const word of words) meaningOf(word).readers.push(reader);
};
for (const matcher of tokenMatchers) learn(matcher.keywords, (blob, keyword, end) => tokenAt(blob, matcher, keyword, end));
learn([tokenKeyword], (blob, keyword, end) => jsonWebTokenAt(blob, end - keyword.length));
learn([connectionKeyword], (blob, _keyword, end) => connectionStringAt(blob, end));
learn(schemeKeywords, authorizationAt);
learn(commandKeywords, commandLoginAt);
learn([secureStringKeyword], (blob, _keyword, end) => secureStringAt(blob, end));
learn(sqlKeywords, sqlPasswordAt);
learn(cookieKeywords, (blob, _keyword, end) => sessionCookieAt(blob, end));
learn(keyedKeywords, keyedConnectionAt);
learn(encodedKeywords, (blob, keyword, end) => encodedAt(blob, keyword, end, (path, bytes) => candidatesIn(path, bytes, { isDecoded: true })));
for (const keyword of nameKeywords) meaningOf(keyword).isName = true;
meaningOf(privateKeyKeyword).isPrivateKey = true;
meaningOf(secretKindKeyword).isSecretKind = true;

const keywords = [...meanings.keys()];
const search = keywordSearch(keywords);
const encoded = new Set(encodedKeywords);

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

/** Of candidates that share bytes the one that says more, else the longer one, else the one of the longer keyword: it was met later. */
function withoutOverlaps(found: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of found.toReversed().toSorted((a, b) => a.start - b.start || rank[a.kind] - rank[b.kind] || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= one.start) kept.push(one);
    else if (rank[one.kind] < rank[last.kind]) kept[kept.length - 1] = one;
  }
  return kept;
}

interface ScanOptions {
  /** What is scanned was decoded: it is not decoded again. */
  readonly isDecoded?: boolean;
  /** Credentials are read by every form of file, whatever the path. */
  readonly everyCredentialForm?: boolean;
}

/** The candidates in a file's bytes, in their order. Pure; linear in the length of the bytes. */
export function scanBytes(path: string, bytes: Uint8Array, { everyCredentialForm = false }: { readonly everyCredentialForm?: boolean } = {}): Candidate[] {
  return candidatesIn(path, bytes, { everyCredentialForm });
}

function candidatesIn(path: string, bytes: Uint8Array, { isDecoded = false, everyCredentialForm = false }: ScanOptions): Candidate[] {
  const found: Candidate[] = [];
  let blob: Blob | undefined;
  let readAssignment: ((keywordEnd: number) => Candidate | undefined) | undefined;
  let privateKeyEnd = 0;
  let secretKindEnd = 0;
  const open = (): Blob => (blob ??= { path, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1") });
  const add = (candidate: Candidate | undefined): void => {
    if (candidate !== undefined) found.push(candidate);
  };
  search(bytes, (index, end) => {
    const keyword = keywords[index] ?? "";
    const meaning = meanings.get(keyword);
    if (meaning === undefined || (isDecoded && encoded.has(keyword))) return;
    const here = open();
    for (const reader of meaning.readers) add(reader(here, keyword, end));
    if (meaning.isName) add((readAssignment ??= assignmentReader(here))(end));
    if (meaning.isPrivateKey && end > privateKeyEnd) {
      const key = privateKeyAt(here, end - keyword.length);
      if (key !== undefined) privateKeyEnd = key.end;
      add(key);
    }
    if (meaning.isSecretKind && end > secretKindEnd) {
      const secrets = kubernetesSecretAt(here, end);
      secretKindEnd = secrets.end;
      for (const candidate of secrets.found) found.push(candidate);
    }
  });
  if (everyCredentialForm || isCredentialFile(path)) for (const candidate of credentialsIn(open(), everyCredentialForm)) found.push(candidate);
  return found.length > 1 ? withoutOverlaps(found) : found;
}
