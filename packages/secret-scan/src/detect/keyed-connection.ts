// Connection strings by keys: ADO.NET and ODBC (`Server=…;Password=…`), JDBC (`?user=…&password=…`), libpq (`host=… password=…`).
import { judgePassword } from "../judge/password.js";
import { isLocalHost } from "../judge/local-host.js";
import type { Blob, Candidate } from "./candidate.js";

/** What stands before the password. */
export const keyedKeywords: readonly string[] = ["password=", "pwd="];

const value = /(?:\{([^}\r\n]{3,200})\}|([^\s;"'`&<>\\|,)]{3,200}))/y;
const sibling =
  /(?:^|[\s;?&"'`=:({])(?:server|host|hostaddr|data source|address|addr|network address|user id|uid|user|username|dbname|database|initial catalog|driver|dsn|endpoint|sslmode|port)[ \t]?=|jdbc:/gi;
const hostOf = /(?:server|host|data source|address|hostaddr)[ \t]?=[ \t]?(?:tcp:|np:)?([\w.-]+)|jdbc:[\w:]{1,40}\/\/([\w.-]+)/i;
const reach = 200;

type Judged = ReturnType<typeof judgePassword>;
let last: { readonly question: string; readonly judged: Judged | undefined } = { question: "", judged: undefined };

/** Judges what stands behind a key by what stands beside it; undefined where that is no connection. */
function judge(path: string, all: string, password: string, beside: string): Judged | undefined {
  const keys = new Set((beside.match(sibling) ?? []).map((one) => one.toLowerCase().replace(/[^a-z]/g, "")));
  if (keys.size < 2 || /["'`+]\s*\+|\+\s*["'`]/.test(all)) return undefined;
  const [, host = "", jdbcHost = ""] = hostOf.exec(beside) ?? [];
  const judged = judgePassword(path, password);
  const isLocal = judged.label === "secret" && isLocalHost(host || jdbcHost, password);
  return isLocal ? { label: "example", reason: `\`${host || jdbcHost}\` is reached from one machine alone` } : judged;
}

/** The password behind the key that ends at `end`, where other keys of a connection stand beside it on its line. */
export function keyedConnectionAt({ text, path }: Blob, keyword: string, end: number): Candidate | undefined {
  if (/[\w-]/.test(text[end - keyword.length - 1] ?? "")) return undefined;
  value.lastIndex = end;
  const match = value.exec(text);
  const password = match?.[1] ?? match?.[2];
  if (match === null || password === undefined) return undefined;
  const start = end + match[0].indexOf(password);
  const before = text.slice(Math.max(0, end - keyword.length - reach), end - keyword.length);
  const after = text.slice(end + match[0].length, end + match[0].length + reach);
  const lineEnd = after.indexOf("\n");
  const beside = `${before.slice(before.lastIndexOf("\n") + 1)} ${lineEnd === -1 ? after : after.slice(0, lineEnd)}`;
  const question = `${path}\0${match[0]}\0${beside}`;
  // A generated file asks the same thousands of times in turn.
  if (question !== last.question) last = { question, judged: judge(path, match[0], password, beside) };
  const { judged } = last;
  if (judged === undefined) return undefined;
  return { kind: "connection-string", start, end: start + password.length, value: password, title: "password in a connection string", ...judged };
}
