// What gives a command: a distribution of PyPI, a package of npm, a program of the system. Facts of the packages' own metadata.

/** Where a command comes from. */
export interface CommandSource {
  readonly kind: "python" | "node" | "system";
  readonly name: string;
}

const python =
  "pytest py.test=pytest coveralls stestr cog=cogapp tox nox coverage mypy dmypy=mypy pyright basedpyright black blackd=black ruff flake8 pylint pyupgrade isort autopep8 yapf bandit pydocstyle pycodestyle pyflakes vulture codespell yamllint sphinx-build=sphinx sphinx-apidoc=sphinx mkdocs pre-commit prek poetry pdm hatch uv pipenv pip-compile=pip-tools pip-sync=pip-tools pip-audit twine build=build detect-secrets detect-secrets-hook=detect-secrets commitizen=commitizen cz=commitizen gitlint djlint sqlfluff interrogate deptry nbstripout nbqa jupyter=jupyter-core jupytext alembic celery gunicorn uvicorn flask django-admin=django scrapy black-primer=black pyroma check-manifest towncrier bumpversion=bump2version bump2version bump-my-version ansible=ansible-core ansible-lint ansible-playbook=ansible-core cookiecutter invoke inv=invoke semgrep safety checkov doc8 docformatter pydoclint refurb ty zizmor reuse blacken-docs autoflake add-trailing-comma cibuildwheel maturin cmake ninja meson";
const node =
  "eslint prettier tsc=typescript tsserver=typescript jest vitest mocha lint-staged commitlint=@commitlint/cli husky lefthook ava c8 nyc tsd tsup concurrently conc=concurrently cross-env cross-env-shell=cross-env nodemon typedoc next react-scripts svelte-check attw=@arethetypeswrong/cli publint remark=remark-cli secretlint vitepress rolldown stylelint markdownlint=markdownlint-cli markdownlint-cli2 cspell biome=@biomejs/biome oxlint nx turbo lerna webpack vite rollup esbuild tsx ts-node playwright=@playwright/test cypress knip changeset=@changesets/cli semantic-release npm-run-all run-s=npm-run-all run-p=npm-run-all rimraf simple-git-hooks standard xo tslint";
const system =
  "shellcheck shfmt hadolint gitleaks trufflehog actionlint terraform tflint tfsec helm kubectl docker make cmake jq yq go gofmt=go cargo rustc=cargo rustfmt=cargo golangci-lint buf protoc clang-format clang-tidy swiftlint ktlint java=default-jdk mvn=maven gradle ruby bundle=bundler node=nodejs npm npx=npm git curl wget rsync just task vale lychee typos dotnet php composer perl";

const rows = (text: string, kind: CommandSource["kind"]): readonly (readonly [string, CommandSource])[] =>
  text.split(" ").map((row) => {
    const [command = "", name = command] = row.split("=");
    return [command, { kind, name }];
  });

/** By command; of a name that several give, Python's counts. */
export const commandSources: ReadonlyMap<string, CommandSource> = new Map([...rows(system, "system"), ...rows(node, "node"), ...rows(python, "python")]);
