// Files that programs keep credentials in: what stands in the password's place is one, whatever it looks like.
import { createHash } from "node:crypto";
import { judgePassword, passwordDoubt } from "../judge/password.js";
import { placeOf } from "../judge/place.js";
import { publicExamples } from "../judge/public-examples.js";
import { looksRandom } from "../judge/randomness.js";
import { loginIn } from "./authorization.js";
import type { Blob, Candidate } from "./candidate.js";
import { everywhere, forms, type Form } from "./credential-forms.js";

function candidateOf({ title, holds }: Form, path: string, raw: string, at: number, user: string): Candidate | undefined {
  const isQuoted = raw.length > 2 && raw.startsWith('"') && raw.endsWith('"');
  const value = isQuoted ? raw.slice(1, -1) : raw;
  const start = at + (isQuoted ? 1 : 0);
  const candidate = { kind: "credential-file", start, end: start + value.length, value, title } as const;
  if (holds === "phrase") {
    if (/unique phrase|insecure|change|replace|your[-_ ]|generate|secret[-_ ]?key/i.test(value) || new Set(value).size < 12)
      return { ...candidate, label: "placeholder", reason: "it says that it is to be replaced" };
    if (/\s/.test(value) && !/[^A-Za-z\s.,'!?-]/.test(value)) return undefined;
    const place = placeOf(path);
    if (place.isTest || place.isExample || place.isDocumentation)
      return { ...candidate, label: place.isTest ? "test-data" : "example", reason: "its path says that it is for tests, an example or documentation" };
    return { ...candidate, label: "secret", reason: "it stands where only a key stands, and is no placeholder" };
  }
  if (holds === "machine") return looksRandom(value) && passwordDoubt(value) === undefined ? { ...candidate, ...judgePassword(path, value, user) } : undefined;
  if (holds === "password") return { ...candidate, ...judgePassword(path, value, user) };
  if (holds === "hash") {
    const { isTest, isExample } = placeOf(path);
    if (isTest || isExample) return { ...candidate, label: isTest ? "test-data" : "example", reason: "its path says that it is for tests or an example" };
    if (publicExamples.has(createHash("sha256").update(value).digest("hex")))
      return { ...candidate, label: "example", reason: "it is an example from public documentation" };
    return { ...candidate, label: "secret", reason: "passwords can be tried against it by whoever has it" };
  }
  const text = Buffer.from(value, "base64").toString("latin1");
  const login = holds === "login" ? loginIn(value) : { user, password: text };
  if (login === undefined || !/^[\x20-\x7e]+$/.test(text))
    return passwordDoubt(value) === undefined ? undefined : { ...candidate, label: "placeholder", reason: "it is not base64 of a login" };
  return { ...candidate, ...judgePassword(path, login.password, login.user) };
}

/** All paths at once: most files are none of them. */
const anyPath = new RegExp(forms.map(({ path }) => `(?:${path.source})`).join("|"), "i");

/** Whether a path is a credential file's. */
export function isCredentialFile(path: string): boolean {
  return anyPath.test(path);
}

/** The credentials of a file by its path's forms; `every` reads a text of unknown path by those that stand for themselves. */
export function credentialsIn({ text, path }: Blob, every = false): Candidate[] {
  return (every ? everywhere : forms.filter((form) => form.path.test(path))).flatMap((form) =>
    [...text.matchAll(form.line)].flatMap((match) => {
      const value = match.slice(1).findLast((group) => group !== undefined) ?? "";
      const found = candidateOf(form, path, value, match.index + match[0].lastIndexOf(value), match.groups?.["user"] ?? "");
      return found === undefined ? [] : [found];
    }),
  );
}
