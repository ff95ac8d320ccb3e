// JSON Web Tokens (RFC 7519): what they say of themselves decides.
import { crypto } from "../crypto.js";
import { endedOn } from "../judge/expiry.js";
import { placeOf } from "../judge/place.js";
import { publicExamples } from "../judge/public-examples.js";
import type { Blob, Candidate, Label } from "./candidate.js";

/** What a header in base64url begins with: `{"`. */
export const tokenKeyword = "eyJ";

const form = /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{2,6000}\.[A-Za-z0-9_-]{20,1000}(?![A-Za-z0-9_-])/y;

function decoded(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Claims of operators, accounts and users of NATS: a server's settings print them, and nobody is let in by one alone but where it says `bearer_token`.
 * https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/jwt
 */
function isClaim(algorithm: string, claim: unknown): boolean {
  if (!/^ed25519(?:-nkey)?$/.test(algorithm) || typeof claim !== "object" || claim === null) return false;
  return !("bearer_token" in claim && claim.bearer_token === true);
}

function judge(path: string, token: string): { readonly label: Label; readonly reason: string } | undefined {
  const [head = "", body = ""] = token.split(".");
  const header = decoded(head);
  const payload = decoded(body);
  if (header === undefined || typeof header["alg"] !== "string") return undefined;
  if (payload === undefined) return { label: "placeholder", reason: "its payload cannot be read" };
  if (header["alg"].toLowerCase() === "none") return { label: "placeholder", reason: "it is not signed" };
  if (publicExamples.has(crypto().createHash("sha256").update(token).digest("hex")))
    return { label: "example", reason: "it is an example from public documentation" };
  if (payload["role"] === "anon") return { label: "public", reason: "its role is `anon`: it is meant for every page" };
  const ended = endedOn(payload["exp"]);
  if (ended !== undefined) return { label: "public", reason: `it says that it ended on ${ended}: nobody may take it any more (RFC 7519)` };
  if (isClaim(header["alg"], payload["nats"])) return { label: "public", reason: "it is a claim of NATS: who shows it signs with the seed that belongs to it" };
  const { isTest, isExample, isDocument } = placeOf(path);
  const says = /example|test|dummy|fake|sample|john\s?doe|jane\s?doe|johndoe|alice|"foo"|"bar"|localhost|1234567890|"sub":"1"|"user(?:name)?":"/i.test(
    JSON.stringify(payload),
  );
  if (says) return { label: isTest ? "test-data" : "example", reason: "its payload speaks of an example" };
  if (isTest || isExample || isDocument) return { label: isTest ? "test-data" : "example", reason: "a session's token, where examples stand" };
  return { label: "secret", reason: `it is signed (\`${header["alg"].slice(0, 10)}\`) and its payload speaks of no example` };
}

/** The token whose header begins at `start`. */
export function jsonWebTokenAt({ text, path }: Blob, start: number): Candidate | undefined {
  form.lastIndex = start;
  const value = form.exec(text)?.[0];
  const judged = value === undefined ? undefined : judge(path, value);
  if (value === undefined || judged === undefined) return undefined;
  return { kind: "provider-token", start, end: start + value.length, value, title: "JSON Web Token", provider: "json-web-token", ...judged };
}
