// unused-declaration: a distribution is declared, and nothing imports it or runs its programs.
import { defineRule } from "@caio/repo-model/check";
import { canonicalName, type Declaration, type Manifest } from "@caio/repo-model/manifests";
import { folderOf } from "../chain/modules.js";
import { commandSources } from "../data/commands.js";
import type { EnvFacts } from "../facts.js";
import { knownModules } from "../known-modules.js";

/** Distributions that work without being imported: plug-ins, types, servers, certificates, drivers that are named in a URL. */
const silent =
  /^(?:pytest|flake8|pylint|mypy|sphinx|mkdocs|nox|tox|hatch|poetry|setuptools|pre-commit|black|isort|coverage|hypothesis|celery|gunicorn|uvicorn|jupyter|jupyterlab|nbconvert|django|wagtail|airflow|apache-airflow|opentelemetry|types|flask|dj|drf|pluggy|keyrings?|furo|sphinxcontrib|pyqt5|tzdata|certifi|wheel|pip|build|twine|psycopg|psycopg2|mysqlclient|uvloop|httptools|watchfiles|setproctitle|mccabe)(?:-|$)|(?:-stubs|-types|-plugin|-theme|-backend)$/;

export const unusedDeclaration = defineRule<EnvFacts, unknown>({
  id: "unused-declaration",
  summary: "A distribution is declared, and nothing of the repository imports it or runs its programs.",
  severity: "off",
  *find({ manifests, imported, programs }) {
    if (imported === undefined) return;
    const modules = knownModules();
    const run = new Set(programs.map(({ program }) => canonicalName(commandSources.get(program)?.name ?? program)));
    const used = new Set([...imported.distributions].map(canonicalName));
    const projects = new Set(manifests.flatMap(({ project }) => (project === undefined ? [] : [canonicalName(project)])));
    const isUsed = ({ canonical }: Declaration): boolean =>
      used.has(canonical) ||
      imported.words.has(canonical) ||
      run.has(canonical) ||
      projects.has(canonical) ||
      silent.test(canonical) ||
      (modules.get(canonical) ?? []).some((module) => imported.modules.has(module));
    const judged = manifests.filter((manifest) => isJudged(manifest, manifests));
    const runtime = judged.flatMap(({ declarations }) => declarations.filter((one) => one.scope === "runtime" && one.source === "registry"));
    for (const one of runtime) {
      if (isUsed(one)) continue;
      const { canonical, name, at, scope } = one;
      // What it brings is not known: it may well be used.
      if (!modules.has(canonical)) continue;
      yield {
        message: `\`${name}\` is declared, and nothing here imports it or runs its programs.`,
        at,
        help: "Take it out, or keep it where something else needs it.",
        data: { distribution: canonical, scope },
      };
    }
  },
});

/** Whether users install what a manifest declares: a requirements file beside a project's metadata is for those who work on it. */
function isJudged({ ecosystem, format, path }: Manifest, all: readonly Manifest[]): boolean {
  if (ecosystem !== "python" || /(?:^|\/)(?:tests?|fixtures?|examples?|docs?|templates?)\//i.test(path)) return false;
  const hasProject = all.some(
    (one) => projectFormats.includes(one.format) && (one.project !== undefined || one.isPartial) && folderOf(one.path) === folderOf(path),
  );
  return projectFormats.includes(format) || (!hasProject && (format === "pipfile" || /(?:^|\/)requirements\.(?:txt|in)$/.test(path)));
}

const projectFormats = ["pyproject", "setup.cfg", "setup.py"];
