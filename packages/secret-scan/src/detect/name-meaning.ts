// What a name says of its value: whether it means a secret, and which vendors' tokens it may hold.
import { isOpenName, kindOfWords, wordsOf, type NameKind } from "../judge/secret-name.js";
import { disproof } from "../judge/proof.js";
import { vendors } from "../judge/vendors.js";
import { providers, type Provider } from "../providers/index.js";
import { lazyExpression } from "../providers/shape.js";

/** A provider whose token is told by the name that it is assigned to. */
interface NamedMatcher {
  readonly provider: Provider;
  readonly names: readonly string[];
  readonly expression: () => RegExp;
}

export interface NameMeaning {
  readonly kind: NameKind | undefined;
  /** The name in small letters, its parts joined by `_`. */
  readonly folded: string;
  readonly matchers: readonly NamedMatcher[];
}

/** Parts of names that mean a secret. */
export const nameParts: readonly string[] = [
  ..."passw pwd passphrase passcode secret token key cred bearer pass _pat pw".split(" "),
  // As people misspell it.
  ..."pswd psswd pswrd psswrd psword pssword paswd paswrd pasword".split(" "),
];
const says = /sonar[_.]?login|key|token|secret|pass|pwd|cred|auth|_pat|pat_|licen[cs]e|bearer|seed|wif/;

const namedMatchers: readonly NamedMatcher[] = providers.flatMap((provider) =>
  provider.names === undefined ? [] : [{ provider, names: provider.names, expression: lazyExpression(provider.shape, "whole") }],
);

/** Words by which names are found: parts that mean a secret, and providers' own that hold none of them. */
export const nameKeywords: readonly string[] = [
  ...nameParts,
  // `cloudflare: "…"`; shorter ones are parts of words.
  ...[...vendors].filter((vendor) => vendor.length >= 6),
  ...new Set(
    namedMatchers.flatMap(({ names }) => names.filter((name) => says.test(name) && !vendors.has(name) && !nameParts.some((part) => name.includes(part)))),
  ),
];

const nothing: NameMeaning = { kind: undefined, folded: "", matchers: [] };
/** Names repeat within a repository: each is read once. */
const known = new Map<string, NameMeaning>();
const capacity = 20_000;

function readName(name: string): NameMeaning {
  const words = wordsOf(name);
  const kind = kindOfWords(words);
  const folded = name.toLowerCase().replace(/[.-]/g, "_");
  const matchers = says.test(folded) && !isOpenName(words) ? namedMatchers.filter(({ names }) => names.some((word) => folded.includes(word))) : [];
  return kind === undefined && matchers.length === 0 ? nothing : { kind, folded, matchers };
}

/** Reads a name. */
export function nameMeaning(name: string): NameMeaning {
  let meaning = known.get(name);
  if (meaning === undefined) {
    meaning = readName(name);
    if (known.size >= capacity) known.clear();
    // A copy: V8 keeps a whole text for the sake of a piece cut from it.
    known.set(Buffer.from(name, "latin1").toString("latin1"), meaning);
  }
  return meaning;
}

/** The provider of which a value may be a token, by its name, its form and its proof. */
export function namedProvider({ matchers }: NameMeaning, value: string): Provider | undefined {
  return matchers.find(({ expression, provider }) => expression().test(value) && disproof(provider.proof, value) === undefined)?.provider;
}
