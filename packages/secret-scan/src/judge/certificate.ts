// A private key's certificate says for which names it stands, and until when: that of a key that opens nothing any more, or this machine alone.
import { crypto } from "../crypto.js";
import type { Label } from "../detect/candidate.js";
import { endedOn } from "./expiry.js";
import { isLocalName } from "./local-host.js";

/** A certificate in PEM, its line ends escaped where it stands in a string, and one in base64 of its PEM, as Kubernetes keeps it. */
const block =
  /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s\\]{100,40000}-----END CERTIFICATE-----|LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t[A-Za-z0-9+/=]{100,60000}/g;
const mostCertificates = 20;

/** Hosts of nobody (RFC 2606, RFC 6761). */
const reserved = /(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost)$/i;
const words = /\b(?:tests?|testing|example|demo|dummy|fake|snake ?oil|localhost)\b/i;

type Certificate = InstanceType<ReturnType<typeof crypto>["X509Certificate"]>;

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    // What OpenSSL cannot read is no certificate, and no key.
    return undefined;
  }
}

/** The hosts that a certificate is for; where it has none, what its subject is called. */
function namesOf({ subject, subjectAltName }: Certificate): readonly string[] {
  const hosts = [...(subjectAltName ?? "").matchAll(/(?:DNS|IP Address):([^,\s"]{1,255})/g)].map(([, host = ""]) => host.replace(/^\*\./, ""));
  const called = /(?:^|\n)CN=([^\n]{1,255})/.exec(subject)?.[1];
  return hosts.length > 0 ? hosts : called === undefined ? [] : [called.replace(/^\*\./, "")];
}

const isNobodys = (name: string): boolean => isLocalName(name) || reserved.test(name) || words.test(name);

/** PEM as OpenSSL reads it, from what stands in a file. */
const pemOf = (text: string): string =>
  (text.startsWith("-----") ? text : Buffer.from(text, "base64").toString("latin1")).replace(/(?:\\r)?\\n/g, "\n").replace(/^[ \t]+/gm, "");

/** The certificates in a text, up to a bound. */
export function certificatesIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const [whole] of text.matchAll(block)) if (found.push(pemOf(whole)) === mostCertificates) break;
  return found;
}

/** Whether a certificate was signed by its own key, or by one whose certificate lies beside it and was: nobody else trusts it. */
const isOfOwnAuthority = (certificate: Certificate, others: readonly Certificate[]): boolean =>
  [certificate, ...others].some((issuer) => {
    const isSigned = (one: Certificate): boolean => attempt(() => one.checkIssued(issuer) && one.verify(issuer.publicKey)) === true;
    return isSigned(issuer) && (issuer === certificate || isSigned(certificate));
  });

/** Why a private key in PEM opens nothing by one of these certificates, which is its own; undefined where it may. `isOfTests` says that the key lies among tests or examples. */
export function certificateDoubt(
  key: string,
  certificates: readonly string[],
  isOfTests = false,
): { readonly label: Label; readonly reason: string } | undefined {
  if (certificates.length === 0) return undefined;
  const { X509Certificate, createPrivateKey } = crypto();
  const own = attempt(() => createPrivateKey(pemOf(key)));
  if (own === undefined) return undefined;
  const all = certificates.flatMap((text) => attempt(() => new X509Certificate(text)) ?? []);
  for (const certificate of all) {
    if (attempt(() => certificate.checkPrivateKey(own)) !== true) continue;
    const names = namesOf(certificate);
    if (names.length > 0 && names.every(isNobodys))
      return { label: "test-data", reason: "its certificate beside it names this machine or nobody's hosts alone" };
    if (isOfTests && isOfOwnAuthority(certificate, all))
      return { label: "test-data", reason: "it lies among tests, and its certificate beside it is of an authority of their own" };
    const day = endedOn(Date.parse(certificate.validTo) / 1000);
    if (day !== undefined) return { label: "public", reason: `its certificate beside it ended on ${day}` };
  }
  return undefined;
}
