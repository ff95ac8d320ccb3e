// What stands around a value without a vendor's form and says that it opens nothing of anybody's: one plain sign, or two weak ones of which one is of the place.
import type { Blob, Candidate, Label } from "../detect/candidate.js";
import { isInComment } from "../detect/assignment.js";
import { isRepeated } from "../detect/repeated.js";
import { isLocalName } from "./local-host.js";
import { isOwnName } from "./own-name.js";
import { placeOf } from "./place.js";
import { wordsOf } from "./secret-name.js";
import { isInShownLiteral } from "./shown-literal.js";
import { isInTestCode } from "./test-code.js";

interface Doubt {
  readonly label: Label;
  readonly reason: string;
}

/** Words of a comment or a name that say plainly what a value is not. */
const plainWords =
  /\bnot (?:an? )?(?:real|actual)\b|\b(?:do not|don't|never) (?:\w{1,10} ){0,3}in production\b|\b(?:not|insecure|unsafe) (?:for|in) production\b|\bonly (?:used )?(?:for|in) (?:\w{1,12} )?(?:tests?|testing|development|demos?)\b|\b(?:used )?for (?:local |unit |integration )?(?:tests?|testing|development|demo)(?: purposes)? only\b|\btest fixture\b|\b(?:dummy|fake|made[- ]up|throw-?away) (?:\w{1,12} )?(?:key|token|secret|password|credential|value)s?\b/i;
/** Words of a comment by which nobody gave a value out, vendor's form or not. */
const unrealWords =
  /\bnot (?:an? )?(?:real|actual|valid)\b(?! time)|\b(?:dummy|fake|bogus|fictitious|made[- ]up|randomly[- ]generated)\b[^.]{0,20}\b(?:key|token|secret|password|credential|value)s?\b|\b(?:key|token|secret|password|credential|value)s? (?:is|are|was|were) (?:\w{1,10} )?(?:invalid|dummy|fake|bogus|made[- ]up|revoked|deactivated)\b/i;
/** Words of a comment by which a value is meant for everybody. */
const openWords =
  /\bsafe to (?:be )?(?:embed|commit|share|publish|expose|check)|\b(?:is|are) (?:intentionally |meant to be )public\b|\b(?:is|are|it's) not (?:really )?(?:a )?secrets?\b|\b(?:isn't|aren't) (?:really )?(?:a )?secrets?\b/i;
const commentLine = /^[ \t]*(?:#|\/\/|\/?\*|--|;|<!--|%)/;
const trailing = /[ \t](?:#|\/\/|\/\*|--|<!--)[^\n]*$/;

const longestLine = 400;

/** The comment on the lines before an offset's line, and behind it. */
function commentAround(text: string, start: number, end: number): string {
  // A line of a program's or a person's: one may have megabytes.
  const before = text.slice(Math.max(0, start - longestLine - 600), start);
  const lineStart = before.lastIndexOf("\n") + 1;
  if (before.length - lineStart > longestLine) return "";
  const above = before.slice(0, lineStart).split("\n").slice(0, -1);
  const said: string[] = [];
  for (const line of above.toReversed().slice(0, 6)) {
    if (!commentLine.test(line)) break;
    said.unshift(line.replace(commentLine, ""));
  }
  const stop = text.slice(end, end + 300).indexOf("\n");
  const behind = trailing.exec(text.slice(end, stop === -1 ? end + 300 : end + stop))?.[0] ?? "";
  return `${said.join(" ")} ${behind}`.replace(/\s+/g, " ");
}

/** Whether an offset stands in a page's element for what is printed, which the page does not run. */
function isInPrinted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 1500), at);
  const open = Math.max(before.lastIndexOf("<code"), before.lastIndexOf("<pre"));
  return open !== -1 && !/<\/(?:code|pre)>/.test(before.slice(open)) && /^<(?:code|pre)[\s>]/.test(before.slice(open));
}

/** Documents that describe an interface by examples (https://spec.openapis.org/oas/v3.1.0, and Swagger before it). */
const interfaceHead = /^(?:\s|#[^\n]{0,200}\n|---[^\n]{0,20}\n|\{){0,20}["']?(?:openapi|swagger)["']?[ \t]{0,4}:[ \t]{0,4}["']?\d/;
const interfacePath = /(?:^|\/)[\w.-]{0,40}(?:openapi|swagger)[\w.-]{0,40}\.(?:ya?ml|json)$/i;

/** Words of a name that say what its value is not. */
const saysNone = (name: string): boolean => wordsOf(name).some((word) => /^(?:fake|dummy|mock|sample|example|snakeoil)$/.test(word));

/** A name that says itself that its value is no secret: `defaultClientNotSoSecret`. */
const saysOpen = (name: string): boolean => /(?:^|_)(?:not(?:_(?:so|a|really|very|that))?|non|public)_secrets?(?:_|$)/.test(wordsOf(name).join("_"));
const openName = { label: "public", reason: "its name says that it is no secret" } as const;

/** What stands above settings that are to be filled in, within a comment. */
const toFillIn = /(?:^|\n)[ \t]*(?:#|\/\/|;|--)[^\n]{0,80}\b(?:replace|change|fill in|substitute|enter|insert)\b[^\n]{0,40}\byour\b/i;

/** Files that a running program reads its settings from: an address of this machine there says nothing of the others. */
const inUse = /(?:^|\/)\.env(?:\.(?:prod|production|live|staging)[\w.]{0,20})?$|\.tfvars$|(?:^|[/._-])(?:prod|production|live)(?:[/._-]|$)/i;

const address = /\b[a-z][a-z+]{1,12}:\/\/(?:[^\s/@:"'<>]{1,60}(?::[^\s/@:"'<>]{0,60})?@)?(\[[0-9a-f:]{2,40}\]|[^\s/:"'<>`)\]},;]{1,253})/gi;
/** Hosts of what is written about programs, of forms, and of examples (RFC 2606): they say nothing. */
const ofReading =
  /(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|w3\.org|json-schema\.org|schemastore\.org|xmlsoap\.org|github\.com|github\.io|githubusercontent\.com|readthedocs\.(?:io|org)|apache\.org)$/i;
const mostAddresses = 200;
const local = new WeakMap<Blob, boolean>();

/** Whether a text names hosts, and they are this machine's or of a net of one's own. */
function namesLocalHosts(blob: Blob): boolean {
  const known = local.get(blob);
  if (known !== undefined) return known;
  let [count, others] = [0, 0];
  for (const [, host = ""] of blob.text.matchAll(address)) {
    if (ofReading.test(host)) continue;
    if (!isLocalName(host)) others++;
    if (++count === mostAddresses) break;
  }
  // One in ten may be a logo's or a licence's.
  const answer = count > 0 && others * 10 <= count;
  local.set(blob, answer);
  return answer;
}

const shellFile = /\.(?:sh|bash|zsh|fish|ps1|bat|cmd)$/i;
/** Where a program is told to listen or to ask. */
const addressOption = /(?:^|\s)--?[\w-]{0,30}(?:bind|addr|listen|host|server|url)[\w-]{0,20}(?:=|[ \t]{1,4})["']?([^\s"']{1,120})/gi;

const starting = new WeakMap<Blob, boolean>();

/** Whether a shell's program starts others that it tells of this machine, and of no other. */
function startsLocal(blob: Blob): boolean {
  if (!shellFile.test(blob.path)) return false;
  let answer = starting.get(blob);
  if (answer === undefined) starting.set(blob, (answer = tellsLocal(blob.text)));
  return answer;
}

function tellsLocal(text: string): boolean {
  let count = 0;
  for (const [, told = ""] of text.matchAll(addressOption)) {
    if (!/^(?:[a-z]{2,10}:\/\/)?(?:localhost|127(?:\.\d{1,3}){2}\.[\w${}]{1,20}|\[::1\])(?:[:/]|$)/i.test(told)) return false;
    if (++count === mostAddresses) break;
  }
  return count > 0;
}

/** What a key's text is assigned to. */
const assigned = /([\w.-]{2,60})["']?[ \t]{0,4}(?::[ \t]{0,4}&?\w{1,20}[ \t]{0,4})?(?::=|=>|[:=])[ \t]{0,4}[|>-]{0,2}\s{0,40}["'`]{0,3}\s{0,20}$/;

const nameBefore = (text: string, start: number): string => assigned.exec(text.slice(Math.max(0, start - 160), start))?.[1] ?? "";

/** A text in the statement that a value stands in, which says that it is of a test. */
const trialText = /["'`](?:[^"'`\n]{0,60}[^\w"'`\n])?(?:test(?:ing)?|demo|example|sample|dummy)\b[^"'`\n]{0,60}["'`]/i;
const statementReach = 500;

/** Whether what follows in the same paragraph says of a test. */
function speaksOfTest(text: string, end: number): boolean {
  const [paragraph = ""] = text.slice(end, end + statementReach).split(/\n[ \t]*\r?\n/, 1);
  return trialText.test(paragraph.replace(/^["'`]/, ""));
}

/** What Docker starts together. */
const composeFile = /(?:^|\/)[\w.-]{0,40}compose[\w.-]{0,40}\.ya?ml$/i;
/** The same by what it says: services by their names (https://docs.docker.com/reference/compose-file/services/). */
const services = /(?:^|\n)services:[ \t]*\r?\n(?:[ \t]*(?:#[^\n]{0,200})?\r?\n){0,20}[ \t]{1,8}[\w.-]{1,60}:[ \t]*\r?\n/;
const containerReach = 2000;

/** Whether a container that the file starts takes what stands at an offset. */
function isOfContainer({ path, text }: Blob, at: number): boolean {
  if (!/\.ya?ml$/i.test(path) || !(composeFile.test(path) || services.test(text.slice(0, 4000)))) return false;
  return /(?:^|\n)[ \t]{1,12}(?:image|build):/.test(text.slice(Math.max(0, at - containerReach), at + containerReach));
}

/** A password that everybody takes first, which the same file gives to another of its containers. */
const firstPassword =
  /pass(?:word|wd)?["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:\$\{\w{1,60}:?-)?(?:postgres|mysql|mariadb|mongo|redis|root|admin|password|secret|guest|changeme|example|test|dev|local)["'}]{0,2}[ \t]*(?:\r?\n|$)/i;
const firstReach = 4000;

/** Whether an application's own key is for containers that take everybody's passwords: they are started for a trial. */
const isBesideFirstPassword = (blob: Blob, at: number): boolean =>
  isOfContainer(blob, at) && firstPassword.test(blob.text.slice(Math.max(0, at - firstReach), at + firstReach));

const trialWords = /\b(?:development|local(?:ly|host)?|demo|sandbox|testing|unit tests?|example)\b/i;

/** The weak signs at a candidate, as a reason says them; those of the place come first. */
function weakSigns(blob: Blob, { start, end, value }: Candidate, name: string): { readonly ofPlace: readonly string[]; readonly others: readonly string[] } {
  const { path, text } = blob;
  const isInUse = inUse.test(path);
  const isCommented = isInComment(text, start);
  const ofPlace = [
    ...(placeOf(path).isTrial ? ["its path speaks of development or a trial"] : []),
    ...(placeOf(path).isBelowDocumentation ? ["it lies below a folder that documents"] : []),
    ...(!isInUse && toFillIn.test(text.slice(0, 1000)) ? ["a comment above says that values are to be replaced"] : []),
    ...(!isInUse && (namesLocalHosts(blob) || startsLocal(blob)) ? ["the addresses in the file are local ones"] : []),
    ...(!isInUse && isOwnName(name) && isBesideFirstPassword(blob, start) ? ["another container of the file takes everybody's password"] : []),
    ...(!isInUse && !isCommented && trialWords.test(commentAround(text, start, end)) ? ["the comment beside it speaks of development or a trial"] : []),
  ];
  if (ofPlace.length !== 1) return { ofPlace, others: [] };
  return {
    ofPlace,
    others: [
      ...(isOwnName(name) ? ["an application draws such a key for itself"] : []),
      ...(isCommented ? ["it stands in a comment"] : []),
      ...(isOfContainer(blob, start) ? ["a container that the file starts takes it"] : []),
      ...(!isInUse && speaksOfTest(text, end) ? ["what follows it speaks of a test"] : []),
      ...(value.length >= 16 && value.length < 400 && isRepeated(blob, value) ? ["the file says it more than once"] : []),
    ],
  };
}

/** Why a value without a vendor's form is none of anybody's by what stands around it; undefined where it may be. */
export function trialDoubt(blob: Blob, candidate: Candidate): Doubt | undefined {
  const { path, text } = blob;
  const { start, end } = candidate;
  const name = candidate.name ?? nameBefore(text, start);
  if (saysOpen(name)) return openName;
  if (saysNone(name)) return { label: "test-data", reason: "no vendor's form, and its name says that it is none" };
  if (isInTestCode(blob, start)) return { label: "test-data", reason: "no vendor's form, in the program's own tests" };
  const comment = commentAround(text, start, end);
  if (openWords.test(comment)) return { label: "public", reason: "the comment beside it says that it is for everybody" };
  if (plainWords.test(comment)) return { label: "test-data", reason: "the comment beside it says that it is not in use" };
  if (isInPrinted(text, start)) return { label: "example", reason: "no vendor's form, in what a page prints" };
  if (isInShownLiteral(blob, start)) return { label: "example", reason: "no vendor's form, in a text that shows how the program is used" };
  if (/\.(?:ya?ml|json)$/i.test(path) && (interfacePath.test(path) || interfaceHead.test(text.slice(0, 2000))))
    return { label: "example", reason: "no vendor's form, in the description of an interface" };
  const { ofPlace, others } = weakSigns(blob, candidate, name);
  const signs = [...ofPlace, ...others];
  return ofPlace.length > 0 && signs.length > 1 ? { label: "test-data", reason: `no vendor's form; ${signs.slice(0, 2).join(", and ")}` } : undefined;
}

/** Why a token of a vendor's form is no secret, by what its name or a comment says of it: what its checksum proves no comment takes back. */
export function unrealDoubt({ text }: Blob, { start, end, reason, name }: Candidate): Doubt | undefined {
  if (saysOpen(name ?? nameBefore(text, start))) return openName;
  if (/checksum/.test(reason) || !unrealWords.test(commentAround(text, start, end))) return undefined;
  return { label: "example", reason: "the comment beside it says that it is none" };
}
