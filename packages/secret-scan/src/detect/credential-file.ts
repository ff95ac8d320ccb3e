// Files that programs keep credentials in: what stands in the password's place is one, whatever it looks like.
import { judgePassword, passwordDoubt } from "../judge/password.js";
import { placeOf } from "../judge/place.js";
import { loginIn } from "./authorization.js";
import type { Blob, Candidate } from "./candidate.js";

/** A form of file: which paths have it, and where in its text the credential stands (the last group; a group `user` before it). */
interface Form {
  readonly title: string;
  readonly path: RegExp;
  readonly line: RegExp;
  /** `login`: user and password in base64; `encoded`: a password in base64; `hash`: what a password is tried against. */
  readonly holds: "password" | "login" | "encoded" | "hash";
}

const crypt = "\\$(?:apr1|[156y]|2[abxy]|argon2\\w{1,3}|7|gy)\\$[./A-Za-z0-9$=,+]{20,200}|\\{(?:S?SHA|SHA256|SHA512)\\}[A-Za-z0-9+/=]{20,120}|[a-f0-9]{32}";

/** The forms, each with its program's manual in mind. */
const forms: readonly Form[] = [
  {
    title: "password in a netrc file",
    path: /(?:^|\/)[._]netrc$/,
    line: /(?:^|\s)password[ \t\r\n]{1,40}("[^"\r\n]{1,200}"|[^\s"#]\S{0,199})/g,
    holds: "password",
  },
  {
    title: "password in a pgpass file",
    path: /(?:^|\/)\.?pgpass(?:\.conf)?$/,
    line: /^(?!#)[^:\r\n]{1,200}:(?:\d{1,5}|\*):[^:\r\n]{1,100}:(?<user>[^:\r\n]{1,100}):(\S{1,200})[ \t]*\r?$/gm,
    holds: "password",
  },
  { title: "password of a package index", path: /(?:^|\/)\.pypirc$/, line: /^[ \t]*password[ \t]*[=:][ \t]*(\S{1,300})[ \t]*\r?$/gm, holds: "password" },
  {
    title: "password of a MySQL client",
    path: /(?:^|\/)\.?my(?:login)?\.cnf$/,
    line: /^[ \t]*password[ \t]*=[ \t]*["']?([^\s"']{1,200})["']?[ \t]*\r?$/gm,
    holds: "password",
  },
  {
    title: "password of a package registry",
    path: /(?:^|\/)\.npmrc$/,
    line: /^[^#;\r\n=]{0,200}_password[ \t]*=[ \t]*["']?([A-Za-z0-9+/]{8,400}={0,2})["']?[ \t]*\r?$/gm,
    holds: "encoded",
  },
  {
    title: "login of a package registry",
    path: /(?:^|\/)\.npmrc$/,
    line: /^[^#;\r\n=]{0,200}_auth[ \t]*=[ \t]*["']?([A-Za-z0-9+/]{8,400}={0,2})["']?[ \t]*\r?$/gm,
    holds: "login",
  },
  {
    title: "login of a container registry",
    path: /(?:^|\/)(?:\.?docker\/config\.json|\.dockercfg|\.?dockerconfig(?:\.?json)|auth\.json)$/,
    line: /"auth"\s{0,20}:\s{0,20}"([A-Za-z0-9+/]{8,2000}={0,2})"/g,
    holds: "login",
  },
  {
    title: "password of a remote host",
    path: /(?:^|\/)(?:sftp(?:-config)?\.json|\.ftpconfig|ftp(?:sync)?\.(?:json|settings)|\.remote-sync\.json|deployment-config\.json)$/,
    line: /"(?:password|passphrase|pass)"\s{0,20}:\s{0,20}"([^"\r\n]{1,200})"/g,
    holds: "password",
  },
  {
    title: "password hash in an htpasswd file",
    path: /(?:^|\/)\.?htpasswd(?:[\w.-]{0,20})?$/,
    line: new RegExp(`^(?!#)(?<user>[^:\\s]{1,100}):(${crypt})(?=\\s|$)`, "gm"),
    holds: "hash",
  },
  {
    title: "password hash of a system account",
    path: /(?:^|\/)(?:g?shadow-?|master\.passwd)$/,
    line: new RegExp(`^(?!#)(?<user>[^:\\s]{1,100}):(${crypt}):`, "gm"),
    holds: "hash",
  },
];

function candidateOf({ title, holds }: Form, path: string, raw: string, at: number, user: string): Candidate | undefined {
  const isQuoted = raw.length > 2 && raw.startsWith('"') && raw.endsWith('"');
  const value = isQuoted ? raw.slice(1, -1) : raw;
  const start = at + (isQuoted ? 1 : 0);
  const candidate = { kind: "credential-file", start, end: start + value.length, value, title } as const;
  if (holds === "password") return { ...candidate, ...judgePassword(path, value, user) };
  if (holds === "hash") {
    const { isTest, isExample } = placeOf(path);
    if (isTest || isExample) return { ...candidate, label: isTest ? "test-data" : "example", reason: "its path says that it is for tests or an example" };
    return { ...candidate, label: "secret", reason: "passwords can be tried against it by whoever has it" };
  }
  const text = Buffer.from(value, "base64").toString("latin1");
  const login = holds === "login" ? loginIn(value) : { user, password: text };
  if (login === undefined || !/^[\x20-\x7e]+$/.test(text))
    return passwordDoubt(value) === undefined ? undefined : { ...candidate, label: "placeholder", reason: "it is not base64 of a login" };
  return { ...candidate, ...judgePassword(path, login.password, login.user) };
}

/** Whether a path is a credential file's. */
export function isCredentialFile(path: string): boolean {
  return forms.some((form) => form.path.test(path));
}

/** The credentials of a file by its path's forms; `every` reads a text of unknown path by all of them. */
export function credentialsIn({ text, path }: Blob, every = false): Candidate[] {
  return forms.flatMap((form) =>
    every || form.path.test(path)
      ? [...text.matchAll(form.line)].flatMap((match) => {
          const value = match.at(-1) ?? "";
          const found = candidateOf(form, path, value, match.index + match[0].lastIndexOf(value), match.groups?.["user"] ?? "");
          return found === undefined ? [] : [found];
        })
      : [],
  );
}
