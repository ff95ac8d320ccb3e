// Secrets of Kubernetes in YAML: what stands under `data` is base64, and is judged decoded.
// https://kubernetes.io/docs/concepts/configuration/secret/
import { passwordDoubt } from "../judge/password.js";
import { placeOf } from "../judge/place.js";
import { looksRandom } from "../judge/randomness.js";
import { secretNameKind } from "../judge/secret-name.js";
import { loginIn } from "./authorization.js";
import type { Blob, Candidate, Label } from "./candidate.js";

/** What names the kind, in YAML. */
export const secretKindKeyword = "kind: secret";
/** What names the kind, in JSON. */
export const secretKindKeywords: readonly string[] = ['"kind":"secret"', '"kind": "secret"'];

const limit = 64 * 1024;
const section = /^(data)[ \t]*:[ \t]*$/;
const entry = /^[ \t]{1,12}(?:"([^"\s]{1,100})"|'([^'\s]{1,100})'|([\w.-]{1,100}))[ \t]*:[ \t]*["']?([A-Za-z0-9+/]{8,20000}={0,2})["']?[ \t]*(?:#.*)?$/;

function judge(path: string, name: string, text: string): { readonly label: Label; readonly reason: string } | undefined {
  if (/[^\x09\x0a\x0d\x20-\x7e]/.test(text)) return undefined;
  const { isTest, isExample } = placeOf(path);
  const where = isTest ? ({ label: "test-data", reason: "its path says that it is for tests" } as const) : undefined;
  const real = where ?? ({ label: isExample ? "example" : "secret", reason: "decoded, it is no placeholder and no word" } as const);
  const value = text.trim();
  if (/"auths?"/.test(value)) {
    const login = loginIn(/"auth"\s*:\s*"([^"]{8,2000})"/.exec(value)?.[1] ?? "");
    return login === undefined ? undefined : (passwordDoubt(login.password, login.user) ?? real);
  }
  if (/\s/.test(value)) return undefined;
  const kind = secretNameKind(name);
  if (kind === undefined) return undefined;
  if (value.length < 6) return { label: "example", reason: "it is too short for a password" };
  const doubt = passwordDoubt(value);
  if (doubt !== undefined) return doubt;
  return kind === "password" || looksRandom(value) ? real : { label: "placeholder", reason: "decoded, it reads as words" };
}

/** The secrets of the YAML document around the kind's name, which ends at `end`; and where it ends. */
export function kubernetesSecretAt({ text, path }: Blob, end: number): { readonly found: Candidate[]; readonly end: number } {
  const none = { found: [], end };
  if (!/^[ \t]*["']?[ \t]*(?:#.*)?\r?(?:\n|$)/.test(text.slice(end, end + 100)) || /[\w]/.test(text[end - secretKindKeyword.length - 1] ?? "")) return none;
  const window = text.slice(Math.max(0, end - limit), end);
  const from = end - window.length + Math.max(0, window.lastIndexOf("\n---") + 1);
  const rest = text.slice(end, end + limit);
  const stop = rest.indexOf("\n---");
  const to = end + (stop === -1 ? rest.length : stop);
  const found: Candidate[] = [];
  let isData = false;
  let at = from;
  for (const line of text.slice(from, to).split("\n")) {
    if (/^\S/.test(line) && !line.startsWith("#")) isData = section.test(line.trimEnd());
    const match = isData ? entry.exec(line.trimEnd()) : null;
    const value = match?.[4];
    if (match !== null && value !== undefined) {
      const name = match[1] ?? match[2] ?? match[3] ?? "";
      const judged = judge(path, name, Buffer.from(value, "base64").toString("latin1"));
      const start = at + line.lastIndexOf(value);
      if (judged !== undefined)
        found.push({ kind: "generic-secret", start, end: start + value.length, value, title: `value of \`${name}\` in a Kubernetes Secret`, name, ...judged });
    }
    at += line.length + 1;
  }
  return { found, end: to };
}

const jsonData = /"data"\s{0,20}:\s{0,20}\{([^{}]{1,60000})\}/g;
const jsonEntry = /"([^"\s]{1,100})"\s{0,20}:\s{0,20}"([A-Za-z0-9+/]{8,20000}={0,2})"/g;

/** The secrets of the JSON object around the kind's name, which ends at `end`: those of the `data` nearest to it. */
export function kubernetesSecretsInJson({ text, path }: Blob, end: number): Candidate[] {
  const from = Math.max(0, end - limit);
  const near = [...text.slice(from, end + limit).matchAll(jsonData)].toSorted((a, b) => Math.abs(from + a.index - end) - Math.abs(from + b.index - end))[0];
  if (near === undefined) return [];
  return [...(near[1] ?? "").matchAll(jsonEntry)].flatMap((match) => {
    const [all, name = "", value = ""] = match;
    const judged = judge(path, name, Buffer.from(value, "base64").toString("latin1"));
    const start = from + near.index + near[0].indexOf(near[1] ?? "") + match.index + all.lastIndexOf(value);
    return judged === undefined
      ? []
      : [{ kind: "generic-secret", start, end: start + value.length, value, title: `value of \`${name}\` in a Kubernetes Secret`, name, ...judged } as const];
  });
}
