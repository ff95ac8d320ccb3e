// The look of the page: calm, dense enough to work with, the same in light, dark and on paper. Contrasts keep WCAG 2.2 AA.
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f6f3, #15171a);
  --card: light-dark(#ffffff, #1c1f24);
  --sunk: light-dark(#f1efea, #12141a);
  --line: light-dark(#e2dfd8, #2d323a);
  --ink: light-dark(#22252a, #e4e6ea);
  --soft: light-dark(#5c6067, #a3a9b3);
  --accent: light-dark(#1f5f5b, #7fcfc6);
  --wash: light-dark(#e6f0ee, #1d3331);
  --error: light-dark(#a8231c, #ff9d94);
  --error-wash: light-dark(#fbe9e7, #3b2021);
  --warning: light-dark(#7a4d00, #f0c36a);
  --warning-wash: light-dark(#fbf0da, #352b18);
  --note: light-dark(#2a5591, #a3c5f7);
  --note-wash: light-dark(#e8eff9, #1e2a3c);
  --good: light-dark(#1c6b3c, #86d6a2);
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; margin: 0; }
body { background: var(--paper); color: var(--ink); font: 15px/1.5 var(--sans); -webkit-font-smoothing: antialiased; }
#app { display: flex; flex-direction: column; height: 100vh; }
h1, h2, h3, p, ul, dl, dd, pre { margin: 0; padding: 0; }
ul { list-style: none; }
code, pre { font-family: var(--mono); font-size: 13px; }
button, input, select { font: inherit; color: inherit; }
button { cursor: pointer; background: none; border: 0; padding: 0; text-align: left; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.top { display: flex; flex-wrap: wrap; gap: 12px 32px; align-items: center; justify-content: space-between; padding: 16px 24px; background: var(--card); border-bottom: 1px solid var(--line); }
.title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 14px; }
.brand { font-weight: 700; letter-spacing: -0.02em; font-size: 20px; color: var(--accent); }
h1 { font-size: 17px; font-weight: 600; }
h1::before { content: ""; display: inline-block; width: 10px; height: 10px; margin-right: 8px; border-radius: 50%; background: var(--good); }
.top.error h1::before { background: var(--error); }
.top.warning h1::before { background: var(--warning); }
.scope, .commit { color: var(--soft); font-size: 13px; }
.theme, .copy, .reset, .more { color: var(--accent); font-size: 13px; border-radius: 4px; padding: 3px 6px; }
.theme:hover, .copy:hover, .reset:hover, .more:hover { background: var(--wash); }
.totals { display: flex; gap: 8px; flex-wrap: wrap; }
.total { padding: 4px 12px; border-radius: 999px; font-size: 13px; white-space: nowrap; background: var(--sunk); color: var(--soft); }
.total strong { font-size: 15px; font-variant-numeric: tabular-nums; }
.total.error { background: var(--error-wash); color: var(--error); }
.total.warning { background: var(--warning-wash); color: var(--warning); }
.total.note { background: var(--note-wash); color: var(--note); }
main { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.tabs { display: flex; gap: 4px; padding: 8px 20px 0; background: var(--card); border-bottom: 1px solid var(--line); }
.tabs button { padding: 8px 12px; color: var(--soft); border-bottom: 2px solid transparent; margin-bottom: -1px; }
.tabs button[aria-selected="true"] { color: var(--ink); border-color: var(--accent); font-weight: 600; }
.work { flex: 1; min-height: 0; display: grid; grid-template-columns: 232px minmax(300px, 1fr) minmax(0, 1.25fr); }
.facets { overflow-y: auto; padding: 18px 16px 32px 20px; }
.facets section + section { margin-top: 20px; }
.facets h2 { font-size: 12px; font-weight: 600; letter-spacing: 0.04em; color: var(--soft); margin: 0 0 4px 8px; text-transform: uppercase; }
.facet { position: relative; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px; width: 100%; min-height: 30px; align-items: center; padding: 3px 8px 5px; border-radius: 6px; font-size: 14px; }
.facet .value { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.facet .count { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; }
.facet .bar { position: absolute; left: 8px; bottom: 2px; height: 2px; max-width: calc(100% - 16px); background: var(--accent); opacity: 0.45; border-radius: 1px; }
.facet .bar.error { background: var(--error); } .facet .bar.warning { background: var(--warning); } .facet .bar.note { background: var(--note); }
.facet:hover { background: var(--sunk); }
.facet[aria-pressed="true"] { background: var(--wash); color: var(--accent); font-weight: 600; }
.facet[aria-pressed="true"] .count { color: var(--accent); }
.facet.none:not([aria-pressed="true"]) .value { color: var(--soft); }
.more { margin: 2px 0 0 2px; }
.middle { display: flex; flex-direction: column; min-height: 0; border-left: 1px solid var(--line); border-right: 1px solid var(--line); background: var(--card); }
.tools { display: flex; gap: 8px; padding: 14px 14px 6px; align-items: center; }
input[type="search"] { flex: 1; min-width: 0; height: 36px; padding: 0 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
input::placeholder { color: var(--soft); opacity: 1; }
select { height: 36px; padding: 0 8px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.status { padding: 0 16px 8px; color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; }
.list { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; }
.rows { position: relative; }
.rows li { position: absolute; left: 0; right: 0; }
.group { height: 40px; padding: 12px 16px 4px; }
.group h3 { display: flex; gap: 8px; align-items: baseline; font-size: 13px; font-weight: 600; color: var(--soft); }
.group .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; direction: rtl; text-align: left; unicode-bidi: plaintext; }
.group .count { font-weight: 400; font-variant-numeric: tabular-nums; }
.item { height: 84px; padding: 1px 8px; }
.finding { display: block; width: 100%; height: 82px; padding: 8px 10px; border-radius: 8px; border-left: 3px solid transparent; }
.finding:hover { background: var(--sunk); }
.finding[aria-current="true"] { background: var(--wash); border-left-color: var(--accent); }
.place { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.message { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; font-size: 14px; line-height: 1.45; overflow-wrap: anywhere; }
.message code { font-size: 12.5px; }
.place { color: var(--soft); font-size: 12.5px; font-family: var(--mono); margin-top: 3px; }
.place .rule { margin-left: 12px; }
.place .tag { margin-left: 8px; padding: 0 6px; border: 1px solid var(--line); border-radius: 999px; font-family: var(--sans); font-size: 11.5px; }
.badge { display: inline-block; padding: 0 7px; margin-right: 8px; border-radius: 4px; font-size: 12px; line-height: 19px; font-weight: 600; vertical-align: 1px; }
.badge.error { background: var(--error-wash); color: var(--error); }
.badge.warning { background: var(--warning-wash); color: var(--warning); }
.badge.note { background: var(--note-wash); color: var(--note); }
.panel { overflow-y: auto; padding: 22px 28px 48px; position: relative; }
.panel .empty { color: var(--soft); margin-top: 20vh; text-align: center; }
.close { position: absolute; top: 12px; right: 14px; width: 30px; height: 30px; text-align: center; font-size: 20px; line-height: 28px; border-radius: 6px; color: var(--soft); }
.close:hover { background: var(--sunk); }
.detail { max-width: 860px; }
.detail > * + * { margin-top: 14px; }
.detail h2, .detail h3 { font-size: 18px; line-height: 1.4; font-weight: 600; overflow-wrap: anywhere; }
.detail h2 code, .detail h3 code { font-size: 16px; }
.detail p code, .detail li code, .detail h2 code, .detail h3 code { background: var(--sunk); border-radius: 4px; padding: 1px 5px; overflow-wrap: anywhere; }
.where { display: flex; align-items: center; gap: 6px; padding-right: 32px; }
.where .badge { margin-right: 2px; }
.frame, .patch { border: 1px solid var(--line); border-radius: 8px; background: var(--card); padding: 10px 0; overflow-x: auto; line-height: 1.6; }
.patch .line { display: block; padding: 0 14px; min-width: max-content; min-height: 1.6em; }
.frame .line { display: grid; grid-template-columns: max-content minmax(0, 1fr); padding: 0 14px 0 4px; }
.frame .line.here { background: var(--sunk); }
.frame .number { display: inline-block; min-width: 3.2em; padding-right: 1.2em; text-align: right; color: var(--soft); user-select: none; }
.frame .code { white-space: pre-wrap; overflow-wrap: anywhere; }
.patch { white-space: pre; }
.patch { padding-left: 0; } pre.patch:not(:has(.line)) { padding: 10px 14px; }
mark { color: inherit; background: none; border-bottom: 2px solid; border-radius: 2px; }
mark.error { background: var(--error-wash); border-color: var(--error); }
mark.warning { background: var(--warning-wash); border-color: var(--warning); }
mark.note { background: var(--note-wash); border-color: var(--note); }
.patch .added { background: light-dark(#e7f4ea, #16301f); color: light-dark(#14532d, #a6e3b8); }
.patch .removed { background: var(--error-wash); color: var(--error); }
.patch .meta, .patch .hunk { color: var(--soft); }
.fix > * + * { margin-top: 8px; }
.help, .summary { overflow-wrap: anywhere; }
.summary { color: var(--soft); font-size: 14px; }
.related li { padding: 2px 0; font-size: 14px; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 18px; font-size: 14px; }
dt { color: var(--soft); }
dd { overflow-wrap: anywhere; }
details { font-size: 14px; border-top: 1px solid var(--line); padding-top: 12px; }
details > * + * { margin-top: 8px; }
summary { cursor: pointer; color: var(--accent); }
.sheet { flex: 1; min-height: 0; overflow: auto; padding: 24px; width: 100%; max-width: 1000px; margin: 0 auto; }
.sheet h2 { font-size: 16px; margin: 20px 0 8px; }
.sheet h2:first-child { margin-top: 0; }
table { width: 100%; border-collapse: collapse; font-size: 14px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
th, td { text-align: left; padding: 6px 12px; border-top: 1px solid var(--line); font-weight: 400; overflow-wrap: anywhere; vertical-align: top; }
thead th { color: var(--soft); font-size: 13px; border-top: 0; }
tbody th { font-family: var(--mono); font-size: 13px; }
.trend td { font-variant-numeric: tabular-nums; }
.trend svg { display: block; width: 100%; height: auto; margin-bottom: 16px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.trend .grid { stroke: var(--line); } .series { fill: none; stroke-width: 2; }
.series.errors { stroke: var(--error); } .series.warnings { stroke: var(--warning); } .series.notes { stroke: var(--note); }
.dot.errors { fill: var(--error); } .dot.warnings { fill: var(--warning); } .dot.notes { fill: var(--note); }
.key::before { content: ""; display: inline-block; width: 10px; height: 3px; margin-right: 6px; vertical-align: 4px; background: var(--note); }
.key.errors::before { background: var(--error); } .key.warnings::before { background: var(--warning); }
.paper { display: none; }
@media (max-width: 1080px) {
  .work { grid-template-columns: 200px minmax(0, 1fr); }
  .panel { display: none; }
  .chosen .panel { display: block; position: fixed; inset: 0 0 0 auto; width: min(620px, 100%); background: var(--paper); border-left: 1px solid var(--line); box-shadow: 0 0 40px rgb(0 0 0 / 18%); z-index: 1; }
}
@media (max-width: 640px) {
  #app { height: auto; min-height: 100vh; }
  .work { grid-template-columns: minmax(0, 1fr); }
  .facets { display: flex; gap: 20px; overflow-x: auto; padding: 12px 16px; }
  .facets section + section { margin-top: 0; }
  .facets section { min-width: 150px; }
  .list { height: 70vh; flex: none; }
}
@media (prefers-reduced-motion: no-preference) { .facet, .finding, .copy { transition: background-color 0.12s; } }
@media print {
  :root { color-scheme: light !important; --paper: #fff; --card: #fff; }
  html, body, #app { height: auto; display: block; }
  main, .theme { display: none; }
  .top { border: 0; padding: 0 0 16px; border-bottom: 1px solid var(--line); }
  .paper { display: block; font-size: 12px; }
  .paper .detail { max-width: none; break-inside: avoid; padding: 14px 0; border-bottom: 1px solid var(--line); }
  .paper .detail h3 { font-size: 14px; }
  .frame, .patch { white-space: pre-wrap; overflow: visible; }
  .patch .line { min-width: 0; }
  .patch { white-space: pre-wrap; overflow-wrap: anywhere; }
  * { print-color-adjust: exact; }
}
`;
