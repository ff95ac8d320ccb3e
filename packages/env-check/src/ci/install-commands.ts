// The commands that install, as words: pip, uv, poetry, pdm, pipenv, conda and Node's managers.
import { canonicalName } from "@caio/repo-model/manifests";
import type { ShellWord } from "@caio/repo-model/hooks";
import { addRequirement, pathFrom, type JobState, type ProjectInstall } from "./state.js";

/** What a command does to a job: `installed` also where it changes nothing that counts; `unknown` where it cannot be told. */
export type Effect = "installed" | "unknown" | "other";

const pipValued = new Set(
  "-i --index-url --extra-index-url -f --find-links -t --target --prefix --root -c --constraint --constraints --platform --python-version --implementation --abi --no-binary --only-binary --cache-dir --src --timeout --retries --proxy --trusted-host --cert --config-settings -C --global-option --build-option --python -p --progress-bar --report --upgrade-strategy --log --exists-action --use-feature --use-deprecated --root-user-action --index --default-index --resolution --prerelease --exclude-newer --link-mode --keyring-provider --index-strategy --upgrade-package -P --reinstall-package --no-build-isolation-package --override --overrides -b --build-constraint".split(
    " ",
  ),
);

/** A project's folder and extras in `.[test]`, `./lib`, `-e path[all]`; undefined for a requirement's name. */
function localPath(word: string, folder: string): { readonly folder: string; readonly extras: readonly string[] } | undefined {
  const [, path = "", extras = ""] = /^(?:file:)?([^[\]]*?)(?:\[([^\]]*)\])?$/.exec(word) ?? [];
  if (!(path === "." || path === ".." || path.startsWith("./") || path.startsWith("../") || path.includes("/"))) return undefined;
  const joined = pathFrom(folder, path);
  return joined === undefined
    ? undefined
    : {
        folder: joined,
        extras: extras
          .split(",")
          .map((extra) => canonicalName(extra.trim()))
          .filter((extra) => extra !== ""),
      };
}

/** `pip install …` behind its verb. */
export function pipInstall(words: readonly ShellWord[], folder: string, state: JobState, isPath: (path: string) => boolean): Effect {
  let hasDependencies = true;
  let effect: Effect = "installed";
  const groups: string[] = [];
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const { text, isKnown, isGlob } = words[at] ?? { text: "", isKnown: false, isGlob: false };
    const [option = "", inline] = /^(--[\w-]+)=([^]*)$/.exec(text)?.slice(1) ?? [text];
    if (text.startsWith("-") && text !== "-") {
      if (option === "--no-deps") hasDependencies = false;
      if (/^(?:--all-extras|--all-groups)$/.test(option)) state.projects.push({ folder, extras: "all", groups: "all", hasDependencies: true });
      const attached = /^-[re](.+)$/.exec(text)?.[1];
      const takes = /^(?:-r|--requirements?|-e|--editable|--group|--extra)$/.test(option) || pipValued.has(option);
      const next = inline ?? attached ?? (takes ? words[++at]?.text : undefined);
      const nextKnown = inline !== undefined || attached !== undefined ? isKnown : words[at]?.isKnown === true;
      if (next === undefined || (!takes && attached === undefined)) continue;
      if (/^(?:-r.*|--requirements?)$/.test(option)) {
        const path = nextKnown ? pathFrom(folder, next) : undefined;
        if (path === undefined || !isPath(path)) effect = "unknown";
        else if (path.endsWith("pyproject.toml") || path.endsWith("setup.py")) found.push(`./${next.slice(0, Math.max(0, next.lastIndexOf("/"))) || "."}`);
        else state.manifests.set(path, folder);
      } else if (/^(?:-e.*|--editable)$/.test(option)) {
        if (nextKnown) found.push(next.startsWith(".") || next.includes("/") ? next : `./${next}`);
        else effect = "unknown";
      } else if (option === "--group") {
        if (nextKnown) groups.push(next);
        else effect = "unknown";
      } else if (option === "--extra") state.projects.push({ folder, extras: new Set([canonicalName(next)]), groups: new Set(), hasDependencies: true });
      continue;
    }
    if (!isKnown) effect = "unknown";
    else if (/(?:^|\/)dist\/|\.whl$|\.tar\.gz$/.test(text))
      state.projects.push({ folder, extras: new Set(/\[([^\]]*)\]/.exec(text)?.[1]?.split(",").map(canonicalName) ?? []), groups: new Set(), hasDependencies });
    else if (isGlob && !text.includes("[")) effect = "unknown";
    else found.push(text);
  }
  for (const text of found) {
    const local = localPath(text, folder);
    if (local !== undefined) state.projects.push({ folder: local.folder, extras: new Set(local.extras), groups: new Set(), hasDependencies });
    else if (!addRequirement(state, text)) effect = "unknown";
  }
  if (groups.length > 0)
    state.projects.push({ folder, extras: new Set(), groups: new Set(groups.map((group) => canonicalName(group.replace(/^.*:/, "")))), hasDependencies: true });
  return effect;
}

/** The values of an option that may repeat, with what stands behind its `=`, split at commas. */
function values(words: readonly ShellWord[], names: readonly string[]): readonly string[] {
  return words.flatMap(({ text }, at) => {
    const name = names.find((one) => text === one || text.startsWith(`${one}=`));
    if (name === undefined) return [];
    const value = text === name ? (words[at + 1]?.text ?? "") : text.slice(name.length + 1);
    return value.split(/[\s,]+/).filter((one) => one !== "");
  });
}

const has = (words: readonly ShellWord[], ...names: readonly string[]): boolean => words.some(({ text }) => names.includes(text));
const canonicals = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(canonicalName));

/** The groups that a tool installs: each has its own default. */
function chosenGroups(tool: LockTool, words: readonly ShellWord[]): Pick<ProjectInstall, "groups" | "byDefault" | "without"> {
  const without = canonicals(values(words, ["--without", "--no-group"]));
  const named = canonicals(values(words, ["--group", "--only", "--only-group", "-G", ...(tool === "poetry" ? ["--with"] : [])]));
  if (has(words, "--all-groups") || (tool === "pdm" && named.has("all")) || (tool === "pipenv" && has(words, "--dev", "-d", "--categories")))
    return { groups: "all", without };
  const isMainAlone = has(words, "--no-dev", "--prod", "--production", "--only-main", "--no-default-groups") || named.has("main");
  if (isMainAlone || tool === "pipenv") return { groups: named, without };
  if (tool === "poetry") return { groups: named, without, byDefault: has(words, "--only") ? "none" : "required" };
  // uv's default is `dev`, which takes in what `default-groups` names.
  if (tool === "uv") {
    const isAlone = has(words, "--only-group", "--only-dev");
    return { groups: new Set([...named, ...(isAlone && !has(words, "--only-dev") ? [] : ["dev"])]), without };
  }
  return tool === "pdm" ? { groups: named, without, byDefault: "named-or-all" } : { groups: "all", without };
}

/** A tool that installs a project with its lockfile. */
type LockTool = "uv" | "poetry" | "pdm" | "pipenv" | "hatch";

/** The project that `uv sync`, `uv run`, `poetry install` or `pdm install` installs, by their flags. */
export function lockInstall(tool: LockTool, words: readonly ShellWord[], folder: string, state: JobState): Effect {
  const known = words.every(({ isKnown }) => isKnown);
  const into = values(words, ["--directory", "--project", "-C"])[0];
  const where = into === undefined ? folder : pathFrom(folder, into);
  if (where === undefined) return "unknown";
  for (const text of values(words, ["--with"])) if (tool === "uv") addRequirement(state, text);
  if (has(words, "--no-project", "--isolated") && tool === "uv" && has(words, "--no-project")) return known ? "installed" : "unknown";
  const all = has(words, "--all-extras");
  const extras = all ? "all" : canonicals(values(words, ["--extra", "--extras", "-E", ...(tool === "pdm" ? ["-G", "--group"] : [])]));
  // Which members a workspace has is not asked here.
  if (has(words, "--all-packages", "--package")) return "unknown";
  state.projects.push({ folder: where, extras, ...chosenGroups(tool, words), hasDependencies: !has(words, "--only-root") });
  return known ? "installed" : "unknown";
}

/** `conda install`, `conda env update -f`: what it names, and the file. */
export function condaInstall(words: readonly ShellWord[], folder: string, state: JobState, isPath: (path: string) => boolean): Effect {
  if (!words.every(({ isKnown }) => isKnown)) return "unknown";
  const files = values(words, ["-f", "--file"]);
  for (const file of files) {
    const path = pathFrom(folder, file);
    if (path === undefined || !isPath(path)) return "unknown";
    state.manifests.set(path, folder);
  }
  const valued = new Set(["-f", "--file", "-c", "--channel", "-n", "--name", "-p", "--prefix"]);
  for (let at = 0; at < words.length; at++) {
    const { text } = words[at] ?? { text: "" };
    if (valued.has(text)) at++;
    else if (!text.startsWith("-") && !/^(?:python|pip)\b/.test(text)) addRequirement(state, text.replace(/^.*::/, "").replace(/=+.*/, ""));
  }
  return "installed";
}
