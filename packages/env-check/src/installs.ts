// Names that scripts, CI and images install with pip and its like: they are there, though no manifest says so.
import { canonicalName, readRequirement } from "@caio/repo-model/manifests";
import type { SourceText } from "@caio/repo-model/text";
import { commandSources } from "./data/commands.js";
import { sessionCalls } from "./runners/nox.js";

const command =
  /\b(pip3?(?:\.\d+)?|uv\s+(?:pip|tool)|pipx|poetry|pdm|conda|mamba|micromamba|uv|apt-get|apt)[^\S\r\n]+(?:-\S+[^\S\r\n]+)*(?:install|add|inject)\b([^\r\n;&|]*(?:\\\r?\n[^\r\n;&|]*)*)/g;
const session = /\bsession\.(?:install|run_install)\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g;

/** What hatch's own environment for tests holds (`hatch test`). */
export const hatchTest: readonly string[] = [
  "coverage",
  "coverage-enable-subprocess",
  "pytest",
  "pytest-mock",
  "pytest-randomly",
  "pytest-rerunfailures",
  "pytest-xdist",
];

/** Whether a file may install something: a workflow, a script, an image, a task runner's file. */
export function mayInstall(path: string): boolean {
  return /(?:^|\/)(?:Dockerfile[^/]*|Containerfile|[Mm]akefile|GNUmakefile|noxfile\.py|tasks\.py|justfile|Taskfile\.ya?ml|tox\.ini|Jenkinsfile|\.gitlab-ci\.yml|azure-pipelines\.yml|\.travis\.yml|appveyor\.yml|\.readthedocs\.ya?ml)$|^\.github\/.*\.ya?ml$|^\.circleci\/.*\.ya?ml$|^\.devcontainer\/|\.(?:sh|bash|dockerfile|mk)$/.test(
    path,
  );
}

/** YAML with the lines of each `run: >-` as one, as it is run. */
function unfolded(text: string): string {
  if (!/:[ \t]*>[-+]?[ \t]*\r?$/m.test(text)) return text;
  const lines: string[] = [];
  let indent = -1;
  for (const line of text.split("\n")) {
    const own = line.search(/\S/);
    if (indent >= 0 && own > indent) {
      lines[lines.length - 1] += ` ${line.trim()}`;
      continue;
    }
    indent = /:[ \t]*>[-+]?[ \t]*\r?$/.test(line) ? own : -1;
    lines.push(line);
  }
  return lines.join("\n");
}

/** The canonical names that a file installs. */
export function installedBy(source: SourceText): readonly string[] {
  const { path } = source;
  const text = /\.ya?ml$/.test(path) ? unfolded(source.text) : source.text;
  const words: string[] = [];
  for (const [, tool = "", rest = ""] of text.matchAll(command)) {
    let isComputed = false;
    const isOfSystem = tool.startsWith("apt");
    for (const word of rest.replace(/\\\r?\n/g, " ").split(/\s+/)) {
      // `${{ matrix.requests-version }}`: what stands between is no name.
      isComputed ||= word.includes("${{");
      // A package of the system is no distribution of its name, `git` for one.
      const name = isOfSystem ? (commandSources.get(word)?.kind === "python" ? word : /^python3-(.+)$/.exec(word)?.[1]) : word;
      if (!isComputed && name !== undefined) words.push(name);
      if (word.includes("}}")) isComputed = false;
    }
  }
  const hatch = text.includes("hatch") ? new Set([...text.matchAll(/\bhatch\s+(?:-\S+\s+)*(test|fmt)\b/g)].map(([, verb]) => verb)) : new Set();
  if (hatch.has("test")) words.push(...hatchTest);
  if (hatch.has("fmt")) words.push("ruff");
  // `uv run --with x`, `uvx --from x`.
  for (const [, word = ""] of text.matchAll(/\b(?:uv|uvx)\b[^\r\n]*?\s--(?:with|from)[ =](\S+)/g)) for (const one of word.split(",")) words.push(one);
  if (path.endsWith(".py"))
    for (const [, rest = ""] of text.matchAll(session)) for (const [, word = ""] of rest.matchAll(/["']([^"']+)["']/g)) words.push(word);
  // A session's own lists: `session.install(*deps)`.
  if (/(?:^|\/)noxfile\.py$/.test(path)) for (const call of sessionCalls(source)) if (call.verb.endsWith("install")) words.push(...call.words);
  return words.flatMap((word) => {
    const bare = word.replace(/^["']|["',]+$/g, "");
    if (bare === "" || bare.startsWith("-") || /[$/{}]/.test(bare)) return [];
    const requirement = readRequirement(bare);
    return requirement === undefined ? [] : [canonicalName(requirement.name)];
  });
}
