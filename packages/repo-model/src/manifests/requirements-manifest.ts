// A requirements file as a manifest: lenient, with ranges.
import type { SourceText } from "../text/index.js";
import { draftManifest, sourceOfUrl, type ManifestDraft, type Place } from "./draft.js";
import type { Manifest } from "./manifest.js";
import { readPipOptions, type PipOptions } from "./pip-options.js";
import { requirementLines, splitOptions } from "./requirements-file.js";

/** The range of a line's own words in its first physical line. */
function wordsRange(text: string, start: number, end: number): [number, number] {
  const lineEnd = /[\r\n]/.exec(text.slice(start, end))?.index;
  const line = text.slice(start, lineEnd === undefined ? end : start + lineEnd);
  const lead = /^[\s\ufeff]*/.exec(line)?.[0].length ?? 0;
  const comment = /\s#/.exec(line)?.index ?? line.length;
  const words = line.slice(0, comment).replace(/\\$/, "").trimEnd();
  return [start + Math.min(lead, words.length), start + Math.max(words.length, lead)];
}

/** The name in `#egg=name` of a URL. */
const egg = (url: string): string | undefined => /[#&]egg=([A-Za-z0-9][\w.-]*)/.exec(url)?.[1];

/** Takes one line's requirement: a name, a URL, a path. */
export function takeRequirement(draft: ManifestDraft, text: string, range: [number, number], place: Place, isEditable = false): void {
  const isPlace = isEditable || /^(?:\.{0,2}\/|\.{1,2}(?:$|\[)|file:|[a-z]+\+|https?:)/i.test(text) || /\.(?:whl|zip|tar\.gz)(?:$|[#[])/i.test(text);
  // `name @ url` is a requirement like any other.
  if (!isPlace || /^[A-Za-z0-9][\w.-]*\s*(?:\[[^\]]*\])?\s*@/.test(text)) return draft.requirement(text, range, place);
  const wheel = /(?:^|[/\\])([A-Za-z0-9][\w.]*)-[^/\\]*\.whl(?:$|#)/.exec(text)?.[1];
  const name = egg(text) ?? wheel;
  const extras =
    /\[([^\]]*)\]$/
      .exec(text)?.[1]
      ?.split(",")
      .map((extra) => extra.trim()) ?? [];
  const { scope, group } = place;
  // A path without a name is a project of this repository, or unknown.
  draft.declare({ name: name ?? text, specifier: "", extras, scope, source: sourceOfUrl(text), from: text, ...(group === undefined ? {} : { group }) }, range);
}

/** Reads the lines of a requirements file into a draft. */
export function takeRequirementLines(draft: ManifestDraft, text: string, shift: number, place: Place): void {
  for (const { text: whole, start, end } of requirementLines(text)) {
    const [from, to] = wordsRange(text, start, end);
    const range: [number, number] = [from + shift, to + shift];
    const { requirement, options: optionText } = splitOptions(whole);
    let options: PipOptions;
    try {
      options = readPipOptions(optionText);
    } catch (error) {
      draft.problem("requirement", error instanceof Error ? error.message : String(error), range);
      continue;
    }
    const [editable] = options.editables;
    if (requirement !== "") takeRequirement(draft, requirement, range, place);
    else if (editable !== undefined) takeRequirement(draft, editable, range, place, true);
    else for (const path of options.requirements) draft.include(path, range, false);
    if (requirement === "") for (const path of options.constraints) draft.include(path, range, true);
  }
}

/** The scope that a requirements file's name tells. */
function scopeOf(path: string): Place {
  const name = path.toLowerCase();
  if (/constraints?[^/]*$/.test(name)) return { scope: "constraint" };
  const group = /(?:^|[/_.-])(dev|develop|development|tests?|testing|docs?|documentation|lint|linting|ci|build|typing|benchmarks?|examples?)(?=[/_.-])/.exec(
    name,
  )?.[1];
  if (group === undefined) return { scope: "runtime" };
  return { scope: group === "build" ? "build" : "dev", group };
}

/** Reads a requirements file. Never throws. */
export function readRequirements(source: SourceText): Manifest {
  const draft = draftManifest(source, "python", "requirements");
  takeRequirementLines(draft, source.text, 0, scopeOf(source.path));
  return draft.done();
}
