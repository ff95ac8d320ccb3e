// What gives a command: a distribution of PyPI, a package of npm, a program of the system. Facts of the packages' own metadata: entry points of installed wheels, `bin` in npm's lockfiles.

/** Where a command comes from. */
export interface CommandSource {
  readonly kind: "python" | "node" | "system";
  readonly name: string;
}

const python =
  "pytest py.test=pytest coveralls stestr cog=cogapp tox nox coverage mypy dmypy=mypy pyright basedpyright black blackd=black ruff flake8 pylint pyupgrade isort autopep8 yapf bandit pydocstyle pycodestyle pyflakes vulture codespell yamllint sphinx-build=sphinx sphinx-apidoc=sphinx mkdocs pre-commit prek poetry pdm hatch uv pipenv pip-compile=pip-tools pip-sync=pip-tools pip-audit twine build=build detect-secrets detect-secrets-hook=detect-secrets commitizen=commitizen cz=commitizen gitlint djlint sqlfluff interrogate deptry nbstripout nbqa jupyter=jupyter-core jupytext alembic celery gunicorn uvicorn flask django-admin=django scrapy black-primer=black pyroma check-manifest towncrier bumpversion=bump2version bump2version bump-my-version ansible=ansible-core ansible-lint ansible-playbook=ansible-core cookiecutter invoke inv=invoke semgrep safety checkov doc8 docformatter pydoclint refurb ty zizmor reuse blacken-docs autoflake add-trailing-comma cibuildwheel maturin cmake ninja meson ansible-galaxy=ansible-core ansible-navigator behave check-jsonschema copier curlylint djhtml duty flake8p=flake8-pyproject flit git-changelog hatchling import-linter lint-imports=import-linter ipython jupyter-execute=nbclient jupyter-lab=jupyterlab jupyter-labextension=jupyterlab jupyter-nbconvert=nbconvert jupyter-notebook=notebook kedro litestar livereload locust mdformat molecule moto_server=moto myst-inv=myst-parser openapi-spec-validator poe=poethepoet pybabel=babel pyinstrument pyproject-build=build pyreverse=pylint restructuredtext-lint rst-lint=restructuredtext-lint rst2html=docutils sphinx-autobuild sqlformat=sqlparse stubgen=mypy stubtest=mypy trial=twisted waitress-serve=waitress watchfiles watchmedo=watchdog yore zensical";
const node =
  "eslint prettier tsc=typescript tsserver=typescript jest vitest mocha lint-staged commitlint=@commitlint/cli husky lefthook ava c8 nyc tsd tsup concurrently conc=concurrently cross-env cross-env-shell=cross-env nodemon typedoc next react-scripts svelte-check attw=@arethetypeswrong/cli publint remark=remark-cli secretlint vitepress rolldown stylelint markdownlint=markdownlint-cli markdownlint-cli2 cspell biome=@biomejs/biome oxlint nx turbo lerna webpack vite rollup esbuild tsx ts-node playwright=@playwright/test cypress knip changeset=@changesets/cli semantic-release npm-run-all run-s=npm-run-all run-p=npm-run-all rimraf simple-git-hooks standard xo tslint tstyche docusaurus=@docusaurus/core borp prisma shx oxfmt node-gyp storybook wait-port copyfiles release-it vue-tsc del-cli patch-package knex openapi-typescript webpack-dev-server textlint bundlewatch wait-on documentation openapi-ts=@hey-api/openapi-ts http-server lockfile-lint ls-engines linkinator nano-staged wdio=@wdio/cli license-checker gh-pages electron-builder tauri=@tauri-apps/cli depcheck docsify=docsify-cli dtslint jsdoc openapi-generator-cli=@openapitools/openapi-generator-cli";
const system =
  "shellcheck shfmt hadolint gitleaks trufflehog actionlint terraform tflint tfsec helm kubectl docker make cmake jq yq go gofmt=go cargo rustc=cargo rustfmt=cargo golangci-lint buf protoc clang-format clang-tidy swiftlint ktlint java=default-jdk mvn=maven gradle ruby bundle=bundler node=nodejs npm npx=npm git curl wget rsync just task vale lychee typos dotnet php composer perl";

const rows = (text: string, kind: CommandSource["kind"]): readonly (readonly [string, CommandSource])[] =>
  text.split(" ").map((row) => {
    const [command = "", name = command] = row.split("=");
    return [command, { kind, name }];
  });

/** By command; of a name that several give, Python's counts. */
export const commandSources: ReadonlyMap<string, CommandSource> = new Map([...rows(system, "system"), ...rows(node, "node"), ...rows(python, "python")]);
