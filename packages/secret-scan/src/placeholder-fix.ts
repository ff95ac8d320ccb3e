// The fix of an example: its value gives way to a placeholder that no scanner takes for a secret.
import type { Fix } from "@caio/repo-model/check";
import { toBytes } from "@caio/repo-model/text";
import type { Sighting } from "./facts.js";

/** Files in which `<…>` is a sign of the language, and `${…}` a variable or plain text. */
const bracketIsSign =
  /\.(?:[a-z]*html?|xml|xsl|svg|vue|svelte|jsx|tsx|plist|csproj|config|resx|xaml|sh|bash|zsh|ksh|env|properties)$|(?:^|\/)(?:\.env[^/]*|Dockerfile[^/]*|Makefile)$/i;

/** What the value is, in words of a name: `github-personal-access-token`. */
function nameOf({ candidate: { name, provider, kind } }: Sighting): string {
  const words = (provider ?? name ?? (kind === "generic-secret" || kind === "custom-secret" ? "secret" : kind === "private-key" ? "private-key" : "password"))
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  return words === "" ? "secret" : words.slice(0, 40);
}

/**
 * Puts a placeholder where an example's value stands; undefined where that cannot be done in place. gitleaks and detect-secrets leave `<…>` and `${…}` alone.
 */
export function placeholderFix(sighting: Sighting): Fix | undefined {
  const { candidate, source, at } = sighting;
  const isWhole = Buffer.from(toBytes(source.text.slice(...at.range))).toString("latin1") === candidate.value;
  if (at.commit !== undefined || !isWhole || candidate.title.endsWith("in base64") || /[\udc80-\udfff]/.test(source.text.slice(...at.range))) return undefined;
  const name = nameOf(sighting);
  const text = bracketIsSign.test(at.path) ? `\${${name.toUpperCase().replaceAll("-", "_")}}` : `<${name}>`;
  return { title: `write \`${text}\` in its place`, kind: "suggested", edits: [{ path: at.path, range: at.range, text }] };
}
