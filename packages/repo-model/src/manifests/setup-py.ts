// setup.py by a careful read: what can be told without running it is taken, files whose lines it takes are taken in, all else is unknown.
import type { SourceText } from "../text/index.js";
import { draftManifest, type ManifestDraft, type Place } from "./draft.js";
import type { Manifest } from "./manifest.js";
import { logicalTokens, readLiteral, type PythonLiteral } from "./python-literal.js";
import { literalNames } from "./python-names.js";

/** The most units of a setup.py that is read. */
const largest = 300_000;

/** Takes strings and lists of strings; says whether all of it was literal. */
function takeStrings(draft: ManifestDraft, value: PythonLiteral, place: Place): boolean {
  if (value.kind === "string") {
    // One string may hold several lines.
    for (const line of value.value.split(/\r?\n/)) if (line.trim() !== "" && !line.trim().startsWith("#")) draft.requirement(line, value.range, place);
    return true;
  }
  if (value.kind === "file") {
    draft.include(value.path, value.range, false, place.group);
    if (place.group !== undefined) draft.group(place.group, place.scope === "optional" ? "extra" : "group");
    return true;
  }
  if (value.kind === "list") return value.items.map((item) => takeStrings(draft, item, place)).every(Boolean);
  return false;
}

function takeExtras(draft: ManifestDraft, value: PythonLiteral): boolean {
  if (value.kind !== "dict") return false;
  return value.entries
    .map(({ key, value: list }) => {
      const group = key.kind === "string" ? (key.value.split(":")[0] ?? "") : "";
      // `":python_version<'3.9'"` names no extra: its entries are always installed, under that condition.
      const isKnown = takeStrings(draft, list, group === "" ? { scope: "runtime" } : { scope: "optional", group });
      return isKnown && key.kind === "string";
    })
    .every(Boolean);
}

/** Reads setup.py. Never throws, and runs nothing. */
export function readSetupPy(source: SourceText): Manifest {
  const draft = draftManifest(source, "python", "setup.py");
  // Larger ones are data, not set-up: they are not read.
  const isRead = source.text.length <= largest;
  if (!isRead) draft.isPartial = true;
  const tokens = isRead ? logicalTokens(source.text) : [];
  const names = literalNames(tokens);
  const calls = tokens.flatMap(({ kind, text }, at) =>
    kind === "name" && text === "setup" && tokens[at + 1]?.text === "(" && tokens[at - 1]?.text !== "def" ? [at + 2] : [],
  );
  // Without a call that can be seen, somebody else's function does the work.
  if (calls.length !== 1) draft.isPartial = true;
  for (const start of calls) {
    for (let at = start; at < tokens.length && tokens[at]?.text !== ")";) {
      const name = tokens[at]?.kind === "name" && tokens[at + 1]?.text === "=" ? tokens[at]?.text : undefined;
      if (name === undefined) {
        // `**options` may hold anything where it cannot be told.
        const { value, end } = readLiteral(tokens, tokens[at]?.text === "**" ? at + 1 : at, names);
        if (value.kind !== "dict") draft.isPartial = true;
        else
          for (const one of value.entries)
            if (one.key.kind === "string") takeArgument(draft, one.key.value, one.value);
            else draft.isPartial = true;
        at = end;
      } else {
        const { value, end } = readLiteral(tokens, at + 2, names);
        takeArgument(draft, name, value);
        at = end;
      }
      if (tokens[at]?.text === ",") at++;
      else if (tokens[at]?.text !== ")") break;
    }
  }
  if (isRead && draft.isPartial && tokens.some(({ kind, text }) => kind === "string" && /(?:^|[^a-z])requirements(?:[^a-z]|$)/i.test(text)))
    draft.readsRequirements = true;
  return draft.done();
}

function takeArgument(draft: ManifestDraft, name: string, value: PythonLiteral): void {
  // `install_requires=None` asks for nothing.
  if (value.kind === "unknown" && draft.source.text.slice(...value.range) === "None") return;
  let isKnown = true;
  if (name === "name" && value.kind === "string") draft.project = value.value;
  else if (name === "python_requires" && value.kind === "string") draft.requires = { specifier: value.value, at: draft.source.at(value.range) };
  else if (name === "install_requires") isKnown = takeStrings(draft, value, { scope: "runtime" });
  else if (name === "setup_requires") isKnown = takeStrings(draft, value, { scope: "build" });
  else if (name === "tests_require") isKnown = takeStrings(draft, value, { scope: "dev", group: "tests" });
  else if (name === "extras_require") isKnown = takeExtras(draft, value);
  if (!isKnown) draft.isPartial = true;
}
