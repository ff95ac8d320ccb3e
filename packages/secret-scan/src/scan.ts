// From bytes to judged candidates: one pass for the keywords, and a closer look where one stands.
import { connectionKeyword, connectionStringAt } from "./detect/connection-string.js";
import type { Blob, Candidate } from "./detect/candidate.js";
import { assignmentReader, nameKeywords } from "./detect/generic-secret.js";
import { jsonWebTokenAt, tokenKeyword } from "./detect/json-web-token.js";
import { keywordSearch } from "./detect/keyword-search.js";
import { privateKeyAt, privateKeyKeyword } from "./detect/private-key.js";
import { tokenAt, tokenMatchers, type Matcher } from "./detect/provider-token.js";

type Meaning = { readonly matchers: Matcher[]; isName: boolean; isPrivateKey: boolean; isConnection: boolean; isWebToken: boolean };

const meanings = new Map<string, Meaning>();
const meaningOf = (keyword: string): Meaning => {
  let meaning = meanings.get(keyword);
  if (meaning === undefined) meanings.set(keyword, (meaning = { matchers: [], isName: false, isPrivateKey: false, isConnection: false, isWebToken: false }));
  return meaning;
};
for (const matcher of tokenMatchers) for (const keyword of matcher.keywords) meaningOf(keyword).matchers.push(matcher);
for (const keyword of nameKeywords) meaningOf(keyword).isName = true;
meaningOf(privateKeyKeyword).isPrivateKey = true;
meaningOf(connectionKeyword).isConnection = true;
meaningOf(tokenKeyword).isWebToken = true;

const keywords = [...meanings.keys()];
const search = keywordSearch(keywords);

/** Which of two candidates that share bytes says more: a form before a name. */
const rank: Readonly<Record<Candidate["kind"], number>> = { "private-key": 0, "provider-token": 1, "connection-string": 2, "generic-secret": 3 };

/** Of candidates that share bytes the one that says more, else the longer one. */
function withoutOverlaps(found: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || rank[a.kind] - rank[b.kind] || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= one.start) kept.push(one);
    else if (rank[one.kind] < rank[last.kind]) kept[kept.length - 1] = one;
  }
  return kept;
}

/** The candidates in a file's bytes, in their order. Pure; linear in the length of the bytes. */
export function scanBytes(path: string, bytes: Uint8Array): Candidate[] {
  const found: Candidate[] = [];
  let blob: Blob | undefined;
  let readAssignment: ((keywordEnd: number) => Candidate | undefined) | undefined;
  let privateKeyEnd = 0;
  search(bytes, (index, end) => {
    const keyword = keywords[index] ?? "";
    const meaning = meanings.get(keyword);
    if (meaning === undefined) return;
    blob ??= { path, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1") };
    const add = (candidate: Candidate | undefined): void => {
      if (candidate !== undefined) found.push(candidate);
    };
    for (const matcher of meaning.matchers) add(tokenAt(blob, matcher, keyword, end));
    if (meaning.isName) add((readAssignment ??= assignmentReader(blob))(end));
    if (meaning.isWebToken) add(jsonWebTokenAt(blob, end - keyword.length));
    if (meaning.isConnection) add(connectionStringAt(blob, end));
    if (meaning.isPrivateKey && end > privateKeyEnd) {
      const key = privateKeyAt(blob, end - keyword.length);
      if (key !== undefined) privateKeyEnd = key.end;
      add(key);
    }
  });
  return found.length > 1 ? withoutOverlaps(found) : found;
}
