// undeclared-import: a hook or a test imports a distribution that no manifest declares.
import { defineRule, type Draft, type Fix } from "@caio/repo-model/check";
import { canonicalName } from "@caio/repo-model/manifests";
import { chainText, isSurer, starterOf } from "../chain/step.js";
import type { EnvCheckOptions } from "../defaults.js";
import type { EnvFacts, Occurrence } from "../facts.js";
import { declareFix } from "../declare-fix.js";

/** The imports whose distribution is known and declared nowhere, one for each distribution: the surest, from a hook where there is one. */
export function undeclared(facts: EnvFacts, options: EnvCheckOptions): ReadonlyMap<string, Occurrence> {
  const best = new Map<string, Occurrence>();
  for (const one of facts.occurrences) {
    if (!isUndeclared(one, options)) continue;
    const name = one.provided?.distributions[0] ?? "";
    const known = best.get(name);
    if (known === undefined || isSurer(one.certainty, known.certainty) || (one.certainty === known.certainty && one.isFromHook && !known.isFromHook))
      best.set(name, one);
  }
  return best;
}

/** Whether a known distribution of an import is declared nowhere in the repository, and that is sure. */
function isUndeclared(one: Occurrence, options: EnvCheckOptions): boolean {
  const {
    provided,
    declared,
    import: { module },
  } = one;
  if (provided === undefined || (provided.by === "declared" && !isOfScripts(provided.distributions[0] ?? "", one)) || declared.isPartial || !declared.isAny)
    return false;
  if (options.provided.includes(module) || options.provided.includes(module.split(".")[0] ?? "")) return false;
  const names = provided.distributions.map(canonicalName);
  return !names.some((name) => declared.brought.has(name) || declared.elsewhere.has(name) || (declared.names.has(name) && !isOfScripts(name, one)));
}

/** Whether a script or CI installs a distribution that whoever imports the project needs as well, and no manifest names it. */
function isOfScripts(name: string, { declared, isOfPackage, isAtImport, certainty }: Occurrence): boolean {
  const hasRuntime = [...declared.declarations.values()].some((all) => all.some(({ scope }) => scope === "runtime"));
  return declared.scripted.has(name) && isOfPackage && isAtImport && certainty === "sure" && hasRuntime;
}

export const undeclaredImport = defineRule<EnvFacts, EnvCheckOptions>({
  id: "undeclared-import",
  summary: "A hook or a test imports a distribution that no manifest declares.",
  severity: "error",
  *find(facts, options) {
    for (const [name, one] of undeclared(facts, options)) {
      // Which of several it is nobody can know: ambiguous-import tells of it.
      if (one.provided?.distributions.length === 1) yield importDraft(one, declaredNowhere(name, one, facts));
    }
  },
});

/** What differs between findings on an import. */
export interface ImportFault {
  readonly message: string;
  readonly help: string;
  readonly data: Readonly<Record<string, string | readonly string[]>>;
  readonly fix?: Fix | undefined;
}

function declaredNowhere(name: string, one: Occurrence, facts: EnvFacts): ImportFault {
  const { import: imported, chain, certainty, declared, provided } = one;
  const { who, isPlural } = starterOf(chain);
  const whole = `${chainText(chain)} → ${imported.module} → ${name}`;
  const needs = chain.length < 2 && isPlural ? "A test imports" : `${who} ${isPlural ? "need" : "needs"}`;
  const what = imported.via === "python -m" ? `python -m ${imported.module}` : `import ${imported.module}`;
  const idle = provided?.distributions.map((one) => declared.never.get(canonicalName(one))).find((place) => place !== undefined);
  const nowhere = declared.folder === "" || declared.manifest === undefined ? "no manifest declares it" : `\`${declared.manifest.path}\` does not declare it`;
  const isScripted = declared.scripted.has(canonicalName(name));
  const where = isScripted
    ? `${nowhere}: only a script or CI installs it`
    : idle === undefined
      ? nowhere
      : `\`${idle.at.path}\` declares it only under \`${idle.marker ?? ""}\`, which never holds`;
  return {
    message: `${needs} \`${name}\` for \`${what}\`, and ${where}.`,
    help: certainty === "optional" ? `It may be optional here: ${whole}.` : `Declare it: ${whole}.`,
    data: { distribution: name, ...(declared.manifest === undefined ? {} : { manifest: declared.manifest.path }) },
    fix: certainty === "optional" || idle !== undefined ? undefined : declareFix(name, one, facts),
  };
}

/** A finding on an import, with the chain that leads to it; one that is not sure is a warning or a note. */
export function importDraft(one: Occurrence, { message, help, data, fix }: ImportFault): Draft {
  const { import: imported, chain, certainty, source } = one;
  const name = one.provided?.distributions[0];
  return {
    message,
    at: chain.at(-1)?.at ?? source.at([0, 0]),
    related: chain.slice(0, -1).map(({ kind, text, at }) => ({
      message: kind === "hook" ? `hook \`${text}\`` : kind === "entry" ? `runs \`${text}\`` : kind === "file" ? "imports" : text,
      at,
    })),
    help,
    data: { import: imported.module, ...data, chain: [...chain.map(({ text }) => text), imported.module, ...(name === undefined ? [] : [name])] },
    ...(certainty === "optional" ? { severity: "note" as const } : certainty === "maybe" ? { severity: "warning" as const } : {}),
    ...(fix === undefined ? {} : { fix }),
  };
}
