// The rules of the set-up document: its markers, its section's age, its absence.
import { defineRule } from "@caio/repo-model/check";
import { findSections, sectionState, writeSection } from "@caio/repo-model/sections";
import type { EnvFacts } from "../facts.js";
import { sectionName } from "../setup-document.js";

export const brokenSectionMarkers = defineRule<EnvFacts, unknown>({
  id: "broken-section-markers",
  summary: "The markers of a generated section in the set-up document are not in order.",
  severity: "error",
  *find({ document }) {
    if (document?.source === undefined) return;
    const { source, path } = document;
    for (const { message, range } of findSections(source.text, path).problems)
      yield { message, at: source.at(range), help: "Set the markers in order, or remove them all." };
  },
});

export const staleSetupDocument = defineRule<EnvFacts, unknown>({
  id: "stale-setup-document",
  summary: "The set-up document's section does not say what hooks and tests need today.",
  severity: "warning",
  *find({ document }) {
    if (document?.source === undefined) return;
    const { source, path, wanted } = document;
    const { sections, problems } = findSections(source.text, path);
    const section = sections.find(({ name }) => name === sectionName);
    if (section === undefined || problems.length > 0) return;
    const state = sectionState(source.text, section, wanted);
    if (state !== "stale" && state !== "edited") return;
    yield {
      message:
        state === "stale" ? "The set-up section does not say what hooks and tests need today." : "The set-up section was edited by hand since it was written.",
      at: source.at([section.range[0], section.content[0]]),
      help: state === "stale" ? "Run `caio env-check doc`." : "Move your text out of the markers, then run `caio env-check doc --force`.",
      data: { state },
      fingerprintText: state,
      ...(state === "stale"
        ? { fix: { title: "write the section anew", kind: "safe" as const, edits: writeSection(source, path, sectionName, wanted).edits } }
        : {}),
    };
  },
});

export const missingSetupDocument = defineRule<EnvFacts, unknown>({
  id: "missing-setup-document",
  summary: "Hooks need more than the machine has by itself, and no document says how it is set up.",
  severity: "off",
  *find({ document, hooks }) {
    const [hook] = hooks.filter(({ entry }) => entry !== undefined);
    if (document === undefined || hook === undefined) return;
    const { source, path } = document;
    if (source !== undefined && findSections(source.text, path).sections.some(({ name }) => name === sectionName)) return;
    yield {
      message: source === undefined ? `There is no \`${path}\`.` : `\`${path}\` has no set-up section.`,
      at: hook.at,
      help: "Run `caio env-check doc`.",
      data: { path },
    };
  },
});
