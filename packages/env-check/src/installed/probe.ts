// `--probe`: the interpreter itself is asked, as a cross-check of what was read from disk. Never one that the repository brings.
import { execFile } from "node:child_process";
import type { Context } from "@caio/repo-model/check";
import { installedDistributions } from "./distributions.js";
import type { Environment } from "./environment.js";
import { shown, type Line } from "./line.js";
import { environmentsOf, type Patient } from "./patient.js";

/** What an interpreter says of itself. */
interface Answer {
  readonly version: string;
  readonly distributions: Readonly<Record<string, string | null>>;
}

const question = `
import json, sys
try:
    from importlib import metadata
except ImportError:
    metadata = None
found = {}
for one in (metadata.distributions() if metadata else ()):
    try:
        name, version = one.metadata["Name"], one.version
    except Exception:
        continue
    key = "-".join(p for p in (name or "").replace("_", "-").replace(".", "-").lower().split("-") if p)
    if key and key not in found:
        found[key] = version
print(json.dumps({"version": ".".join(map(str, sys.version_info[:3])), "distributions": found}))
`;

/** Why an interpreter must not be run; undefined where it is the user's own. */
export async function refusal(
  { machine, root }: Pick<Patient, "machine" | "root">,
  { git, files }: Pick<Context, "git" | "files">,
  environment: Environment,
): Promise<string | undefined> {
  const real = machine.realPath(root) ?? root;
  const inside = (path: string): string | undefined => [root, real].flatMap((base) => (path.startsWith(`${base}/`) ? [path.slice(base.length + 1)] : [])).at(0);
  const paths = [environment.interpreter, environment.prefix, machine.realPath(environment.interpreter) ?? "", machine.realPath(environment.prefix) ?? ""];
  const own = paths.flatMap((path) => inside(path) ?? []);
  if (own.length === 0) return undefined;
  if (git === undefined) return "it lies in the repository, and without git nobody can tell who put it there";
  const tracked = (await git.tree("index").list({ ignored: true })).map(({ path }) => path as string);
  const head = await git
    .resolve("HEAD")
    .then((commit) => git.tree(commit).list())
    .then((list) => list.map(({ path }) => path as string))
    .catch(() => []);
  void files;
  // A link or a submodule above it is the repository's as well.
  const isOurs = [...tracked, ...head].some((path) =>
    own.some((one) => one === path || one.startsWith(`${path}/`) || path.startsWith(`${environment.isVirtual ? prefixOf(one) : one}/`)),
  );
  return isOurs ? "the repository itself brings it" : undefined;
}

/** The folder of an environment, of its own path or its interpreter's. */
const prefixOf = (path: string): string => path.replace(/\/(?:bin|Scripts)\/[^/]+$/, "");

/** Runs an interpreter isolated: no startup files of the folder, no variables of Python, ten seconds. */
function ask(interpreter: string, cwd: string): Promise<Answer | string> {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PYTHON")));
  return new Promise((resolve) => {
    execFile(interpreter, ["-I", "-B", "-c", question], { cwd, env: environment, timeout: 10_000, maxBuffer: 16 * 1024 * 1024 }, (error, output) => {
      if (error !== null) return resolve(error.message.split("\n", 1)[0] ?? "it failed");
      try {
        const value: unknown = JSON.parse(output);
        return resolve(isAnswer(value) ? value : "its answer cannot be read");
      } catch {
        return resolve("its answer cannot be read");
      }
    });
  });
}

function isAnswer(value: unknown): value is Answer {
  return (
    typeof value === "object" &&
    value !== null &&
    "version" in value &&
    typeof value.version === "string" &&
    "distributions" in value &&
    typeof value.distributions === "object"
  );
}

/** What the interpreter says, compared with what was read. */
export async function probeLines(patient: Patient, context: Context): Promise<readonly Line[]> {
  const { machine, root } = patient;
  const { hooks: environment } = environmentsOf(patient);
  if (environment === undefined || environment.broken !== undefined) return [];
  const name = shown(root, environment.interpreter, machine.environment["HOME"]);
  const refused = await refusal(patient, context, environment);
  if (refused !== undefined) return [{ sign: "!", text: `${name} is not run: ${refused}.` }];
  const answer = await ask(environment.interpreter, machine.realPath(environment.prefix) ?? environment.prefix);
  if (typeof answer === "string") return [{ sign: "!", text: `${name} does not answer: ${answer}.` }];
  const read = installedDistributions(machine, environment);
  const isVersion = environment.version === undefined || answer.version === environment.version || answer.version.startsWith(`${environment.version}.`);
  const differing = Object.entries(answer.distributions).filter(([canonical, version]) => (read.get(canonical)?.version ?? null) !== version);
  const lines: Line[] = [];
  if (!isVersion) lines.push({ sign: "!", text: `${name} says that it is Python ${answer.version}, and the disk says ${environment.version ?? "nothing"}.` });
  for (const [canonical, version] of differing.slice(0, 10))
    lines.push({
      sign: "!",
      text: `${name} sees ${canonical} ${version ?? "without a version"}, and the disk says ${read.get(canonical)?.version ?? "that it is not there"}.`,
    });
  if (lines.length === 0)
    lines.push({ sign: "✓", text: `${name} was run and says the same: Python ${answer.version}, ${Object.keys(answer.distributions).length} distributions.` });
  return lines;
}
