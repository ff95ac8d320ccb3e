// The page: what is asked for, what is shown, keyboard, print.
import type { ReportView, ViewFinding } from "../view.js";
import type { detail } from "./detail.js";
import type { element } from "./element.js";
import type { facets } from "./facets.js";
import type { list } from "./list.js";
import type { Answer, Facet, Grouping, model } from "./model.js";
import type { leftOut, trend } from "./overview.js";
import type { sentence } from "./sentence.js";

/** The functions of the page, each under its name. */
export interface Kit {
  readonly element: typeof element;
  readonly sentence: typeof sentence;
  readonly model: typeof model;
  readonly list: typeof list;
  readonly facets: typeof facets;
  readonly detail: typeof detail;
  readonly trend: typeof trend;
  readonly leftOut: typeof leftOut;
}

/** Draws the page of a report and listens. */
export function main(kit: Kit, view: ReportView): void {
  const { element: h } = kit;
  const names: readonly Facet[] = ["severity", "check", "rule", "owner", "state"];
  const groupings: readonly (readonly [Grouping, string])[] = [
    ["path", "file"],
    ["rule", "rule"],
    ["check", "check"],
    ["severity", "severity"],
    ["owner", "owner"],
    ["none", "nothing"],
  ];
  const wanted: Record<Facet, Set<string>> = { severity: new Set(), check: new Set(), rule: new Set(), owner: new Set(), state: new Set() };
  let text = "";
  let grouping: Grouping = "path";
  let selected: ViewFinding | undefined;
  const findings = kit.model(view);
  const query = () => ({ text, wanted, grouping });
  let answer: Answer = findings.ask(query());
  const rank: Readonly<Record<string, number>> = { error: 0, warning: 1, note: 2 };
  const known = Object.fromEntries(
    names.map((facet) => [
      facet,
      [...answer.counts[facet]]
        .toSorted(([a, own], [b, others]) => (facet === "severity" ? (rank[a] ?? 3) - (rank[b] ?? 3) : others - own || (a < b ? -1 : 1)))
        .map(([value]) => value),
    ]),
  ) as Record<Facet, string[]>;
  // What is accepted already is out of the way until it is asked for.
  if (known.state.length === 2) wanted.state.add("new");

  const panel = h("section", { class: "panel", "aria-label": "The chosen finding", tabindex: -1 });
  const status = h("p", { class: "status", role: "status" });
  const choose = (finding: ViewFinding | undefined, focus = false): void => {
    selected = finding;
    rows.select(finding, focus);
    const close = h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => choose(undefined) }, "×");
    panel.replaceChildren(
      ...(finding === undefined
        ? [h("p", { class: "empty" }, answer.findings.length === 0 ? "Nothing to show." : "Choose a finding to see its lines, what to do, and its fix.")]
        : [close, kit.detail(h, kit.sentence, view, finding, false)]),
    );
    document.body.classList.toggle("chosen", finding !== undefined);
    panel.scrollTop = 0;
  };
  const rows = kit.list(h, kit.sentence, (finding) => choose(finding));
  const refresh = (): void => {
    answer = findings.ask(query());
    if (selected !== undefined && !answer.findings.includes(selected)) choose(undefined);
    rows.show(answer.rows, answer.findings.length, grouping, selected);
    filters.show(answer, wanted);
    const all = view.findings.length;
    const count = answer.findings.length;
    status.textContent =
      all === 0
        ? "No findings."
        : count === all
          ? `${all.toLocaleString("en")} findings`
          : `${count.toLocaleString("en")} of ${all.toLocaleString("en")} findings`;
    reset.hidden = text === "" && names.every((facet) => wanted[facet].size === 0);
  };
  const filters = kit.facets(h, known, (facet, value) => {
    if (!wanted[facet].delete(value)) wanted[facet].add(value);
    refresh();
  });
  const search = h("input", { type: "search", placeholder: "Search path, message, rule, owner", "aria-label": "Search", "aria-keyshortcuts": "/" });
  search.addEventListener("input", () => {
    text = search.value;
    refresh();
  });
  const reset = h("button", { type: "button", class: "reset", hidden: true }, "Show all");
  reset.addEventListener("click", () => {
    for (const facet of names) wanted[facet].clear();
    text = search.value = "";
    refresh();
  });
  const select = h(
    "select",
    { "aria-label": "Group by" },
    ...groupings.filter(([value]) => value !== "owner" || known.owner.length > 0).map(([value, name]) => h("option", { value }, `by ${name}`)),
  );
  select.addEventListener("change", () => {
    grouping = select.value as Grouping;
    refresh();
  });

  const fresh = view.findings.filter(({ isKnown }) => !isKnown);
  const of = (severity: string): number => fresh.filter((finding) => finding.severity === severity).length;
  const accepted = view.findings.length - fresh.length;
  const total = (count: number, name: string, kind: string): HTMLElement =>
    h("li", { class: `total ${count === 0 ? "zero" : kind}` }, h("strong", {}, count.toLocaleString("en")), ` ${name}${count === 1 ? "" : "s"}`);
  const state = of("error") + view.troubles.length > 0 ? "error" : of("warning") > 0 ? "warning" : "clean";
  const verdict =
    view.troubles.length > 0
      ? "Not everything could be judged"
      : state === "error"
        ? "There is something to mend"
        : state === "warning"
          ? "Nothing fails"
          : "All is well";
  const places = h("span", { class: "scope" }, `${view.files.toLocaleString("en")} ${view.files === 1 ? "file" : "files"} · ${view.checks.join(", ")}`);
  const themes = ["light dark", "light", "dark"];
  const theme = h("button", { type: "button", class: "theme" }, "Theme: system");
  theme.addEventListener("click", () => {
    const at = (themes.indexOf(document.documentElement.style.colorScheme || "light dark") + 1) % themes.length;
    document.documentElement.style.colorScheme = themes[at] ?? "";
    theme.textContent = `Theme: ${["system", "light", "dark"][at] ?? ""}`;
  });
  const header = h(
    "header",
    { class: `top ${state}` },
    h(
      "div",
      { class: "title" },
      h("p", { class: "brand" }, "caio"),
      h("h1", {}, verdict),
      places,
      view.commit === undefined ? undefined : h("code", { class: "commit", title: view.commit }, view.commit.slice(0, 10)),
      theme,
    ),
    h(
      "ul",
      { class: "totals", "aria-label": "Totals" },
      total(of("error"), "error", "error"),
      total(of("warning"), "warning", "warning"),
      total(of("note"), "note", "note"),
      accepted > 0 && h("li", { class: "total zero" }, h("strong", {}, accepted.toLocaleString("en")), " accepted"),
    ),
  );

  const extra = kit.leftOut(h, view);
  const others = view.skipped.length + view.troubles.length + view.notRun.length;
  const tabs: readonly (readonly [string, string, HTMLElement])[] = [
    [
      "findings",
      "Findings",
      h(
        "section",
        { class: "work" },
        filters.node,
        h("div", { class: "middle" }, h("div", { class: "tools" }, search, select, reset), status, rows.node),
        panel,
      ),
    ],
    ...(view.trend.length === 0 ? [] : [["trend", "Trend", h("section", { class: "sheet" }, h("h2", {}, "Trend"), kit.trend(h, view.trend))] as const]),
    ...(extra.length === 0 ? [] : [["rest", `Left out (${others.toLocaleString("en")})`, h("section", { class: "sheet" }, ...extra)] as const]),
  ];
  const buttons = tabs.map(([id, title]) => h("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `page-${id}` }, title));
  const open = (at: number, focus = false): void => {
    for (const [index, [, , sheet]] of tabs.entries()) {
      sheet.hidden = index !== at;
      buttons[index]?.setAttribute("aria-selected", String(index === at));
      buttons[index]?.setAttribute("tabindex", index === at ? "0" : "-1");
    }
    if (focus) buttons[at]?.focus();
    if (at === 0) refresh();
  };
  const bar = h("div", { class: "tabs", role: "tablist", "aria-label": "Parts of the report" }, ...buttons);
  for (const [index, button] of buttons.entries()) {
    const [id, , sheet] = tabs[index] ?? ["", "", panel];
    for (const [name, value] of [
      ["role", "tabpanel"],
      ["id", `page-${id}`],
      ["aria-labelledby", `tab-${id}`],
    ] as const)
      sheet.setAttribute(name, value);
    button.addEventListener("click", () => open(index));
    button.addEventListener("keydown", ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (step !== 0) open((index + step + buttons.length) % buttons.length, true);
    });
  }
  const paper = h("section", { class: "paper", "aria-hidden": "true" });
  document.getElementById("app")?.replaceChildren(header, h("main", {}, tabs.length > 1 && bar, ...tabs.map(([, , sheet]) => sheet)), paper);
  open(0);
  choose(undefined);

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "Escape") {
      if (isTyping && text !== "") return;
      choose(undefined);
    } else if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === "/") {
      event.preventDefault();
      open(0);
      search.focus();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && rows.node.contains(document.activeElement)) {
      event.preventDefault();
      const at = Number(document.activeElement?.getAttribute("data-position") ?? -1) + (event.key === "ArrowDown" ? 1 : -1);
      const next = answer.findings[at];
      if (next !== undefined) choose(next, true);
    }
  });
  // Paper has no list to scroll: it gets what is shown, whole.
  const most = 2000;
  const print = (): void => {
    const items = answer.findings.slice(0, most).map((finding) => kit.detail(h, kit.sentence, view, finding, true));
    const rest = answer.findings.length - items.length;
    paper.replaceChildren(...items, ...(rest > 0 ? [h("p", {}, `… and ${rest.toLocaleString("en")} more.`)] : []), ...kit.leftOut(h, view));
  };
  addEventListener("beforeprint", print);
  addEventListener("afterprint", () => paper.replaceChildren());
}
