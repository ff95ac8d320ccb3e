// caio.yaml: its schema line, and what each check knows of this repository.
import type { Check, Context, Suggestion } from "@caio/repo-model/check";
import type { Configuration } from "@caio/repo-model/config";
import { repoPath } from "@caio/repo-model/text";
import type { Advice, Change } from "./change.js";
import type { Look } from "./look.js";

/** What the checks offer. */
export interface Offer {
  readonly check: string;
  readonly suggestions: readonly Suggestion[];
}

/** Asks each check. What its section says already is not offered again. */
export async function offersOf(checks: readonly Check[], context: Context, { sections: said }: Configuration): Promise<Offer[]> {
  const offers: Offer[] = [];
  for (const check of checks) {
    const known = said.get(check.name)?.raw ?? {};
    const suggestions = ((await check.suggest?.(context)) ?? []).filter(({ yaml }) => !Object.hasOwn(known, /^[\w-]+/.exec(yaml)?.[0] ?? ""));
    if (suggestions.length > 0) offers.push({ check: check.name, suggestions });
  }
  return offers;
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");

function sections(offers: readonly Offer[]): string {
  return offers
    .map(({ check, suggestions }) => `${check}:\n${suggestions.map(({ title, yaml }) => indented(`# ${title.replace(/\n/g, "\n# ")}\n${yaml}`)).join("")}`)
    .join("");
}

/** A new caio.yaml; where a configuration is there, what it could say besides. */
export function configurationChange(look: Look, offers: readonly Offer[], existing: string | undefined, version: string): Change | Advice | undefined {
  if (existing !== undefined) return offers.length === 0 ? undefined : { title: `${existing} stays as it is; it could say`, lines: sections(offers) };
  const schema = look.has("package.json") ? "./node_modules/@caio/cli/schema.json" : `https://unpkg.com/@caio/cli@${version}/schema.json`;
  const text = `# yaml-language-server: $schema=${schema}
# \`npx @caio/cli rules\` lists the rules, \`npx @caio/cli explain RULE\` tells of one.
# A section of a check may set them: rules: { broken-anchor: note }

# Patterns of files that no check judges, as in .gitignore.
ignore: []
${sections(offers)}`;
  const titles = offers.flatMap(({ suggestions }) => suggestions).length;
  return {
    id: "configuration",
    title: titles === 0 ? "caio.yaml: the configuration, with its schema for editors" : "caio.yaml: the configuration; other scanners' settings hold here too",
    isRecommended: true,
    edits: [{ path: repoPath("caio.yaml"), create: text }],
    ...(look.has(".gitleaksignore") || look.has(".secrets.baseline") ? { next: ["npx @caio/cli secret-scan triage --convert"] } : {}),
  };
}
