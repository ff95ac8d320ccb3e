// Whether a name means that its value is a secret: its last word decides, as in "session token" and "token count".

/** What a name promises: a `password` is chosen by a person, a `token` drawn by a machine. */
export type NameKind = "password" | "token";

const passwords = new Set(["password", "passwd", "passwort", "pwd", "passphrase", "passcode", "userpass", "dbpass", "pass"]);
const tokens = new Set([
  "secret",
  "secrets",
  "token",
  "apikey",
  "apitoken",
  "apisecret",
  "accesskey",
  "secretkey",
  "privatekey",
  "authtoken",
  "accesstoken",
  "clientsecret",
  "credential",
  "credentials",
  "creds",
  "bearer",
]);
/** Words before `key` that make it a secret. */
const keyWords = new Set([
  "api",
  "access",
  "secret",
  "private",
  "encryption",
  "encrypt",
  "signing",
  "sign",
  "auth",
  "account",
  "shared",
  "master",
  "service",
  "app",
  "application",
  "deploy",
  "webhook",
  "session",
  "cookie",
  "jwt",
  "hmac",
  "client",
  "consumer",
  "storage",
  "license",
  "admin",
  "write",
  "cipher",
  "crypto",
  "aes",
  "token",
  "subscription",
  "functions",
  "host",
]);
/** Words before `token` that make it none. */
const notTokens = new Set([
  "next",
  "page",
  "continuation",
  "csrf",
  "xsrf",
  "cancellation",
  "stop",
  "pad",
  "eos",
  "bos",
  "unk",
  "mask",
  "special",
  "start",
  "end",
  "sync",
  "resume",
  "pagination",
  "cursor",
  "paging",
  "lexer",
  "parse",
  "syntax",
  "keyword",
  "current",
  "last",
  "first",
  "open",
  "close",
  "sep",
  "cls",
  "image",
  "prev",
  "previous",
  "change",
  "line",
]);
/** Words behind that say nothing. */
const trailing = new Set([
  "value",
  "base",
  "val",
  "default",
  "prod",
  "production",
  "staging",
  "stage",
  "live",
  "primary",
  "secondary",
  "base64",
  "b64",
  "hex",
  "string",
  "str",
  "env",
  "old",
  "new",
  "plain",
  "raw",
  "text",
  "1",
  "2",
  "3",
]);
const open = new Set([
  "public",
  "publishable",
  "site",
  "sitekey",
  "anon",
  "fingerprint",
  "hash",
  "hashed",
  "id",
  "encrypted",
  "sealed",
  "example",
  "placeholder",
  "regex",
  "pattern",
  "label",
  "title",
  "description",
  "hint",
  "message",
  "field",
  "column",
  "prompt",
  "error",
  "validator",
  "reset",
  "forgot",
  "i18n",
  "translation",
  "translations",
]);

/** A name's words, in lower case: `DB_userPassword2` is db, user, password, 2. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .replace(/([A-Za-z])(\d+)$/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** Whether a name says that its value is open to all, or no value at all: `public`, `hash`, `label`. */
export function isOpenName(name: string): boolean {
  return wordsOf(name).some((word) => open.has(word));
}

/** What a name promises; undefined where it promises no secret. */
export function secretNameKind(name: string): NameKind | undefined {
  const words = wordsOf(name);
  while (words.length > 1 && trailing.has(words.at(-1) ?? "")) words.pop();
  const last = words.at(-1) ?? "";
  const before = words.at(-2) ?? "";
  if (words.some((word) => open.has(word))) return undefined;
  if (passwords.has(last)) return "password";
  if (last === "key" || last === "keys") return keyWords.has(before) ? "token" : undefined;
  if (!tokens.has(last) || (last === "token" && notTokens.has(before))) return undefined;
  return "token";
}
