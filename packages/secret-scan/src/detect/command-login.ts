// Logins on command lines: `curl -u user:password`, `sshpass -p`, `docker login -p`, as these programs' manuals have them.
import { judgePassword } from "../judge/password.js";
import type { Blob, Candidate } from "./candidate.js";

const pair =
  /(?:^|\s)(?:-u|--user|--proxy-user)(?:[ \t]{1,4}|=)?(?:"([^\s:"'$]{1,64}):([^\r\n"]{1,200})"|'([^\s:"'$]{1,64}):([^\r\n']{1,200})'|([^\s:"'$]{1,64}):([^\s"'`|;&)]{1,200}))/;
const lone = /(?:^|\s)(?:-p|--password)(?:[ \t]{1,4}|=)?(?:"([^\r\n"]{1,200})"|'([^\r\n']{1,200})'|([^\s"'`|;&)]{1,200}))/;
const forms: Readonly<Record<string, RegExp>> = { "curl ": pair, "sshpass ": lone, "docker login ": lone, "podman login ": lone };

/** The commands that take a login. */
export const commandKeywords: readonly string[] = Object.keys(forms);

/** How far a command is read. */
const reach = 400;

/** The login of the command whose name ends at `end`; its line and those that continue it are read. */
export function commandLoginAt({ text, path }: Blob, keyword: string, end: number): Candidate | undefined {
  const form = forms[keyword];
  if (form === undefined || /[A-Za-z0-9_]/.test(text[end - keyword.length - 1] ?? "")) return undefined;
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
