// prek's names of priorities and groups. Source: prek's config/priority.rs; measured against prek 0.5.11 (`prek validate-config`).
import { child, textOf, type DataNode } from "@caio/repo-model/data";
import type { OtherFault } from "./facts.js";
import type { Range } from "@caio/repo-model/text";

type Told = Omit<OtherFault, "at"> & { readonly range: Range };

/** A number that Rust's `u32` holds. */
const isNumber = (node: DataNode): boolean => node.kind === "number" && Number.isInteger(node.value) && node.value >= 0 && node.value <= 4_294_967_295;

const fault = (message: string, range: Range, key: string, expected: string): Told => ({ rule: "schema-type", message, range, data: { key, expected } });

function* name(text: string, range: Range, what: string, key: string): Iterable<Told> {
  if (text === "" || /\s/.test(text))
    yield fault(`The ${what} \`${text.slice(0, 80)}\` ${text === "" ? "is empty" : "has a blank in it"}.`, range, key, "a name without blanks");
}

/** `priorities` at the root: names with a number each. */
export function* priorityFaults(root: DataNode): Iterable<Told> {
  const node = child(root, "priorities");
  if (node === undefined) return;
  if (node.kind !== "map") return yield fault("`priorities` must be a table.", node.range, "priorities", "a table");
  for (const { key, keyRange, value } of node.entries) {
    yield* name(key, keyRange, "priority", "priorities");
    if (!isNumber(value)) yield fault(`The priority \`${key.slice(0, 80)}\` must be a number from 0.`, value.range, "priorities", "a number");
  }
}

/** `priority` and `groups` of a hook. */
export function* hookNameFaults(hook: DataNode, root: DataNode): Iterable<Told> {
  const priority = child(hook, "priority");
  const known = child(root, "priorities");
  const names = known?.kind === "map" ? known.entries.map(({ key }) => key) : [];
  if (priority?.kind === "string") {
    if (!names.includes(priority.value))
      yield {
        ...fault(`\`priorities\` declares no \`${priority.value.slice(0, 80)}\`.`, priority.range, "priority", "a number, or a name of `priorities`"),
        help: names.length === 0 ? "Declare it with its number, or write the number." : `There are: ${names.join(", ").slice(0, 200)}.`,
      };
  } else if (priority !== undefined && !isNumber(priority))
    yield fault("`priority` must be a number from 0, or a name of `priorities`.", priority.range, "priority", "a number, or a name of `priorities`");
  const groups = child(hook, "groups");
  if (groups?.kind !== "list") {
    if (groups !== undefined) yield fault("`groups` must be a list of names.", groups.range, "groups", "a list of names");
    return;
  }
  for (const item of groups.items) {
    const text = textOf(item);
    if (text === undefined) yield fault("A group must be a text.", item.range, "groups", "a list of names");
    else yield* name(text, item.range, "group", "groups");
  }
}
