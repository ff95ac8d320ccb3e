// The list of findings: only the rows that can be seen are elements.
import type { ViewFinding } from "../view.js";
import type { element } from "./element.js";
import type { sentence as words } from "./sentence.js";
import type { Grouping, Row } from "./model.js";

export interface List {
  readonly node: HTMLElement;
  show(rows: readonly Row[], count: number, grouping: Grouping, selected: ViewFinding | undefined): void;
  /** Marks a finding, and brings it into sight. */
  select(finding: ViewFinding | undefined, focus: boolean): void;
}

/** An empty list; `choose` hears of a finding that was clicked. */
export function list(h: typeof element, sentence: typeof words, choose: (finding: ViewFinding) => void): List {
  const heights = { head: 40, finding: 84 };
  const beyond = 6;
  const inner = h("ul", { class: "rows", "aria-label": "Findings" });
  const node = h("div", { class: "list", id: "list" }, inner);
  let rows: readonly Row[] = [];
  let tops: readonly number[] = [0];
  let count = 0;
  let grouping: Grouping = "path";
  let selected: ViewFinding | undefined;
  let drawn = new Map<number, HTMLElement>();

  const rowAt = (offset: number): number => {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle + 1] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const draw = (row: Row): HTMLElement => {
    if ("head" in row) {
      return h("li", { class: "group" }, h("h3", {}, h("span", { class: "name" }, row.head), " ", h("span", { class: "count" }, String(row.count))));
    }
    const { finding, position } = row;
    const { severity, message, path, line, rule, isKnown, fix } = finding;
    const button = h(
      "button",
      {
        type: "button",
        class: `finding ${severity}`,
        "aria-current": finding === selected ? "true" : undefined,
        "data-position": position,
        onclick: () => choose(finding),
      },
      h("span", { class: "message" }, h("span", { class: `badge ${severity}` }, severity), ...sentence(h, message.split("\n", 1)[0] ?? "")),
      h(
        "span",
        { class: "place" },
        grouping === "path" ? `line ${line}` : `${path}:${line}`,
        h("span", { class: "rule" }, rule),
        isKnown && h("span", { class: "tag" }, "accepted"),
        fix !== undefined && h("span", { class: "tag" }, fix.kind === "safe" ? "fixable" : "suggestion"),
      ),
    );
    return h("li", { class: "item", "aria-setsize": count, "aria-posinset": position + 1 }, button);
  };
  const update = (): void => {
    const first = Math.max(0, rowAt(node.scrollTop) - beyond);
    const last = Math.min(rows.length, rowAt(node.scrollTop + node.clientHeight) + beyond);
    const next = new Map<number, HTMLElement>();
    for (let index = first; index < last; index++) {
      const row = rows[index];
      if (row === undefined) continue;
      const item = drawn.get(index) ?? draw(row);
      item.style.top = `${tops[index] ?? 0}px`;
      next.set(index, item);
    }
    // What has the focus is kept though it is out of sight, or the keyboard would lose its place.
    for (const [index, item] of drawn) {
      if (next.has(index)) continue;
      if (item.contains(document.activeElement)) next.set(index, item);
      else item.remove();
    }
    const all = [...next].toSorted(([a], [b]) => a - b);
    let before: Element | null = null;
    for (const [, item] of all) {
      if (item.parentNode !== inner) inner.insertBefore(item, before === null ? inner.firstChild : before.nextSibling);
      before = item;
    }
    drawn = next;
  };
  let isWaiting = false;
  node.addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      update();
    });
  });
  new ResizeObserver(() => update()).observe(node);
  const select = (finding: ViewFinding | undefined, focus: boolean): void => {
    selected = finding;
    for (const button of inner.querySelectorAll("[aria-current]")) button.removeAttribute("aria-current");
    const index = rows.findIndex((row) => "finding" in row && row.finding === finding);
    if (index === -1) return;
    const top = tops[index] ?? 0;
    if (top < node.scrollTop) node.scrollTop = index === 1 ? 0 : top;
    else if (top + heights.finding > node.scrollTop + node.clientHeight) node.scrollTop = top + heights.finding - node.clientHeight;
    update();
    const button = drawn.get(index)?.querySelector("button");
    button?.setAttribute("aria-current", "true");
    if (focus) button?.focus({ preventScroll: true });
  };
  return {
    node,
    select,
    show(nextRows, nextCount, nextGrouping, nextSelected) {
      [rows, count, grouping, selected] = [nextRows, nextCount, nextGrouping, nextSelected];
      const sums = [0];
      for (const row of rows) sums.push((sums.at(-1) ?? 0) + ("head" in row ? heights.head : heights.finding));
      tops = sums;
      inner.style.height = `${sums.at(-1) ?? 0}px`;
      for (const item of drawn.values()) item.remove();
      drawn = new Map();
      node.scrollTop = 0;
      update();
    },
  };
}
