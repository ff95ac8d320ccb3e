// What commands run without, a command at a time.
import type { CiLack } from "./collect-ci.js";

/** What a command lacks, by command. */
export function lackGroups(lacks: readonly CiLack[]): readonly (readonly [CiLack, ...CiLack[]])[] {
  const groups = new Map<string, [CiLack, ...CiLack[]]>();
  for (const lack of lacks) {
    const key = `${lack.at.path} ${lack.at.range[0]} ${lack.job} ${lack.command}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [lack]);
    else if (!known.some(({ name }) => name === lack.name)) known.push(lack);
  }
  return [...groups.values()];
}

/** The names that a command lacks, as a list. */
export function listed(group: readonly CiLack[]): string {
  const names = group.map(({ name }) => `\`${name}\``);
  return names.length > 4 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}
