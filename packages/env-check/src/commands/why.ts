// `why IMPORT`: the chains that lead to an import or a distribution.
import type { CommandCall, CommandResult } from "@caio/repo-model/check";
import { canonicalName } from "@caio/repo-model/manifests";
import { RepoError } from "@caio/repo-model/text";
import { collect } from "../collect.js";
import type { EnvCheckOptions } from "../defaults.js";
import type { Occurrence } from "../facts.js";

const words = { sure: "", maybe: " (in a function)", optional: " (only under a condition)" } as const;

/** A chain, one step a line. */
export function chainLines({ chain, import: { module, via }, certainty, provided, declared }: Occurrence): readonly string[] {
  const lines = chain.map(({ kind, text, at }, depth) => {
    const place = `${at.path}:${at.start.line}`;
    const label =
      kind === "hook"
        ? `hook ${text}`
        : kind === "entry"
          ? `runs ${text}`
          : kind === "import" || kind === "file"
            ? via !== undefined && kind === "import"
              ? `${via}`
              : "imports"
            : text;
    return `${"  ".repeat(depth)}${place}  ${label}`;
  });
  const names = provided?.distributions ?? [];
  const place = names.map((name) => declared.places.get(canonicalName(name))).find((one) => one !== undefined);
  const state =
    names.length === 0
      ? "its distribution is not known"
      : place !== undefined
        ? `declared in ${place.at.path}:${place.at.start.line}${place.specifier === "" ? "" : ` as ${place.specifier}`}`
        : names.some((name) => declared.names.has(canonicalName(name)))
          ? "installed by a script, a hook or CI, declared in no manifest"
          : names.some((name) => declared.brought.has(canonicalName(name)))
            ? "comes with another distribution, declared in no manifest"
            : "declared nowhere";
  return [
    ...lines,
    `${"  ".repeat(chain.length)}${module}${words[certainty]}`,
    `${"  ".repeat(chain.length + 1)}${names.length === 0 ? module : names.join(" or ")}: ${state}`,
  ];
}

/** The five shortest chains; exit 1 where there is none. */
export async function runWhy({ context, options, operands }: CommandCall<EnvCheckOptions>): Promise<CommandResult> {
  const [wanted, ...more] = operands;
  if (wanted === undefined || more.length > 0)
    throw new RepoError("USAGE", "`why` takes one import or distribution.", { hint: "For example `why pydantic_settings`." });
  const { occurrences } = await collect(context, options);
  const name = canonicalName(wanted);
  const found = occurrences.filter(
    ({ import: { module }, provided }) =>
      module === wanted ||
      module.startsWith(`${wanted}.`) ||
      canonicalName(module) === name ||
      (provided?.distributions ?? []).some((one) => canonicalName(one) === name),
  );
  if (found.length === 0) return { kind: "text", text: `Neither a hook nor a test imports \`${wanted}\`, as far as can be followed.\n`, exitCode: 1 };
  const shown = found.toSorted((a, b) => a.chain.length - b.chain.length).slice(0, 5);
  const rest = found.length > shown.length ? `\n… and ${found.length - shown.length} more.\n` : "";
  return { kind: "text", text: `${shown.map((one) => chainLines(one).join("\n")).join("\n\n")}\n${rest}` };
}
