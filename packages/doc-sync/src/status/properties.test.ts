// Properties of the fix: it converges in one pass, touches nothing but the tokens, and keeps line ends and the byte-order mark.
import { applyEdits, repoPath, sourceText, type TextEdit } from "@caio/repo-model/text";
import { judge } from "@caio/testing";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { docSync } from "../index.js";
import { states, stateWords, type State } from "./status-words.js";

const options = {
  sources: [{ id: "plan", file: "plan.md", select: { table: { key: "Phase", value: "Status" } }, entity: "Phase {key}" }],
  mirrors: [{ source: "plan", files: ["docs/**/*.md"] }],
};
const titles = ["Parser of rules", "Routing engine", "Guarantee ledger", "Service registry", "Audit of proofs", "Control loop"];
const icons: Readonly<Record<State, string>> = { done: "✅", "in-progress": "🚧", partial: "", pending: "⏳", blocked: "⛔", cancelled: "" };

const state = fc.constantFrom(...states);
const word = (value: State, pick: number, style: number): string => {
  const all = stateWords[value].filter((one) => /^[a-z ]+$/.test(one));
  const plain = all[pick % all.length] ?? value;
  return style === 0 ? plain : style === 1 ? plain.toUpperCase() : plain.charAt(0).toUpperCase() + plain.slice(1);
};

/** How a status may be written; each has a slot and gives the text for a state. */
const forms: readonly ((index: number, title: string, value: State, text: string) => string)[] = [
  (index, title, _value, text) => `### Phase ${index}: ${title} (${text})`,
  (index, title, _value, text) => `### Phase ${index}: ${title} - ${text}`,
  (index, title, value, text) => `### Phase ${index}: ${title} ${icons[value]} ${text}`.replace("  ", " - "),
  (index, title, value, text) => (icons[value] === "" ? `### Phase ${index}: ${title} [${text}]` : `### Phase ${index}: ${title} ${icons[value]}`),
  (index, title, _value, text) => `### Phase ${index}: ${title}\n\n**Status:** ${text}`,
  (index, title, _value, text) => `- **Phase ${index}: ${title}** — *${text}*`,
  (index, title, value, text) =>
    value === "done" || value === "pending" ? `- [${value === "done" ? "x" : " "}] Phase ${index}: ${title}` : `- Phase ${index}: ${title} (${text})`,
  (index, title, value, text) => `| Phase | Title | Status |\n|---|---|---|\n| ${index} | ${title} | ${icons[value]} **${text}** |`,
];

const phase = fc.record({ truth: state, said: state, form: fc.nat(forms.length - 1), pick: fc.nat(20), style: fc.nat(2) });
const documents = fc.record({
  phases: fc.array(phase, { minLength: 1, maxLength: titles.length }),
  end: fc.constantFrom("\n", "\r\n"),
  mark: fc.constantFrom("", "\ufeff"),
});

it("after the fix no conflict is left, and nothing but the tokens has changed", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async ({ phases, end, mark }) => {
      const rows = phases.map(({ truth, pick }, index) => `| ${index + 1} | ${titles[index] ?? ""} | ${word(truth, pick, 2)} |`);
      const plan = `| Phase | Title | Status |\n|---|---|---|\n${rows.join("\n")}\n`;
      const blocks = phases.map(({ said, form, pick, style }, index) => forms[form]?.(index + 1, titles[index] ?? "", said, word(said, pick, style)) ?? "");
      const quoted = blocks.map((block) => `\`\`\`md\n${block}\n\`\`\``);
      const text = mark + ["# Vision", ...blocks, "## In other words", ...quoted, "## Changelog", ...blocks].join("\n\n").replaceAll("\n", end);
      const files = { "plan.md": plan, "docs/vision.md": text };
      const { findings } = await judge(docSync, files, { options, rule: "status-conflict" });
      const edits = findings.flatMap(({ fix }) => (fix?.kind === "safe" ? fix.edits : [])).filter((edit): edit is TextEdit => "range" in edit);
      // Each fix changes one line, and nothing twice.
      for (const { at, fix } of findings)
        for (const edit of fix?.edits ?? [])
          if ("range" in edit) {
            const { start, end } = sourceText(repoPath(edit.path), text).at(edit.range);
            expect([start.line, end.line]).toEqual([at.start.line, at.start.line]);
          }
      const after = applyEdits(text, edits);
      expect([after.startsWith("\ufeff"), after.includes("\r\n")]).toEqual([mark !== "", end === "\r\n"]);
      const again = await judge(docSync, { ...files, "docs/vision.md": after }, { options, rule: "status-conflict" });
      // A box cannot say more than done and not done: such a conflict is told and left.
      expect(again.findings.filter(({ fix }) => fix !== undefined)).toEqual([]);
      for (const { at, fix } of again.findings) expect([after.slice(...at.range).startsWith("["), fix]).toEqual([true, undefined]);
      // Lines: the same number, and only those of findings with a fix have changed.
      const [before, now] = [text.split("\n"), after.split("\n")];
      expect(now).toHaveLength(before.length);
      const touched = new Set(findings.filter(({ fix }) => fix !== undefined).map(({ at }) => at.start.line));
      for (const [index, line] of before.entries()) if (!touched.has(index + 1)) expect(now[index]).toBe(line);
      // Within them, what stands before the title's end is untouched.
      for (const line of touched) {
        const [was = "", is = ""] = [before[line - 1], now[line - 1]];
        const title = titles.find((one) => was.includes(one));
        if (title !== undefined && !/^\W*- \[/.test(was))
          expect(is.slice(0, is.indexOf(title) + title.length)).toBe(was.slice(0, was.indexOf(title) + title.length));
        expect(is.endsWith("\r")).toBe(was.endsWith("\r"));
      }
    }),
    { numRuns: 150 },
  );
}, 300_000);

it("any text is read without a fault", async () => {
  const pieces = fc.constantFrom(
    "Phase 3",
    ": ",
    "✅",
    "⏳ ",
    "(",
    ")",
    "[ ] ",
    "**",
    "|",
    "\n",
    "# ",
    "- ",
    "> ",
    "Pending",
    "Complete",
    " - ",
    "60 %",
    "`",
    "~~",
    "<!--",
    "-->",
    "Status: ",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 400 }), async (parts) => {
      const outcome = await judge(docSync, { "plan.md": parts.join(""), "docs/a.md": parts.toReversed().join("") }, { options, rule: "status-conflict" });
      expect(outcome.troubles.filter(({ code }) => code === "INTERNAL")).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 300_000);

// A time that grew with the square of the length would not end within the test's.
it.each(["Phase 3: ", "✅ ", "# Phase 3 (", "- [ ] Phase 3 - ", "| Phase 3 | ✅ |\n", "**", "Phase 3: a - b - ✅ ("])(
  "the time grows with the length: %j",
  async (piece) => {
    const { troubles } = await judge(docSync, { "a.md": piece.repeat(50_000), "b.md": `# ${piece.repeat(50_000)}` }, { rule: "status-conflict" });
    expect(troubles).toEqual([]);
  },
  120_000,
);
