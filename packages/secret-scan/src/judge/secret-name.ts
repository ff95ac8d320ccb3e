// Whether a name means that its value is a secret: its last word decides, as in "session token" and "token count".

import { vendors } from "./vendors.js";

/** What a name promises: a `password` is chosen by a person, a `token` drawn by a machine; a `key` of somebody may be one of many things. */
export type NameKind = "password" | "token" | "key";

const passwords = new Set([
  "password",
  "passwd",
  "passwort",
  "kennwort",
  "pwd",
  "pswd",
  "psswd",
  "pswrd",
  "psswrd",
  "psword",
  "pssword",
  "paswd",
  "paswrd",
  "pasword",
  "pw",
  "passwords",
  "passphrase",
  "passcode",
  "pass",
  "cpassword",
  "senha",
  "contrasena",
  "motdepasse",
  "wachtwoord",
  "parola",
  "requirepass",
  "masterauth",
]);
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
  "auth",
  "oauth",
  "psk",
  "skey",
  "mnemonic",
  "webhooksecret",
]);
/** Ends of words that are written together: `dbpassword`, `appsecret`. */
const passwordEnd =
  /(?:password|passwd|passphrase|passwort|kennwort|userpwd|dbpwd|(?:smtp|mysql|pgsql|sql|store|key|require|user|db|mail|ftp|admin|root|proxy|imap|http)pass)$/;
const tokenEnd =
  /(?:(?:app|api|client|shared|consumer|oauth|auth|jwt|session|webhook|access|key)secret|(?:api|access|auth|refresh|bot|user|admin|session|bearer|deploy|push|app|oauth|security|service|write|root)token|(?:api|access|secret|private|auth|signing|encryption|encrypt|master|account|storage|app|license|service|client|consumer|subscription|admin|security|crypt|cipher|machine|validation|decryption)key)$/;
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
  "preshared",
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
  "ssh",
  "gpg",
  "pgp",
  "rsa",
  "hash",
  "security",
  "validation",
  "decryption",
  "machine",
  "sdk",
  "server",
  "maps",
  "project",
  "team",
  "tenant",
  "user",
]);
/** Words before `token` that make it none. */
const notTokens = new Set([
  "next",
  "authenticity",
  "antiforgery",
  "verification",
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
/** Words before `key` that make it a place in a table, a cache or a page, or one half that is given away. */
const notKeys = new Set(
  "websocket spreadsheet sheet gsheet primary foreign partition sort cache index hash unique composite map dict group lookup search query i18n message label resource locale field column item entry store shard range parent child node file path build job artifact object row routing idempotency translation natural surrogate registry dedup content version image layer asset chunk pub public verify verification recaptcha site settings config option property attribute metadata data json xml yaml header param parameter argument env variable var meta event topic record document feature flag metric tag category sub super hot short shortcut arrow enter escape tab keyboard return delete modifier press license product cd serial random bucket s3 redis memcached signature finger thumb print certificate cert known authorized trusted dictionary compare compose sequence next prev last first current old new the a an this that each any some no by for of with from using".split(
    " ",
  ),
);
/** Words before `pat` that make it a pattern. */
const notPatterns = new Set(["file", "path", "name", "url", "regex", "date", "search", "glob", "ignore", "exclude", "include", "match", "line", "word"]);
/** Words before `pass` that count it. */
const turns = new Set("first second third last next single one two multi final initial forward backward render shader compiler filter scale".split(" "));
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
  "test",
  "dev",
  "development",
  "qa",
  "uat",
  "sandbox",
  "backup",
  "clear",
  "cleartext",
  "here",
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

const [separator, small, capital, digit] = [0, 1, 2, 3];
/** What a unit is in a name. */
const unitKind = new Uint8Array(128);
for (const unit of "abcdefghijklmnopqrstuvwxyz") [unitKind[unit.charCodeAt(0)], unitKind[unit.toUpperCase().charCodeAt(0)]] = [small, capital];
for (const unit of "0123456789") unitKind[unit.charCodeAt(0)] = digit;

/** A name's words, in lower case: `DB_userPassword2` is db, user, password, 2; `HTTPServer` is http, server. Read in one pass: names are asked for by the thousand. */
export function wordsOf(name: string): string[] {
  const kindAt = (at: number): number => unitKind[name.charCodeAt(at)] ?? separator;
  // A number at the end is a word, one before letters is none: `oauth2Token` is oauth2, token.
  let numberAt = name.length;
  while (numberAt > 0 && kindAt(numberAt - 1) === digit) numberAt--;
  const words: string[] = [];
  let from = -1;
  const end = (at: number): void => {
    if (from >= 0) words.push(name.slice(from, at).toLowerCase());
    from = at;
  };
  let before = separator;
  for (let at = 0; at < name.length; at++) {
    const kind = kindAt(at);
    if (kind === separator) {
      end(at);
      from = -1;
    } else if (from < 0) from = at;
    else if (kind === capital ? before !== capital : at === numberAt) end(at);
    else if (kind === small && before === capital && from < at - 1) end(at - 1);
    before = kind;
  }
  end(name.length);
  return words;
}

/** Whether a name of these words says that its value is open to all, or no value at all: `public`, `hash`, `label`. */
export function isOpenName(words: readonly string[]): boolean {
  return words.some((word) => open.has(word)) && !(words[0] === "message" && words.length > 2 && !words.slice(1).some((word) => open.has(word)));
}

/** What a name promises; undefined where it promises no secret. */
export function secretNameKind(name: string): NameKind | undefined {
  return kindOfWords(wordsOf(name));
}

/** What a name of these words promises. */
export function kindOfWords(all: readonly string[]): NameKind | undefined {
  const words = [...all];
  while (words.length > 1 && trailing.has(words.at(-1) ?? "")) words.pop();
  const last = words.at(-1) ?? "";
  const before = words.at(-2) ?? "";
  // `message_bird_token`: what a name begins with may be whose it is.
  if (words.some((word, at) => open.has(word) && !(word === "message" && at === 0 && words.length > 2))) return undefined;
  // Of one session alone (RFC 8839, section 5.4).
  if (last === "pwd" && before === "ice") return undefined;
  // One of several times that something is gone through.
  if (last === "pass" && turns.has(before)) return undefined;
  if (passwords.has(last) || passwordEnd.test(last)) return "password";
  if (words.length === 1 && last === "key") return "key";
  if (last === "key" || last === "keys") {
    if (keyWords.has(before) || vendors.has(before)) return "token";
    // `azure_search_key`: whose key it is, the first word says.
    if (vendors.has(words[0] ?? "") && words.length > 2) return "key";
    return last === "key" && before.length > 2 && !notKeys.has(before) && !/^\d+$/.test(before) ? "key" : undefined;
  }
  if (tokenEnd.test(last)) return "token";
  // A personal access token; `file_pat` is a pattern.
  if (last === "pat") return before.length > 2 && !notPatterns.has(before) ? "token" : undefined;
  // Alone it is the vendor's name for its one key: `cloudflare: "…"`.
  if (words.length === 1 && vendors.has(last)) return "key";
  if (!tokens.has(last) || (last === "token" && notTokens.has(before))) return undefined;
  return "token";
}
