// The page: data, style and script in one document, closed to everything else.
import { createHash } from "node:crypto";
import { kit } from "./client/kit.js";
import { style } from "./style.js";
import type { ReportView } from "./view.js";

const digest = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** JSON that no HTML parser sees an end or a comment in (HTML, "restrictions for contents of script elements"). */
const inert = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The functions of the page as they are written, under names of ours. Each uses what it is given and nothing else. */
function script(): string {
  const parts = Object.entries(kit).map(([name, part]) => `${name}: ${String(part)}`);
  return `"use strict";\n(() => {\nconst kit = {\n${parts.join(",\n")}\n};\nkit.main(kit, JSON.parse(document.getElementById("data").textContent));\n})();\n`;
}

/** One document. Its policy allows the one script and the one style that stand in it, by their hashes, and no address at all. */
export function page(view: ReportView): string {
  const code = script();
  const policy = [
    "default-src 'none'",
    `script-src ${digest(code)}`,
    `style-src ${digest(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>caio report</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<noscript><p>This report needs JavaScript. It loads nothing from the network.</p></noscript>
<div id="app"></div>
<script type="application/json" id="data">${inert(view)}</script>
<script>${code}</script>
</body>
</html>
`;
}
