// The filters: for each facet its values with how many findings each would show.
import type { element } from "./element.js";
import type { Answer, Facet } from "./model.js";

export interface Facets {
  readonly node: HTMLElement;
  show(answer: Answer, wanted: Readonly<Record<Facet, ReadonlySet<string>>>): void;
}

/** The filters; `toggle` hears of a value that was clicked. `known` are the values in the order in which they stand. */
export function facets(h: typeof element, known: Readonly<Record<Facet, readonly string[]>>, toggle: (facet: Facet, value: string) => void): Facets {
  const shown = 8;
  const titles: readonly (readonly [Facet, string])[] = [
    ["severity", "Severity"],
    ["check", "Check"],
    ["rule", "Rule"],
    ["owner", "Owner"],
    ["state", "Baseline"],
  ];
  const node = h("nav", { class: "facets", "aria-label": "Filters" });
  const buttons = new Map<string, { readonly button: HTMLButtonElement; readonly count: HTMLElement; readonly bar: HTMLElement }>();
  for (const [facet, title] of titles) {
    // A choice of one is none.
    if (known[facet].length === 0 || (facet === "state" && known[facet].length < 2)) continue;
    const items = known[facet].map((value, index) => {
      const count = h("span", { class: "count" });
      const bar = h("span", { class: `bar ${facet === "severity" ? value : ""}` });
      const button = h(
        "button",
        { type: "button", class: "facet", "aria-pressed": "false", onclick: () => toggle(facet, value) },
        h("span", { class: "value" }, facet === "rule" ? value.slice(value.indexOf("/") + 1) : value),
        count,
        bar,
      );
      if (facet === "rule") button.title = value;
      buttons.set(`${facet}\n${value}`, { button, count, bar });
      return h("li", { hidden: index >= shown }, button);
    });
    const all = h("ul", {}, ...items);
    const more = h("button", { type: "button", class: "more", "aria-expanded": "false" }, `${items.length - shown} more`);
    more.addEventListener("click", () => {
      const isOpen = more.getAttribute("aria-expanded") === "true";
      for (const item of items.slice(shown)) item.hidden = isOpen;
      more.setAttribute("aria-expanded", String(!isOpen));
      more.textContent = isOpen ? `${items.length - shown} more` : "fewer";
    });
    node.append(h("section", {}, h("h2", {}, title), all, items.length > shown && more));
  }
  return {
    node,
    show(answer, wanted) {
      for (const [facet] of titles) {
        const most = Math.max(1, ...answer.counts[facet].values());
        for (const value of known[facet]) {
          const parts = buttons.get(`${facet}\n${value}`);
          if (parts === undefined) continue;
          const count = answer.counts[facet].get(value) ?? 0;
          parts.count.textContent = count.toLocaleString("en");
          parts.bar.style.width = `${(count / most) * 100}%`;
          parts.button.setAttribute("aria-pressed", String(wanted[facet].has(value)));
          parts.button.classList.toggle("none", count === 0);
        }
      }
    },
  };
}
