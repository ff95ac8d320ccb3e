// Names that are called otherwise today: each is changed at its anchor, or where an alias gives it another meaning, there.
import type { YamlEdge, YamlList, YamlNode, YamlScalar } from "@caio/repo-model/data";
import { legacyStages } from "../data/stages.js";
import type { Change, Splice } from "./change.js";
import type { Role, Roles } from "./roles.js";

/** A name that is replaced where it stands in a role. */
export interface Renaming {
  readonly rule: string;
  readonly role: Role;
  readonly names: Readonly<Record<string, string>>;
  message(name: string, today: string): string;
  data(name: string, today: string): Change["data"];
}

type Wish = "new" | "old" | "neutral" | "mixed";

const todayOf = (names: Renaming["names"], node: YamlNode): string | undefined =>
  node.kind === "scalar" && Object.hasOwn(names, node.value) ? names[node.value] : undefined;

/** A scalar's value in flow form. */
function flow(text: string, node: YamlNode): string | undefined {
  if (node.kind !== "scalar") return undefined;
  const raw = text.slice(...node.range);
  if (node.style === "plain" && /^[\w./@+-][\w ./@+-]*$/.test(raw) && !raw.endsWith(" ")) return raw;
  if ((node.style === "single" || node.style === "double") && !/[\r\n]/.test(raw)) return raw;
  return node.tag === "!!str" ? JSON.stringify(node.value) : undefined;
}

/** The splice that gives a scalar another value, its quotes, anchor and tag kept; undefined where the value is not written literally. */
export function rewrite(text: string, node: YamlScalar, value: string): Splice | undefined {
  const [start, end] = node.range;
  if (node.style === "plain") return { range: [start, end], text: value };
  if (node.style === "single" || node.style === "double") return { range: [start + 1, end - 1], text: value };
  const at = text.slice(start, end).lastIndexOf(node.value);
  return at <= 0 ? undefined : { range: [start + at, start + at + node.value.length], text: value };
}

/** Finds the changes of one renaming. */
export function renamings(text: string, roles: Roles, renaming: Renaming): Change[] {
  const { names, role } = renaming;
  const named = roles.valued(Object.keys(names));
  if (named.length === 0) return [];
  /** Lists of stages that keep their old value at their anchor: their items are not changed there. */
  const kept = new Set<YamlNode>();
  /** Lists that are changed at their anchor: what else uses them gets a copy of the old value. */
  const changed = new Set<YamlNode>();
  const parents = new Map<YamlEdge, YamlNode>();
  const changes: Change[] = [];

  const wishOf = (edge: YamlEdge, wanted: Role): Wish => {
    const own = [...roles.of(edge)];
    const parent = parents.get(edge);
    const isNew = own.includes(wanted) && !(parent !== undefined && kept.has(parent));
    const isOld = own.some((one) => one !== wanted && one !== "neutral") && !(parent !== undefined && changed.has(parent));
    if (isNew && isOld) return "mixed";
    if (isNew) return "new";
    return isOld || (parent !== undefined && kept.has(parent) && own.includes(wanted)) ? "old" : "neutral";
  };
  const copies = (edges: readonly YamlEdge[], copy: string | undefined): Splice[] | undefined => {
    const splices: Splice[] = [];
    for (const { alias } of edges) {
      if (alias === undefined || copy === undefined) return undefined;
      splices.push({ range: alias, text: copy });
    }
    return splices;
  };
  const tell = (node: YamlScalar, at: YamlEdge, splices: readonly Splice[] | undefined): void => {
    const today = todayOf(names, node) ?? "";
    changes.push({
      rule: renaming.rule,
      message: renaming.message(node.value, today),
      range: at.alias ?? node.range,
      title: `write \`${today}\``,
      splices: splices ?? [],
      data: renaming.data(node.value, today),
      ...(splices === undefined ? { help: "The value is also used for something else, so that it has to be changed by hand." } : {}),
    });
  };

  const settleList = (list: YamlList): void => {
    const legacy = list.items.filter(({ node }) => todayOf(names, node) !== undefined);
    const places = roles.places(list);
    const wishes = places.map((edge) => ({ edge, wish: wishOf(edge, "stages") }));
    if (legacy.length === 0 || !wishes.some(({ wish }) => wish === "new" || wish === "mixed")) return;
    if (!wishes.some(({ wish }) => wish === "old" || wish === "mixed")) return;
    const old = list.items.map(({ node }) => flow(text, node));
    const oldText = old.includes(undefined) ? undefined : `[${old.join(", ")}]`;
    const today = list.items.map(({ node }) => todayOf(names, node) ?? flow(text, node));
    const newText = today.includes(undefined) ? undefined : `[${today.join(", ")}]`;
    const own = wishes.find(({ edge }) => edge.alias === undefined);
    const first = legacy[0]?.node;
    if (first?.kind !== "scalar") return;
    const isSettled = !wishes.some(({ wish }) => wish === "mixed");
    if (own?.wish === "new" && isSettled) {
      const splices = copies(
        wishes.filter(({ wish }) => wish === "old").map(({ edge }) => edge),
        oldText,
      );
      if (splices !== undefined) {
        changed.add(list);
        pending.set(list, splices);
        return;
      }
    }
    kept.add(list);
    for (const { edge, wish } of wishes) {
      if (wish !== "new" && wish !== "mixed") continue;
      tell(first, edge, wish === "mixed" || own?.wish === "new" ? undefined : copies([edge], newText));
    }
  };
  const pending = new Map<YamlNode, Splice[]>();

  const settleScalar = (node: YamlScalar): void => {
    const today = todayOf(names, node);
    if (today === undefined) return;
    const wishes = roles.places(node).map((edge) => ({ edge, wish: wishOf(edge, role) }));
    if (!wishes.some(({ wish }) => wish === "new" || wish === "mixed")) return;
    const own = wishes.find(({ edge }) => edge.alias === undefined);
    const splice = rewrite(text, node, today);
    const others = wishes.filter(({ wish }) => wish === "old").map(({ edge }) => edge);
    if (wishes.some(({ wish }) => wish === "mixed")) {
      for (const { edge, wish } of wishes) if (wish === "new" || wish === "mixed") tell(node, edge, undefined);
    } else if (others.length === 0 || own?.wish === "new") {
      const rest = copies(others, flow(text, node));
      const parent = own === undefined ? undefined : parents.get(own.edge);
      const extra = parent === undefined ? [] : (pending.get(parent) ?? []);
      if (parent !== undefined) pending.delete(parent);
      tell(node, own?.edge ?? { node }, splice === undefined || rest === undefined ? undefined : [splice, ...rest, ...extra]);
    } else for (const { edge, wish } of wishes) if (wish === "new") tell(node, edge, copies([edge], today));
  };

  const own = new Set<YamlNode>(named);
  const lists = roles.lists.filter((list) => list.items.some((item) => own.has(item.node)));
  for (const list of lists) for (const item of list.items) parents.set(item, list);
  if (role === "stage") for (const list of lists) settleList(list);
  for (const node of named) settleScalar(node);
  return changes;
}

/** The stages of before pre-commit 3.2. */
export const stageRenaming: Renaming = {
  rule: "legacy-stage",
  role: "stage",
  names: legacyStages,
  message: (name, today) => `The stage \`${name}\` is called \`${today}\` today.`,
  data: (stage, today) => ({ stage, today }),
};
