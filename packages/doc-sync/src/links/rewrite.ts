// A link's target, written anew for another path in the manner of the old one.
import type { Fix } from "@caio/repo-model/check";
import type { Range, SourceText } from "@caio/repo-model/text";

/** The path from one document to another file. */
export function relativePath(from: string, to: string): string {
  const own = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < own.length && shared < there.length - 1 && own[shared] === there[shared]) shared++;
  return `${"../".repeat(own.length - shared)}${there.slice(shared).join("/")}`;
}

const plain = /^[\p{L}\p{N}\p{M}\w./~@+,=:-]+$/u;

/** A file, as its name shows: no slash stands behind it. */
const file = /\.[a-z][a-z0-9]{0,4}$/i;

/** What to write in place of `written` so that the link leads to `to`: `./`, a folder's slash at the end, query and anchor stay. */
export function rewritten(from: string, to: string, written: string): string {
  const [, path = "", rest = ""] = /^([^?#]*)([^]*)$/.exec(written) ?? [];
  const relative = relativePath(from, to);
  const isWide = /[^\u0020-\u007e]/.test(path);
  const escaped = plain.test(relative) && (isWide || /^[\u0020-\u007e]*$/.test(relative)) ? relative : encodeURI(relative).replace(/[()?#]/g, escape);
  const lead = path.startsWith("./") && !relative.startsWith(".") ? "./" : "";
  return `${lead}${escaped}${path.endsWith("/") && !escaped.endsWith("/") && !file.test(to) ? "/" : ""}${rest}`;
}

const escape = (unit: string): string => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`;

/** A fix that writes a link's target anew; undefined where what stands there is not the target in one piece. */
export function rewriteFix(source: SourceText, range: Range, to: string, kind: Fix["kind"]): Fix | undefined {
  const written = source.text.slice(...range);
  // Escapes and references would have to be made again.
  if (written === "" || /[\\&\r\n]/.test(written)) return undefined;
  const text = rewritten(source.path, to, written);
  return { kind, title: `write \`${text}\``, edits: [{ path: source.path, range, text }] };
}
