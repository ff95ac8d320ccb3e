// Assignments to a name that means a secret, judged by the value.
import { isInDocComment, isInDocstring } from "../judge/docstring.js";
import { placeOf, type Place } from "../judge/place.js";
import { isCommonPassword, passwordDoubt } from "../judge/password.js";
import { isTyped, placeholderForm, publicExampleReason } from "../judge/placeholder.js";
import { entropy, looksRandom, wordLikeness } from "../judge/randomness.js";
import { publicReason, saysExample } from "../judge/surroundings.js";
import type { Provider } from "../providers/index.js";
import { isEncrypted, isFallback, isOfKeyService, knownForm } from "../judge/known-form.js";
import { isInFilledBlock } from "../judge/fenced-sample.js";
import { isInIdentifierList } from "../judge/identifier-list.js";
import { publishableReason } from "../judge/publishable-name.js";
import type { NameKind } from "../judge/secret-name.js";
import { vendors } from "../judge/vendors.js";
import { assignmentAt, isInComment, mayHaveValue, nameAround, type Assignment } from "./assignment.js";
import type { Blob, Candidate, Label } from "./candidate.js";
import { namedProvider, nameMeaning } from "./name-meaning.js";
import { judgeToken } from "./provider-token.js";
import { isRepeated } from "./repeated.js";

const reference =
  /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\|https?:\/\/|urn:[a-z]|file:|vault:|secret:|env[.:]|arn:|projects\/|op:\/\/|ssm:|ENC(?:RYPTED)?\[|AQIC|!|\*|&|@|\$)|process\.env|os\.environ|getenv|^(?:[a-z_][\w]*\.)+[a-z_]\w*(?:\(|$)/i;
const hash =
  /^(?:[\w.-]{1,40}:(?=\$))?(?:\$2[abxy]?\$|\$(?:[156y]|apr1)\$|\$argon2|\$pbkdf2|pbkdf2[_:]|scrypt[:$]|bcrypt|argon2|\{S?SHA|\{crypt|sha(?:1|224|256|384|512)[-:$]|md5[:$])/i;
const identifier = /^[A-Za-z_$][\w$]*(?:[.:/-][A-Za-z_$][\w$]*)*$/;
/** A variable of the environment, whose first word its neighbours share. */
const variable = /^[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){2,8}$/;
/** `scale=format=bgra:width=1`: names with their values, of which none means a secret. */
const settings = /^(?!.*(?:pass|pwd|key|secret|token))(?:[\w.-]{1,40}=){1,2}[\w.%/-]{1,40}(?:[:;,&][\w.-]{1,40}=[\w.%/-]{1,40}){1,20}$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Groups of a UUID's lengths, of any letters and digits, with some of both. */
const grouped = /^(?=.*\d.*\d.*\d)(?=.*[a-z].*[a-z].*[a-z])[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$/;

function classes(value: string): number {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((one) => one.test(value)).length;
}

/** Whether a password has all four classes of units, as the rules for passwords ask of people, and no form of a path, a key or a sentence. */
function isRulesPassword(value: string): boolean {
  return (
    value.length >= 12 &&
    /^[A-Za-z0-9!#$%&*+?@^~=.-]+$/.test(value) &&
    classes(value) === 4 &&
    /[!#$%&*+?@^~]/.test(value) &&
    /[0-9]{2}/.test(value) &&
    !isCommonPassword(value)
  );
}

const spoken: Readonly<Record<string, string>> = { "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b" };

/** Whether letters and digits of a password alternate as no word's do, also where digits are read as the letters that they look like. */
function isMixed(value: string): boolean {
  if (value.length < 9 || !/^[A-Za-z0-9._-]+$/.test(value) || !/[0-9].*[0-9].*[0-9]/.test(value)) return false;
  let turns = 0;
  for (let at = 1; at < value.length; at++) if (/[0-9]/.test(value[at] ?? "") !== /[0-9]/.test(value[at - 1] ?? "")) turns++;
  const read = value.toLowerCase().replace(/[0-9]/g, (digit) => spoken[digit] ?? "");
  return turns >= 4 && wordLikeness(read) < 0 && !isCommonPassword(value);
}

/** Whether a password reads as a person's own, and is none that everybody takes. */
function isStrongPassword(value: string): boolean {
  const letters = value.replace(/[^A-Za-z]+/g, "");
  return (
    value.length >= (classes(value) === 4 ? 8 : 10) &&
    classes(value) >= 3 &&
    /[0-9]/.test(value) &&
    entropy(value) > 2.8 &&
    (letters.length < 5 || wordLikeness(letters) < 0.2)
  );
}

/** Whether most of a text lies in words, as `heightOfGeoidAboveWGS84`. */
function readsAsName(value: string): boolean {
  const words = (value.match(/[A-Z]?[a-z]{3,}/g) ?? []).filter((word) => /^[A-Z]/.test(word) || wordLikeness(word) > -0.5);
  return words.join("").length > value.length * 0.6;
}

interface Judgement {
  readonly label: Label;
  readonly reason: string;
}

const isVendor = (name: string): boolean => vendors.has(name.toLowerCase());

/** Whether a name begins with a vendor's, or one stands before it: `newsapi_key`, `newsapi key`. */
function isOfVendor(text: string, name: string, start: number): boolean {
  const [first = ""] = name.split(/[_.-]/, 1);
  if (first.length < name.length && isVendor(first)) return true;
  const [, before = ""] = /(?:^|[^A-Za-z0-9])([A-Za-z0-9]{3,20})[ \t_-]$/.exec(text.slice(Math.max(0, start - 24), start)) ?? [];
  return isVendor(before);
}

/** What a value in base64 or hexadecimal says, where it is a text. */
function encodedText(value: string): string | undefined {
  if (value.length < 8 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return undefined;
  const isHex = value.length >= 20 && value.length % 2 === 0 && /^[0-9a-f]+$/i.test(value);
  const text = Buffer.from(value, isHex ? "hex" : "base64")
    .toString("latin1")
    .trim();
  return text.length >= 5 && /^[\x20-\x7e]+$/.test(text) ? text : undefined;
}

function judge(blob: Blob, kind: NameKind, { name, nameEnd, value, isQuoted, start }: Assignment, place: Place): Judgement {
  const { text } = blob;
  // A shell's and a JavaScript's text escape the dollars of a hash.
  if (hash.test(value.startsWith("\\$") ? value.replaceAll("\\$", "$") : value)) return { label: "hash", reason: "it is a hash" };
  const known = knownForm(name, value);
  if (known !== undefined) return known;
  const before = text.slice(Math.max(0, start - 120), start);
  const open = publishableReason(name, value, blob);
  if (open !== undefined) return { label: "public", reason: open };
  if (isEncrypted(before) || isOfKeyService(text, start)) return { label: "placeholder", reason: "it is encrypted" };
  const placeholder = placeholderForm(value);
  if (placeholder !== undefined) return { label: "placeholder", reason: placeholder };
  if (kind === "password" && isCommonPassword(value)) return { label: "example", reason: "everyone's first password" };
  const said = encodedText(value);
  if (said !== undefined && (passwordDoubt(said) !== undefined || wordLikeness(said) > 0))
    return { label: "placeholder", reason: "decoded, it reads as words" };
  if (isTyped(value)) return { label: "placeholder", reason: "decoded, it is letters that somebody typed" };
  const isLongMixed = /^[\w.=-]{24,}$/.test(value) || (classes(value) === 4 && /^[\w.=-]{16,}$/.test(value));
  if (reference.test(value) && !(/[0-9]/.test(value) && isLongMixed && looksRandom(value)))
    return { label: "placeholder", reason: "it names a place or a variable" };
  if (/^[\w.-]+(?:\/[\w.-]+){4,}$/.test(value)) return { label: "placeholder", reason: "it is a path" };
  if (/\s/.test(value)) return { label: "placeholder", reason: "it is a sentence" };
  if (variable.test(value) && name.split("_", 1)[0] === value.split("_", 1)[0]) return { label: "placeholder", reason: "it names a variable" };
  if (settings.test(value)) return { label: "placeholder", reason: "it is a list of settings" };
  if (kind !== "password" && /^[\w@-]+(?:\.[\w-]+)*\.(?:com|net|org)$/i.test(value)) return { label: "placeholder", reason: "it is a host" };
  const isHex = /^[0-9a-f]+$/i.test(value);
  // Whose it is says that it is one: vendors' tokens are shorter than what nobody is named for.
  const isNamed = /[0-9].*[0-9].*[0-9]/.test(value) && isOfVendor(text, name, nameEnd - name.length);
  const isLong = value.length >= (isNamed ? (isHex ? 14 : 12) : isHex ? 24 : classes(value) >= 3 ? 15 : 16);
  const isRandom = uuid.test(value) || grouped.test(value) || (looksRandom(value) && (isLong || kind === "password"));
  // Passwords have question marks; no alphabet that tokens are written in has one.
  if (/(?:token|key)$/i.test(name) && value.includes("?")) return { label: "placeholder", reason: "no token has a `?`" };
  // A key of somebody is a secret where nothing else looks as its value does: no digest, no identifier, no path.
  if (
    kind === "key" &&
    !(
      value.length >= 20 &&
      !readsAsName(value) &&
      /^[A-Za-z0-9_+=|-]+$/.test(value) &&
      /[0-9]/.test(value) &&
      // No digest is written in both cases, and none is a vendor's key.
      (/[g-z]/i.test(value) || (/[a-f]/.test(value) && /[A-F]/.test(value)) || (isNamed && /^(?:api[-_. ]?)?key$/i.test(name))) &&
      isRandom &&
      !uuid.test(value) &&
      !/^my[-_A-Z]/.test(name) &&
      (isQuoted || !isVendor(name) || (value.length >= 32 && classes(value) >= 3))
    )
  )
    return { label: "placeholder", reason: "it may be any kind of key" };
  if (!isRandom && identifier.test(value) && !/[0-9]/.test(value)) return { label: "placeholder", reason: "it reads as a name" };
  if (!isRandom && !(kind === "password" && (isStrongPassword(value) || isRulesPassword(value) || isMixed(value))))
    return { label: "placeholder", reason: "it reads as words" };
  const isDrawn =
    kind === "password" &&
    (isMixed(value) ||
      (value.length >= 10 && classes(value) >= 3 && /[0-9]/.test(value) && (wordLikeness(value) < 0 || (value.length >= 12 && !readsAsName(value)))));
  if (!isQuoted && !isRandom && !isDrawn && !(classes(value) === 4 && /^[\w!@#$%^&*+~-]+$/.test(value)))
    return { label: "example", reason: "a short value without quotes" };
  if (uuid.test(value) && isInIdentifierList(text, start, start + value.length)) return { label: "public", reason: "it is one of a list of identifiers" };
  if (place.isTranslation && !(isRandom && value.length >= 20)) return { label: "placeholder", reason: "it is a text in a language" };
  if (place.isTest) return { label: "test-data", reason: "no vendor's form, and its path says that it is for tests" };
  if (place.isExample) return { label: "example", reason: "no vendor's form, and its path says that it is an example" };
  if (place.isDocumentation) return { label: "example", reason: "no vendor's form, in documentation" };
  if (isFallback(name, before)) return { label: "example", reason: "the application's own key where the environment gives none" };
  const shared = publicReason(text, start, value);
  if (shared !== undefined) return shared;
  if (saysExample(text, start)) return { label: "example", reason: "the text before it speaks of an example" };
  if (isInDocstring(blob, start) || isInDocComment(blob, start)) return { label: "example", reason: "no vendor's form, in a program's documentation" };
  if (value.length < 24 && isInComment(text, start)) return { label: "example", reason: "a short value in a comment" };
  if (place.isDocument && isInFilledBlock(blob, start)) return { label: "example", reason: "a document shows it beside placeholders" };
  if (place.isGenerated) return { label: "hash", reason: "no vendor's form, in a file that a machine writes" };
  if (place.isDocument && (!isRandom || value.length < 24)) return { label: "example", reason: "a short value in a document" };
  if (place.isDocument && isRepeated(blob, value)) return { label: "example", reason: "the document prints it more than once" };
  const shown = publicExampleReason(value);
  if (shown !== undefined) return { label: "placeholder", reason: shown };
  return { label: "secret", reason: isRandom ? "its value was drawn by chance" : "its value is no word" };
}

const searchKey = { label: "public", reason: "it stands in every page of a site, as a search key or a beacon's token" } as const;

/** Names of the key that Algolia says every page may show: for search alone, or what a bundler puts into the page. */
const searchName = /search|public|browser|client|(?:^|_)(?:vite|gatsby|react_app|vue_app|nuxt_env)_/;
/** What only a page or its settings say of Algolia: its programs for browsers, an index and a theme beside it. */
const searchPage = /algoliasearch\/lite|docsearch|instantsearch|@algolia\/autocomplete|themeConfig|provider["']?[ \t]*:[ \t]*["']algolia/i;
/** Settings of programs that make a documentation's site. */
const sitePath =
  /(?:^|\/)(?:docusaurus\.config\.\w+|\.(?:vitepress|vuepress)\/.+|(?:_config|mkdocs)\.ya?ml|hugo\.(?:toml|ya?ml|json)|book\.json|theme\.config\.\w+)$/;

/** An application's id as Algolia makes them. */
const applicationId = /\b[aA]pp(?:lication)?_?I[dD]["']?[ \t]{0,8}[:=][ \t]{0,8}["'][A-Z0-9]{10}["']/;

/** DocSearch's settings: an index and an application beside a key of 32 hexadecimal digits. */
function isSearchKey(text: string, { value, start, end }: Assignment): boolean {
  // Cloudflare's beacon has its token in every page too.
  if (text.slice(Math.max(0, start - 60), start).includes("data-cf-beacon")) return true;
  if (!/^[0-9a-f]{32}$/.test(value)) return false;
  const around = text.slice(Math.max(0, start - 400), end + 400);
  if (/algolia[-_]?index/i.test(around)) return true;
  if (applicationId.test(around) && searchPage.test(text)) return true;
  return /index_?name/i.test(around) || (/\bindex["']?[ \t]*[:=]/i.test(around) && /\bapp(?:lication)?_?id\b/i.test(around));
}

/** A token without a mark of its own, which only its name tells, is a note where tests and examples stand: as any other random value. */
function placed(blob: Blob, provider: Provider, judged: Judgement, { value, start }: Assignment, { isTest, isExample, isDocumentation }: Place): Judgement {
  if (judged.label !== "secret" || provider.shape.some((part) => typeof part === "string" && part.length > 2)) return judged;
  if (value.length < 24 && isInDocstring(blob, start)) return { label: "example", reason: "no mark of the vendor's, in a program's documentation" };
  if (!(isTest || isExample || isDocumentation)) return judged;
  return { label: isTest ? "test-data" : "example", reason: "no mark of the vendor's, where tests, examples or documentation stand" };
}

/** `token = "Bearer …"`, `' … '`: the value without a scheme before it and blanks around it. */
function withoutScheme(assignment: Assignment | undefined): Assignment | undefined {
  const match =
    assignment === undefined ? null : /^[ \t]*(?:(?:Bearer|Token|Basic|X-Authorization)[ \t]{1,4})?((?=\S*\d)[!-~]{8,})[ \t]*$/.exec(assignment.value);
  const value = match?.[1];
  if (assignment === undefined || value === undefined || value.length === assignment.value.length) return assignment;
  const start = assignment.start + assignment.value.indexOf(value);
  return { ...assignment, value, start, end: start + value.length };
}

/** A key behind its name and a dash: `api-secret-…`. What stands before it must say what it is; the key has digits and letters, and no words. */
function gluedAt(text: string, [from, to]: readonly [number, number]): Assignment | undefined {
  if (to - from < 28 || text.startsWith("\xe2\x80\xa6", to)) return undefined;
  const match = /^(.*(?:key|token|secret))[-.]([0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}|[A-Za-z0-9]{24,64})$/i.exec(text.slice(from, to));
  const [, name, value] = match ?? [];
  if (name === undefined || value === undefined || !/\d.*\d.*\d/.test(value)) return undefined;
  return { name, nameEnd: from + name.length, value, start: to - value.length, end: to, isQuoted: false };
}

const sealed = { label: "placeholder", reason: "it is encrypted for a cluster's controller" } as const;

/** What a name, the search for its value and the judgement of the value cost, in units of `ScanOptions.work`. */
const cost = { name: 1, value: 3, judgement: 3 } as const;

/** Reads the assignments of a blob one after the other: a name is looked at once, whichever keywords it holds. */
export function assignmentReader(blob: Blob, work: { left: number }): (keywordEnd: number) => Candidate | undefined {
  const place = placeOf(blob.path);
  let done = -1;
  let isSealed: boolean | undefined;
  let isSearchPage: boolean | undefined;
  return (keywordEnd) => {
    if (keywordEnd <= done) return undefined;
    work.left -= cost.name;
    const name = nameAround(blob.text, keywordEnd);
    done = name[1];
    const glued = gluedAt(blob.text, name);
    if (glued === undefined && !mayHaveValue(blob.text, name)) return undefined;
    const meaning = nameMeaning(glued?.name ?? blob.text.slice(...name));
    const { kind, folded, matchers } = meaning;
    if (kind === undefined && matchers.length === 0) return undefined;
    work.left -= cost.value;
    const assignment = glued ?? withoutScheme(assignmentAt(blob.text, name, place.isConfiguration || place.isDocument));
    if (assignment === undefined || assignment.value.length < 8) return undefined;
    work.left -= cost.judgement;
    const { value, start, end } = assignment;
    const provider = namedProvider(meaning, value);
    if (
      provider?.id === "algolia-admin-key" &&
      !/admin|write|secret|usage|monitor/.test(folded) &&
      (searchName.test(folded) || isSearchKey(blob.text, assignment) || (isSearchPage ??= searchPage.test(blob.text) || sitePath.test(blob.path)))
    ) {
      return { kind: "provider-token", start, end, value, title: "Algolia search API key", provider: provider.id, name: assignment.name, ...searchKey };
    }
    if (provider !== undefined) {
      const judged = placed(blob, provider, judgeToken(provider, value), assignment, place);
      const revoke = provider.revoke === undefined ? {} : { revoke: provider.revoke };
      return { kind: "provider-token", start, end, value, title: provider.title, provider: provider.id, name: assignment.name, ...judged, ...revoke };
    }
    if (kind === undefined) return undefined;
    if (/(?:checksum|digest|hash)\/$/i.test(blob.text.slice(Math.max(0, name[0] - 10), name[0]))) return undefined;
    const judged = isSearchKey(blob.text, assignment)
      ? searchKey
      : value.startsWith("Ag") && (isSealed ??= /^kind: SealedSecret\b/m.test(blob.text))
        ? sealed
        : judge(blob, kind, assignment, place);
    return judged === undefined
      ? undefined
      : { kind: "generic-secret", start, end, value, title: `value of \`${assignment.name}\``, name: assignment.name, ...judged };
  };
}
