// Logins on command lines, as these programs' manuals have them: `curl -u user:password`, `sshpass -p`, `mysql -pSECRET`.
import { judgePassword } from "../judge/password.js";
import type { Blob, Candidate } from "./candidate.js";

const word = `(?:"([^\\r\\n"]{1,200})"|'([^\\r\\n']{1,200})'|([^\\s"'\`|;&)]{1,200}))`;
/** A password behind an option; joined to it, behind `=`, or behind a space. */
const behind = (options: string, joint: string): RegExp => new RegExp(`(?:^|\\s)(?:${options})${joint}${word}`);

const pair =
  /(?:^|\s)(?:-u|--user|--proxy-user|-U)(?:[ \t]{1,4}|=)?(?:"([^\s:"'$]{1,64}):([^\r\n"]{1,200})"|'([^\s:"'$]{1,64}):([^\r\n']{1,200})'|([^\s:"'$]{1,64}):(?:"([^\r\n"$]{1,200})"|'([^\r\n']{1,200})'|([^\s"'`|;&)]{1,200})))/;
const spaced = "(?:[ \\t]{1,4}|=)";
const lone = behind("-p|--password|--passwd", `${spaced}?`);
const joined = behind("-p(?=\\S)|--password=", "");
const dashP = behind("-p|--password", spaced);
const percent = /(?:^|\s)(?:-U|--user)(?:[ \t]{1,4}|=)?["']?([^\s%"'$]{1,64})%([^\s"'`|;&)]{1,200})/;

/** Commands and where their password stands; the last group is the password, one before it the user. */
const forms: Readonly<Record<string, RegExp>> = {
  "curl ": pair,
  "http ": /(?:^|\s)(?:-a|--auth)(?:[ \t]{1,4}|=)["']?([^\s:"'$]{1,64}):([^\s"'`|;&)]{1,200})/,
  "wget ": behind("--password|--http-password|--ftp-password|--proxy-password", spaced),
  "sshpass ": lone,
  "docker login ": lone,
  "podman login ": lone,
  "helm registry login ": lone,
  "oc login ": behind("-p|--password|--token", spaced),
  "az login ": dashP,
  "cf login ": dashP,
  "mysql ": joined,
  "mysqldump ": joined,
  "mysqladmin ": joined,
  "mysqlimport ": joined,
  "mariadb ": joined,
  "mongo ": dashP,
  "mongosh ": dashP,
  "mongodump ": dashP,
  "mongorestore ": dashP,
  "redis-cli ": behind("-a|--pass", spaced),
  "sqlcmd ": behind("-P", "[ \\t]{0,4}"),
  "bcp ": behind("-P", "[ \\t]{0,4}"),
  "ldapsearch ": behind("-w", spaced),
  "ldapadd ": behind("-w", spaced),
  "ldapmodify ": behind("-w", spaced),
  "smbclient ": percent,
  "rpcclient ": percent,
  "mosquitto_pub ": behind("-P|--pw", spaced),
  "mosquitto_sub ": behind("-P|--pw", spaced),
  "connect-viserver ": behind("-[Pp]assword", spaced),
  "psexec ": behind("-p", spaced),
  "xfreerdp ": /(?:^|\s)\/p:(?:"([^\r\n"]{1,200})"|([^\s"'`|;&)]{1,200}))/,
  "htpasswd ":
    /(?:^|\s)-[a-zA-Z]*b[a-zA-Z]*[ \t]{1,4}(?:-[a-zA-Z]{1,6}[ \t]{1,4}){0,3}(?:[^\s-]\S{0,200}[ \t]{1,4})?([^\s:"'$-]\S{0,63})[ \t]{1,4}["']?([^\s"'`|;&)]{1,200})/,
  "keytool ": behind("-storepass|-keypass|-srcstorepass|-deststorepass", spaced),
  "jarsigner ": behind("-storepass|-keypass", spaced),
  "openssl ": /(?:^|\s)-(?:passin|passout|pass)[ \t]{1,4}["']?pass:([^\s"'`|;&)]{1,200})/,
  "7z ": behind("-p(?=\\S)", ""),
  "unzip ": behind("-P", spaced),
  "zip ": behind("-P", spaced),
  "net use ": /\s\/user:(\S{1,64})[ \t]{1,4}([^\s"'`|;&/)]{1,200})/i,
  "impacket-": /\s["']?(?:[\w.-]{1,40}\/)?([\w.-]{1,64}):([^\s@"']{1,200})@/,
  "snmpwalk ": behind("-A|-X", spaced),
  "ipmitool ": behind("-P", spaced),
  "vncviewer ": behind("-passwd", spaced),
};

/** The commands that take a login. */
export const commandKeywords: readonly string[] = Object.keys(forms);

/** How far a command is read. */
const reach = 400;

/** The login of the command whose name ends at `end`; its line and those that continue it are read. */
export function commandLoginAt({ text, path }: Blob, keyword: string, end: number): Candidate | undefined {
  const form = forms[keyword];
  if (form === undefined || /[A-Za-z0-9_.-]/.test(text[end - keyword.length - 1] ?? "")) return undefined;
  const command = text.slice(end - 1, end + reach);
  const stop = /(?<!\\)\r?\n/.exec(command)?.index ?? command.length;
  const match = form.exec(command.slice(0, stop));
  if (match === null) return undefined;
  const groups = match.slice(1).filter((group) => group !== undefined);
  const value = groups.at(-1) ?? "";
  const start = end - 1 + match.index + match[0].lastIndexOf(value);
  const user = groups.length > 1 ? groups[0] : undefined;
  return {
    kind: "authorization",
    start,
    end: start + value.length,
    value,
    title: `password on \`${keyword.trim()}\`'s command line`,
    ...judgePassword(path, value, user),
  };
}

/** `ConvertTo-SecureString "…" -AsPlainText` of PowerShell. */
export const secureStringKeyword = "convertto-securestring";
const secureString =
  /[ \t]{1,8}(?:-String[ \t]{1,8})?(?:"([^"\r\n$]{1,200})"|'([^'\r\n]{1,200})')(?=[^\r\n]{0,60}-AsPlainText)|(?=[^\r\n]{0,60}-AsPlainText)[^\r\n]{0,60}-String[ \t]{1,8}(?:"([^"\r\n$]{1,200})"|'([^'\r\n]{1,200})')/iy;

/** The text that is made a secure one by the command that ends at `end`. */
export function secureStringAt({ text, path }: Blob, end: number): Candidate | undefined {
  secureString.lastIndex = end;
  const match = secureString.exec(text);
  const value = match?.slice(1).find((group) => group !== undefined);
  if (match === null || value === undefined) return undefined;
  const start = match.index + match[0].lastIndexOf(value);
  return { kind: "authorization", start, end: start + value.length, value, title: "password in a PowerShell command", ...judgePassword(path, value) };
}
