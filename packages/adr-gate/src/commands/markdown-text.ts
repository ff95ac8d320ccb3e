// Texts of the repository in a generated document: nothing in them is read as Markdown.
import { escapeControls } from "@caio/repo-model/text";

/** What GFM makes a link by itself, in two parts. An escape does not help: it is looked for in the text that is left. */
const autolink = /((?:https?|ftp):)(?=\/\/)|(\bwww)(?=\.)|([\w.+-])(?=@[\w-])/gi;

/** As running text, in one line. */
export function plainMarkdown(text: string): string {
  return escapeControls(text.replace(/\s+/g, " ").trim())
    .replace(/[\\`*_{}[\]<>|#~&]/g, "\\$&")
    .replace(autolink, "$1$2$3<!-- -->");
}

/** As code, in one line; safe in a table. */
export function codeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll("|", "\\|");
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

/** As the target of a link. */
export const linkTarget = (path: string): string => encodeURI(path).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
