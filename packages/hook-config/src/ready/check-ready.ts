// checkReady: whether hooks can run here, judged from what the environment says; nothing is run.
import { withFingerprints, type Draft, type Finding } from "@caio/repo-model/check";
import { stageToday, type Hook } from "@caio/repo-model/hooks";
import { languages, renamedLanguages } from "../data/languages.js";
import { entryCommand } from "./entry.js";

/** The world as data. Paths go from the repository's root. */
export interface ReadyEnvironment {
  /** The absolute path of a command on PATH. */
  which(command: string): string | undefined;
  exists(path: string): boolean;
  /** Absent where modes are not known. */
  isExecutable?(path: string): boolean;
  /** Hook types that git runs in this clone; absent where that is not known. */
  readonly installedHookTypes?: readonly string[];
}

type ReadyDraft = Draft & { readonly rule: string };

/** Commands that a shell or pre-commit's own environment has. */
const doctor = "`caio env-check doctor` looks for modules and interpreters.";
const interpreters = new Set(["python", "python3", "node", "ruby", "perl", "cargo", "go", "npm", "npx", "uv", "poetry", "pipenv"]);

function* entryDrafts(hook: Hook, environment: ReadyEnvironment): Iterable<ReadyDraft> {
  const language = renamedLanguages[hook.language ?? ""] ?? hook.language;
  const isOurs = hook.manager === "pre-commit" || hook.manager === "prek";
  if (hook.entry === undefined || !isOurs || (language !== "unsupported" && language !== "unsupported_script")) return;
  const entry = entryCommand(hook.entry, language === "unsupported_script");
  if (entry === undefined) return;
  const at = hook.entryAt ?? hook.at;
  const slash = hook.at.path.lastIndexOf("/");
  const folder = hook.at.path.slice(0, slash + 1);
  const id = hook.id;
  if (entry.command !== undefined && environment.which(entry.command) === undefined)
    yield {
      rule: "entry-not-found",
      message: `The hook \`${id}\` runs \`${entry.command}\`, which is not on this machine's PATH.`,
      at,
      help: interpreters.has(entry.command) ? doctor : `Install it. ${doctor}`,
      data: { hook: id, command: entry.command },
    };
  for (const { path, mustRun } of entry.files) {
    const full = folder + path;
    if (!environment.exists(full))
      yield { rule: "entry-not-found", message: `The hook \`${id}\` runs \`${full}\`, which does not exist.`, at, data: { hook: id, path: full } };
    else if (mustRun && environment.isExecutable?.(full) === false)
      yield {
        rule: "entry-not-executable",
        message: `The hook \`${id}\` runs \`${full}\`, which is not executable.`,
        at,
        help: `\`chmod +x ${full}\` makes it so.`,
        data: { hook: id, path: full },
      };
  }
}

function* drafts(hooks: Iterable<Hook>, environment: ReadyEnvironment): Iterable<ReadyDraft> {
  const { installedHookTypes: installed } = environment;
  const told = new Set<string>();
  for (const hook of hooks) {
    yield* entryDrafts(hook, environment);
    const stages = hook.stages.map(stageToday);
    // pre-commit installs hooks of the configuration at the root; who runs one below it is not known.
    const isInstallable = hook.manager !== "pre-commit" || !hook.at.path.includes("/");
    if (isInstallable && installed?.length === 0) {
      // A clone without any hook runs none: told once for each file, for scripts once for their folder.
      const place = hook.manager === "husky" || hook.manager === "githooks" ? hook.at.path.replace(/[^/]*$/, "") || hook.at.path : hook.at.path;
      if (!told.has(place) && !stages.includes("manual")) {
        told.add(place);
        yield {
          rule: "stage-not-installed",
          message: `This clone has no hook installed, so that git runs none of \`${place}\`.`,
          at: hook.at,
          help: installHelp(hook, stages[0] ?? "pre-commit"),
          data: { hook: hook.id, stages, installed },
        };
      }
    } else if (
      isInstallable &&
      installed !== undefined &&
      stages.length > 0 &&
      !stages.includes("manual") &&
      !stages.some((stage) => installed.includes(stage))
    )
      yield {
        rule: "stage-not-installed",
        message: `The hook \`${hook.id}\` runs at ${stages.map((stage) => `\`${stage}\``).join(", ")}, which this clone has not installed.`,
        at: hook.at,
        help: installHelp(hook, stages[0] ?? "pre-commit"),
        data: { hook: hook.id, stages, installed },
      };
    const language = renamedLanguages[hook.language ?? ""] ?? hook.language;
    const fact = languages.find(({ name }) => name === language);
    if (hook.repo === "local" && fact?.installs === false && hook.additionalDependencies.length > 0)
      yield {
        rule: "ignored-dependencies",
        message: `pre-commit installs nothing for the language \`${hook.language ?? ""}\`: \`additional_dependencies\` of \`${hook.id}\` stop it.`,
        at: hook.at,
        help: "Use the language of the dependencies, or remove them.",
        data: { hook: hook.id, language: hook.language ?? null, dependencies: hook.additionalDependencies },
      };
    if (hook.manager === "githooks" && environment.isExecutable?.(hook.at.path) === false)
      yield {
        rule: "entry-not-executable",
        message: `\`${hook.at.path}\` is not executable, so that git leaves it out.`,
        at: hook.at,
        help: `\`chmod +x ${hook.at.path}\` makes it so.`,
        data: { hook: hook.id, path: hook.at.path },
      };
  }
}

function installHelp({ manager }: Hook, stage: string): string {
  switch (manager) {
    case "pre-commit":
      return `Run \`pre-commit install --hook-type ${stage}\`.`;
    case "prek":
      return `Run \`prek install --hook-type ${stage}\`.`;
    case "lefthook":
      return "Run `lefthook install`.";
    case "husky":
      return "Run `npx husky`.";
    case "simple-git-hooks":
      return "Run `npx simple-git-hooks`.";
    default:
      return "Run `git config core.hooksPath .githooks`.";
  }
}

/** What keeps hooks from running here. Runs nothing. */
export function* checkReady(hooks: Iterable<Hook>, environment: ReadyEnvironment): Iterable<Finding> {
  const found = [...drafts(hooks, environment)].map((draft) => ({
    ...draft,
    ruleId: draft.rule,
    rule: `hook-config/${draft.rule}` as const,
    severity: "error" as const,
  }));
  for (const { ruleId: _id, fingerprintText: _text, ...finding } of withFingerprints(found)) yield finding;
}
