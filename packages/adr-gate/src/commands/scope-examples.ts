// The examples of the scope document: made from the configuration, and each of them judged before it is printed.
import { readRails, judgePath, guardrailsOf } from "../change/triggers.js";
import type { AdrGateOptions } from "../defaults.js";
import { evaluate } from "../evaluate.js";
import type { GateChange } from "../verdict.js";

export interface ScopeExample {
  readonly text: string;
  /** A path, where the example is about one. */
  readonly path?: string;
  readonly changes: readonly GateChange[];
  readonly needsDecision: boolean;
}

/** A path that a pattern matches, as a reader would expect it. */
export function examplePath(pattern: string, ending = ".yaml"): string {
  const path = pattern
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+/, "")
    .replace(/\{([^{},]*)[^{}]*\}/g, "$1")
    .replace(/\[!?([^\]])[^\]]*\]/g, "$1")
    .replace(/\?/g, "x")
    .replace(/^(?:\*\*\/)+/, "")
    .replace(/\/\*\*\//g, "/")
    .replace(/(^|\/)\*+$/, `$1example${ending}`)
    .replace(/\/$/, `/example${ending}`)
    .replace(/([\p{L}\p{N}])\*+$/u, `$1-0001${ending}`)
    .replace(/\*+/g, "example");
  return path === "" ? `example${ending}` : path;
}

const changed = (path: string): GateChange => ({ status: "M", path, oldMode: "100644", newMode: "100644", before: "a: 1\n", after: "a: 2\n" });
const manifest = (path: string, before: string, after: string): readonly GateChange[] => [
  { status: "M", path, oldMode: "100644", newMode: "100644", before, after },
];

/** Examples of what needs a decision and what does not, from the configuration alone. */
export function scopeExamples(options: AdrGateOptions): readonly ScopeExample[] {
  const examples: ScopeExample[] = [];
  const path = (text: string, one: string, needsDecision: boolean): void => {
    examples.push({ text, path: one, changes: [changed(one)], needsDecision });
  };
  for (const { paths } of guardrailsOf(options)) for (const pattern of paths) if (!pattern.startsWith("!")) path("Changing", examplePath(pattern), true);
  if (options.protectConfig) path("Changing", "caio.yaml", true);
  const { mode, scopes } = options.dependencies;
  const isRequired = mode === "require" && scopes.includes("runtime");
  const requirements = "requirements.txt";
  const rails = readRails(options);
  const isFree = (one: string): boolean => judgePath(one, rails).guardrail === undefined || judgePath(one, rails).excludedBy !== undefined;
  const isLeftOut = judgePath(requirements, rails).excludedBy !== undefined;
  if (isRequired && isFree(requirements) && !isLeftOut)
    examples.push({
      text: "Adding a dependency that is new to the project to",
      path: requirements,
      changes: manifest(requirements, "a==1\n", "a==1\nnew-name\n"),
      needsDecision: true,
    });
  if (isFree(requirements))
    examples.push({ text: "Changing a version in", path: requirements, changes: manifest(requirements, "a==1\n", "a==2\n"), needsDecision: false });
  for (const pattern of options.exclude) if (!pattern.startsWith("!")) path("Changing", examplePath(pattern, ".md"), false);
  return examples;
}

/** The first example that the gate judges otherwise than it says. */
export function contradiction(examples: readonly ScopeExample[], config: AdrGateOptions): ScopeExample | undefined {
  return examples.find(({ changes, needsDecision }) => {
    const { triggers } = evaluate({ config, event: "pull_request", body: "", changes, records: {}, baseManifests: {} });
    return triggers.length > 0 !== needsDecision;
  });
}
