// Makes a name or message safe to print: no control, no bidirectional override, no undecodable byte reaches a terminal.

// C0 and C1 controls, line and paragraph separators, bidirectional formatting (UAX #9) and zero-width characters, lone surrogates.
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Replaces what a terminal or a log could obey by a visible escape: `\n`, `\x1b`, `\u202e`; an undecodable byte by `\xNN`. */
export function escapeControls(text: string, keep: "" | "\n" | "\t" | "\n\t" = ""): string {
  return text.replace(unsafe, (unit) => {
    if (keep.includes(unit)) return unit;
    const code = unit.charCodeAt(0);
    if (unit === "\n") return "\\n";
    if (unit === "\r") return "\\r";
    if (unit === "\t") return "\\t";
    if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

// GitHub's runner: `::command` at a line's beginning, white space aside, and `##[command]` anywhere (actions/runner, ActionCommand.cs). Azure's agent:
// `##vso[command]` anywhere (microsoft/azure-pipelines-agent, Command.cs). TeamCity: `##teamcity[command]` (service messages).
const lineCommand = /^([ \t]*):(?=:)/gm;
const signCommand = /#(?=#(?:vso|teamcity)?\[)/gi;

/** What a CI system would obey in the log of a job, shown as an escape; `data`: in JSON, whose reader sees no difference. */
export function inertLog(text: string, form: "text" | "data" = "text"): string {
  if (form === "data") return text.replace(signCommand, "\\u0023");
  return text.replace(lineCommand, "$1\\x3a").replace(signCommand, "\\x23");
}

/** A text of several lines, each of them safe to print. */
export function escapeLines(text: string): string {
  return text
    .split("\n")
    .map((line) => escapeControls(line, "\t"))
    .join("\n");
}
