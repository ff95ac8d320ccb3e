// What the run came to: totals, the trend, troubles, what was left out.
import type { ReportView, ViewRun } from "../view.js";
import type { element } from "./element.js";

/** The trend as a picture with its numbers as a table. */
export function trend(h: typeof element, runs: readonly ViewRun[]): HTMLElement {
  const [width, height, pad] = [640, 150, 10];
  const svg = (tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
    return node;
  };
  const most = Math.max(1, ...runs.map(({ errors, warnings, notes }) => Math.max(errors, warnings, notes)));
  const x = (index: number): number => pad + (index * (width - 2 * pad)) / Math.max(1, runs.length - 1);
  const y = (value: number): number => height - pad - (value * (height - 2 * pad)) / most;
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": "Findings over the runs; the table has the numbers" });
  for (const part of [0, 0.5, 1]) picture.append(svg("line", { x1: pad, x2: width - pad, y1: y(most * part), y2: y(most * part), class: "grid" }));
  for (const name of ["notes", "warnings", "errors"] as const) {
    picture.append(svg("polyline", { points: runs.map((run, index) => `${x(index)},${y(run[name])}`).join(" "), class: `series ${name}` }));
    for (const [index, run] of runs.entries()) picture.append(svg("circle", { cx: x(index), cy: y(run[name]), r: 3.5, class: `dot ${name}` }));
  }
  const cell = (value: number): HTMLElement => h("td", {}, value.toLocaleString("en"));
  const row = ({ name, errors, warnings, notes }: ViewRun): HTMLElement =>
    h("tr", {}, h("th", { scope: "row" }, name), cell(errors), cell(warnings), cell(notes));
  const column = (name: string): HTMLElement => h("th", { scope: "col" }, h("span", { class: `key ${name}` }), name);
  const table = h(
    "table",
    {},
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "run"), ...["errors", "warnings", "notes"].map(column))),
    h("tbody", {}, ...runs.toReversed().map(row)),
  );
  return h("div", { class: "trend" }, picture as unknown as Node, table);
}

/** Troubles and skipped files, each as a table. */
export function leftOut(h: typeof element, { troubles, skipped, notRun }: ReportView): HTMLElement[] {
  const table = (titles: readonly string[], rows: readonly (readonly string[])[]): HTMLElement =>
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ...titles.map((title) => h("th", { scope: "col" }, title)))),
      h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map((value, index) => h(index === 0 ? "th" : "td", index === 0 ? { scope: "row" } : {}, value))))),
    );
  const parts: HTMLElement[] = [];
  if (troubles.length > 0)
    parts.push(
      h("h2", {}, "Could not be judged"),
      table(
        ["where", "what", "what to do"],
        troubles.map(({ code, message, hint, path, line }) => [path === undefined ? code : `${path}:${line ?? 1}`, message, hint ?? ""]),
      ),
    );
  if (notRun.length > 0)
    parts.push(
      h("h2", {}, "Checks that did not run"),
      table(
        ["check", "why"],
        notRun.map(({ check, reason }) => [check, reason]),
      ),
    );
  const most = 2000;
  if (skipped.length > 0)
    parts.push(
      h("h2", {}, `Files that were skipped (${skipped.length.toLocaleString("en")})`),
      table(
        ["file", "why"],
        skipped.slice(0, most).map(({ path, reason }) => [path, reason]),
      ),
    );
  if (skipped.length > most) parts.push(h("p", {}, `… and ${(skipped.length - most).toLocaleString("en")} more.`));
  return parts;
}
