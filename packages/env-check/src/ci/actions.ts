// Actions whose effect on what is installed is known. Source: their READMEs and action.yml files.

/** What an action does to the job. */
export type ActionEffect = "nothing" | "python" | "uv" | "poetry" | "pdm" | "hatch" | "conda" | "pip" | "pre-commit" | "prek" | "ruff" | "node" | "retry";

const rows: Readonly<Record<Exclude<ActionEffect, "nothing">, string>> = {
  python: "actions/setup-python",
  uv: "astral-sh/setup-uv yezz123/setup-uv hynek/setup-cached-uv",
  poetry: "snok/install-poetry abatilo/actions-poetry gi0baro/setup-poetry gr1n/setup-poetry packetcoders/action-setup-cache-python-poetry",
  pdm: "pdm-project/setup-pdm",
  hatch: "pypa/hatch",
  conda: "conda-incubator/setup-miniconda mamba-org/setup-micromamba mamba-org/provision-with-micromamba",
  pip: "bsfishy/pip-action py-actions/py-dependency-install",
  "pre-commit": "pre-commit/action",
  prek: "j178/prek-action",
  ruff: "astral-sh/ruff-action chartboost/ruff-action",
  node: "actions/setup-node pnpm/action-setup oven-sh/setup-bun volta-cli/action",
  retry: "nick-fields/retry nick-invision/retry codspeedhq/action",
};

/** Actions that leave what Python and Node see as it is. */
const idle = new Set(
  "dorny/paths-filter tj-actions/changed-files codecov/codecov-action codecov/test-results-action coverallsapp/github-action pypa/gh-action-pypi-publish peaceiris/actions-gh-pages jamesives/github-pages-deploy-action softprops/action-gh-release re-actors/alls-green step-security/harden-runner slackapi/slack-github-action mxschmitt/action-tmate dtolnay/rust-toolchain swatinem/rust-cache ruby/setup-ruby extractions/setup-just hynek/build-and-inspect-python-package psf/black jakebailey/pyright-action peter-evans/create-pull-request py-cov-action/python-coverage-comment-action marocchino/sticky-pull-request-comment crazy-max/ghaction-github-labeler aws-actions/configure-aws-credentials google-github-actions/auth google-github-actions/setup-gcloud hashicorp/setup-terraform egor-tensin/setup-clang ilammy/msvc-dev-cmd supercharge/redis-github-action mymindstorm/setup-emsdk taiki-e/install-action benchmark-action/github-action-benchmark reviewdog/action-setup lycheeverse/lychee-action crate-ci/typos streetsidesoftware/cspell-action super-linter/super-linter zizmorcore/zizmor-action ossf/scorecard-action sigstore/gh-action-sigstore-python endbug/add-and-commit stefanzweifel/git-auto-commit-action jlumbroso/free-disk-space hmarr/debug-action styfle/cancel-workflow-action webfactory/ssh-agent pyvista/setup-headless-display-action release-drafter/release-drafter snyk/actions amannn/action-semantic-pull-request browser-actions/setup-chrome tlambert03/setup-qt-libs hoverkraft-tech/compose-action".split(
    " ",
  ),
);
const effects: ReadonlyMap<string, ActionEffect> = new Map(
  Object.entries(rows).flatMap(([effect, names]) => names.split(" ").map((name) => [name, effect as ActionEffect])),
);

/** What `uses: NAME@REF` does; undefined where nobody knows. */
export function effectOf(uses: string): ActionEffect | undefined {
  const [name = ""] = uses.toLowerCase().split("@");
  const [owner, repository] = name.split("/");
  const key = `${owner ?? ""}/${repository ?? ""}`;
  const known = effects.get(key);
  if (known !== undefined) return known;
  if (idle.has(key) || name.startsWith("docker://")) return "nothing";
  // GitHub's and Docker's own actions install no packages.
  return /^(?:actions|github|docker)\//.test(name) ? "nothing" : undefined;
}
