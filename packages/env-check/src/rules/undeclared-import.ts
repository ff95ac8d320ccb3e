// undeclared-import: a hook or a test imports a distribution that no manifest declares.
import { defineRule, type Draft, type Fix } from "@caio/repo-model/check";
import { canonicalName } from "@caio/repo-model/manifests";
import type { CiLack } from "../ci/collect-ci.js";
import { lackGroups, listed } from "../ci/lack-groups.js";
import { chainText, starterOf } from "../chain/step.js";
import type { EnvCheckOptions } from "../defaults.js";
import type { EnvFacts, Occurrence } from "../facts.js";
import { isAllKnown } from "../declared.js";
import { declareFix } from "../declare-fix.js";
import { isIndirectUse } from "../chain/plugin-runs.js";
import { undeclared } from "../undeclared.js";

export const undeclaredImport = defineRule<EnvFacts, EnvCheckOptions>({
  id: "undeclared-import",
  summary: "A hook or a test imports a distribution that no manifest declares.",
  severity: "error",
  *find(facts, options) {
    for (const [name, one] of undeclared(facts, options)) {
      // Which of several it is nobody can know: ambiguous-import tells of it.
      if (one.provided?.distributions.length === 1) yield importDraft(one, declaredNowhere(name, one, facts));
    }
    for (const group of lackGroups(facts.ci.lacks.filter((one) => one.isOfHook && one.declaration === undefined))) yield hookDraft(group);
  },
});

/** A hook whose own environment lacks what it imports, which nothing else declares either. */
function hookDraft(group: readonly [CiLack, ...CiLack[]]): Draft {
  const [{ job, command, at, chain, name, isSure }] = group;
  return {
    message: `\`${job}\` runs \`${command}\`, and its \`additional_dependencies\` do not name ${listed(group)}.`,
    at,
    related: chain.filter(({ kind }) => kind !== "job").map((step) => ({ message: step.text, at: step.at })),
    help: `Name it there, the environment of the hook holds nothing of the project: ${chainText(chain)} → ${name}.`,
    data: { environment: job, command, missing: group.map((one) => one.name), chain: chain.map(({ text }) => text) },
    fingerprintText: `${job} ${command} ${name}`,
    ...(isSure ? {} : { severity: "note" as const }),
  };
}

/** What differs between findings on an import. */
export interface ImportFault {
  readonly message: string;
  readonly help: string;
  readonly data: Readonly<Record<string, string | readonly string[]>>;
  readonly fix?: Fix | undefined;
  /** Whether it cannot be told that it is one. */
  readonly isOpen?: boolean;
}

function declaredNowhere(name: string, one: Occurrence, facts: EnvFacts): ImportFault {
  const { import: imported, chain, certainty, declared, provided } = one;
  const { via = "" } = imported;
  const isPlugin = isIndirectUse(via);
  const { who, isPlural } = starterOf(chain);
  const module = via.startsWith("the module ") ? via.slice("the module ".length) : imported.module;
  const whole = `${chainText(chain)} → ${module} → ${name}`;
  const needs = chain.length < 2 && isPlural && !isPlugin ? "A test imports" : `${who} ${isPlural ? "need" : "needs"}`;
  const code = via === "python -m" ? `python -m ${imported.module}` : isPlugin ? via : `import ${imported.module}`;
  const what = /^the (?:fixture|mark|module) /.test(via) ? via.replace(/\S+$/, "`$&`") : `\`${code}\``;
  const idle = provided?.distributions.map((one) => declared.never.get(canonicalName(one))).find((place) => place !== undefined);
  const nowhere = declared.folder === "" || declared.manifest === undefined ? "no manifest declares it" : `\`${declared.manifest.path}\` does not declare it`;
  const open = declared.openExtras.slice(0, 3).map((extra) => `\`${extra}\``);
  const isScripted = declared.scripted.has(canonicalName(name));
  const where = isScripted
    ? `${nowhere}: only a script or CI installs it`
    : idle === undefined
      ? nowhere
      : `\`${idle.at.path}\` declares it only under \`${idle.marker ?? ""}\`, which never holds`;
  return {
    message: `${needs} \`${name}\` for ${what}, and ${where}.`,
    help:
      certainty === "optional"
        ? `It may be optional here: ${whole}.`
        : open.length > 0
          ? `Declare it, unless ${open.join(" or ")} brings it: ${whole}.`
          : `Declare it: ${whole}.`,
    // An import is to be declared whoever brings it; a plug-in has to be there alone.
    isOpen: open.length > 0 || (isPlugin && !isAllKnown(declared)),
    data: { distribution: name, ...(declared.manifest === undefined ? {} : { manifest: declared.manifest.path }) },
    fix: certainty === "optional" || idle !== undefined ? undefined : declareFix(name, one, facts),
  };
}

/** A finding on an import, with the chain that leads to it; one that is not sure is a warning or a note. */
export function importDraft(one: Occurrence, { message, help, data, fix, isOpen = false }: ImportFault): Draft {
  const { import: imported, chain, certainty, source, host } = one;
  const name = one.provided?.distributions[0];
  // What is declared elsewhere is no matter of who brings it.
  const isHosted = host !== undefined && data["kind"] === undefined;
  return {
    message,
    at: chain.at(-1)?.at ?? source.at([0, 0]),
    related: chain.slice(0, -1).map(({ kind, text, at }) => ({
      message: kind === "hook" ? `hook \`${text}\`` : kind === "entry" ? `runs \`${text}\`` : kind === "file" ? "imports" : text,
      at,
    })),
    help: isHosted ? `${help} What brings \`${host}\`, which is imported there too, may bring it.` : help,
    data: { import: imported.module, ...data, chain: [...chain.map(({ text }) => text), imported.module, ...(name === undefined ? [] : [name])] },
    ...(certainty === "optional" || isHosted ? { severity: "note" as const } : certainty === "maybe" || isOpen ? { severity: "warning" as const } : {}),
    ...(fix === undefined ? {} : { fix }),
  };
}
