// Keys that anybody draws with a program at hand, a pair's private half or a seed: those of a test are drawn for it, where path and name both say so.
import type { Label } from "../detect/candidate.js";
import { placeOf } from "./place.js";

/** Names of keys that tests make for themselves: parts of a test's TLS, algorithms, words for what is not real. */
const saysTest =
  /localhost|snakeoil|self-?signed|dummy|fake|expired|invalid|wrong|bad|example|test|sample|demo|(?:^|[^a-z])(?:ca|root|intermediate|leaf|server|client|peer|rsa|dsa|ecdsa|ecdh|ec|ed25519|ed448|x25519|x448|pgp|gpg|encrypted|ocsp|issuer|responder|crl|pkcs\d*|user\d?|alice|bob)(?:[^a-z]|$)/i;
/**
 * Names that a test's own server has for its key: made of nothing but words for keys, certificates and tests. No name is read in two ways (`privkey` is
 * `priv` and `key`): what may be would be tried in all of them.
 */
const saysNobody =
  /^(?:(?:my|the|tests?|tls|ssl|ca|private|public|priv|keys?|certs?|certificates?|pem|pkey|keypairs?|fixtures?|secure|insecure|unsecure|openssh|encrypted|unencrypted|plain|nopass|without|with|pass|password|passphrase|default|sni|nosni|backend|chain|https?)(?:[-_.]?\d{1,4})?[-_.]?)+$/i;
/** Folders of a test suite that hold what it makes up: data and certificates. */
const testData =
  /(?:^|\/)(?:tests?[-_])?(?:test[-_]?data|_?data|__fixtures__|fixtures?|\w{1,60}_suite_data|certs?|certificates?|\w{0,12}certs?|tls|ssl|https?|pki|ca|keys?|crypto|rsa|dsa|ecdsa|ec|ed25519|eddsa|resources?|files?|assets)\//i;
/** Names of keys that somebody uses: a person's, a deployment's. */
const inUse = /^id_|deploy|prod|live|release|master|personal|admin|backup|github|gitlab|aws/i;
const sourceFile =
  /\.(?:py|txt|js|mjs|cjs|ts|tsx|jsx|rb|go|rs|java|kt|scala|groovy|php|cs|swift|cpp|cc|c|h|ex|exs|erl|hrl|hs|ml|clj|dart|m|mm|sql|vb|fs|vue|bats|gradle|pl|lua|sh|ya?ml|toml|json|xml|resx|ini|conf|cfg|properties|tf|hcl|http|feature|tpl|tmpl|out|golden|t|pm|zig|nim|cr|jl|d|cljs|cljc|har|patch|diff|ipynb)$/;

/** Programs that measure others with what they make up. */
const benchmark = /(?:^|\/)bench(?:mark)?s?\//i;

/** Why a key at a path was drawn for a test, an example or a document; undefined where it may be in use. */
export function madeUp(path: string): { readonly label: Label; readonly reason: string } | undefined {
  const { isTest, isExample, isTrial, isDocument, isDocumentation } = placeOf(path);
  const name = path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/\.\w{1,4}$/, "")
    .replace(/([a-z])(?=[A-Z])/g, "$1-");
  if (/self[-_]?signed|snakeoil/i.test(path)) return { label: "test-data", reason: "its path says that no authority signed it" };
  if (/(?:^|[^a-z])localhost(?:[^a-z]|$)/i.test(name)) return { label: "test-data", reason: "its name says that it is this machine's alone" };
  if (/^(?:[\w.]{1,30}[-_.])?(?:bad|wrong|invalid|expired|fake|dummy|mock)(?:[-_.][\w.]{1,30})?$/i.test(name))
    return { label: "test-data", reason: "its name says that it is to fail, or is not real" };
  if ((isTest || isExample || isTrial) && saysNobody.test(name))
    return { label: "test-data", reason: "it is a test's or an example's, and its name names no user, host or service" };
  if ((isTest || isExample || isTrial) && saysTest.test(name)) return { label: "test-data", reason: "its folder and its name both say that it is for tests" };
  if ((isTest || isExample) && testData.test(path) && !inUse.test(name))
    return { label: "test-data", reason: "it lies among the data of a test or an example, and its name speaks of no person and no deployment" };
  if ((isTest || benchmark.test(path)) && sourceFile.test(path)) return { label: "test-data", reason: "it is a literal in a test" };
  if (isExample && sourceFile.test(path)) return { label: "example", reason: "it is a literal in an example" };
  return isDocument && (isTest || isExample || isDocumentation) ? { label: "example", reason: "it is printed in a document" } : undefined;
}
