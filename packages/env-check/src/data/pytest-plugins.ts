// What pytest's plug-ins add: options and fixtures, as the code of the named version adds them (`pytest_addoption`, its fixtures). Options that
// several plug-ins have, and names that anybody might choose, are left out.

/** A plug-in: what it is imported as, and where it comes from. */
export interface PytestPlugin {
  readonly distribution: string;
  readonly module: string;
}

/** DISTRIBUTION@VERSION, its module, then options and fixtures. */
const table = `
pytest-asyncio@1.5.0 pytest_asyncio --asyncio-mode --asyncio-debug unused_tcp_port unused_tcp_port_factory unused_udp_port unused_udp_port_factory
pytest-benchmark@5.3.1 pytest_benchmark --benchmark-min-time --benchmark-max-time --benchmark-min-rounds --benchmark-warmup --benchmark-disable-gc
  --benchmark-skip --benchmark-disable --benchmark-enable --benchmark-only --benchmark-save --benchmark-autosave --benchmark-json --benchmark-compare
  --benchmark-storage --benchmark-verbose --benchmark-sort --benchmark-group-by --benchmark-columns --benchmark-name --benchmark-histogram
pytest-codspeed@5.0.4 pytest_codspeed --codspeed --codspeed-mode --codspeed-warmup-time --codspeed-max-time --codspeed-max-rounds
pytest-console-scripts@1.4.1 pytest_console_scripts --script-launch-mode script_runner
pytest-cov@7.1.0 pytest_cov --cov --cov-reset --cov-report --cov-config --no-cov-on-fail --no-cov --cov-fail-under --cov-append --cov-branch --cov-precision
  --cov-context
pytest-custom-exit-code@0.3.0 pytest_custom_exit_code --suppress-no-test-exit-code --suppress-tests-failed-exit-code
pytest-datadir@1.9.0 pytest_datadir shared_datadir original_datadir
pytest-django@4.14.0 pytest_django --reuse-db --create-db --ds --dc --nomigrations --no-migrations django_assert_num_queries django_assert_max_num_queries
  django_user_model django_capture_on_commit_callbacks django_db_setup django_db_blocker
pytest-doctestplus@1.7.1 pytest_doctestplus --doctest-plus --doctest-rst --doctest-plus-atol --doctest-plus-rtol
pytest-forked@1.7.5 pytest_forked --forked
pytest-html@4.2.0 pytest_html --html --self-contained-html
pytest-httpserver@1.2.0 pytest_httpserver make_httpserver httpserver_listen_address httpserver_ssl_context
pytest-httpx@0.36.2 pytest_httpx httpx_mock
pytest-instafail@0.5.0 pytest_instafail --instafail
pytest-json-report@1.5.0 pytest_jsonreport --json-report --json-report-file
pytest-mock@3.17.0 pytest_mock mocker class_mocker module_mocker package_mocker session_mocker
pytest-mpl@0.19.0 pytest_mpl --mpl --mpl-generate-path --mpl-baseline-path --mpl-results-path
pytest-mypy@1.1.0 pytest_mypy --mypy --mypy-ignore-missing-imports --mypy-config-file
pytest-picked@0.5.1 pytest_picked --picked
pytest-qt@4.5.0 pytestqt --no-qt-log --qt-log-format qtbot qtmodeltester
pytest-random-order@1.2.0 random_order --random-order --random-order-bucket --random-order-seed
pytest-randomly@5.1.0 pytest_randomly --randomly-seed --randomly-dont-reset-seed --randomly-dont-reorganize
pytest-recording@0.14.1 pytest_recording --block-network --disable-recording
pytest-regressions@2.11.0 pytest_regressions --force-regen --regen-all data_regression dataframe_regression file_regression num_regression image_regression
pytest-remotedata@0.4.2 pytest_remotedata --remote-data
pytest-reportlog@1.0.0 pytest_reportlog --report-log
pytest-rerunfailures@16.7 pytest_rerunfailures --reruns --reruns-delay --only-rerun --rerun-except
pytest-ruff@0.5 pytest_ruff --ruff --ruff-format
pytest-run-parallel@0.10.0 pytest_run_parallel --parallel-threads
pytest-socket@0.8.1 pytest_socket --disable-socket --force-enable-socket --allow-hosts --allow-unix-socket socket_enabled socket_disabled
pytest-split@0.11.0 pytest_split --store-durations --durations-path --splits --splitting-algorithm
pytest-subprocess@1.6.0 pytest_subprocess fake_process
pytest-testmon@2.2.0 testmon --testmon --testmon-noselect --testmon-forceselect
pytest-timeout@2.4.0 pytest_timeout --timeout --timeout-method --session-timeout
pytest-trio@0.8.0 pytest_trio autojump_clock
pytest-xdist@3.8.0 xdist -n --numprocesses --maxprocesses --max-worker-restart --dist --tx --looponfail
hypothesis@6.170.17 hypothesis --hypothesis-profile --hypothesis-show-statistics --hypothesis-seed --hypothesis-verbosity
inline-snapshot@0.36.1 inline_snapshot --inline-snapshot
nbmake@1.5.5 nbmake --nbmake --nbmake-timeout --nbmake-kernel
nbval@0.11.0 nbval --nbval --nbval-lax --nbval-sanitize-with --nbval-current-env --nbval-kernel-name --nbval-cell-timeout
requests-mock@1.12.1 requests_mock requests_mock
respx@0.23.1 respx respx_mock
pytest-gitconfig@0.9.0 pytest_gitconfig default_git_user_name default_git_user_email default_git_init_default_branch set_default_gitconfig
syrupy@7.0.2 syrupy --snapshot-warn-unused --snapshot-details --snapshot-default-extension
time-machine@3.6.0 time_machine time_machine
xdoctest@1.3.2 xdoctest --xdoctest --xdoctest-modules --xdoc --xdoctest-glob --xdoc-glob --xdoctest-style --xdoc-style --xdoctest-analysis
  --xdoctest-ignore-syntax-errors
pytest-aiohttp@1.1.1 pytest_aiohttp aiohttp_client aiohttp_client_cls aiohttp_raw_server aiohttp_server
pytest-arraydiff@0.7.0 pytest_arraydiff
pytest-dependency@0.6.1 pytest_dependency
pytest-docker@3.2.6 pytest_docker
pytest-env@1.8.5 pytest_env
pytest-freezer@0.4.9 pytest_freezer
pytest-httpbin@2.1.0 pytest_httpbin
pytest-metadata@3.1.1 pytest_metadata
pytest-mypy-plugins@4.1.0 pytest_mypy_plugins
pytest-order@1.5.0 pytest_order
pytest-playwright@0.10.0 pytest_playwright
pytest-repeat@0.9.4 pytest_repeat
pytest-snapshot@0.9.0 pytest_snapshot
`;

const rows = table
  .trim()
  .replaceAll("\n  ", " ")
  .split("\n")
  .map((row) => row.split(" "));

const plugins = (of: (name: string) => boolean): ReadonlyMap<string, PytestPlugin> =>
  new Map(
    rows.flatMap(([versioned = "", module = "", ...names]) =>
      names.filter(of).map((name) => [name, { distribution: versioned.replace(/@.*/, ""), module }] as const),
    ),
  );

/** The plug-ins of which it is known what they add, those that add nothing of the above included. */
export const knownPlugins: ReadonlySet<string> = new Set(rows.map(([versioned = ""]) => versioned.replace(/@.*/, "")));

/** The modules that they are imported as. */
export const pluginModules: ReadonlySet<string> = new Set(rows.map(([, module = ""]) => module));

/** By option: `--cov`, `-n`. */
export const pluginOfOption = plugins((name) => name.startsWith("-"));

/** A fixture of a plug-in, with others that have one of the same name. */
export interface PytestFixture extends PytestPlugin {
  readonly others: readonly string[];
}

/** FIXTURE=DISTRIBUTION, with others that have it. */
const shared = "httpserver=pytest-httpserver,pytest-localserver benchmark=pytest-benchmark,pytest-codspeed";

const moduleOf = (distribution: string): string =>
  rows.find(([versioned = ""]) => versioned.startsWith(`${distribution}@`))?.[1] ?? distribution.replaceAll("-", "_");

/** By fixture: `mocker`. */
export const pluginOfFixture: ReadonlyMap<string, PytestFixture> = new Map<string, PytestFixture>([
  ...[...plugins((name) => !name.startsWith("-"))].map(([name, plugin]) => [name, { ...plugin, others: [] }] as const),
  ...shared.split(" ").map((row) => {
    const [fixture = "", names = ""] = row.split("=");
    const [distribution = "", ...others] = names.split(",");
    return [fixture, { distribution, module: moduleOf(distribution), others }] as const;
  }),
]);

/** A mark of a plug-in. */
export interface PytestMark extends PytestPlugin {
  /** Whether tests run without the plug-in unless marks that nobody has registered are refused (`--strict-markers`). */
  readonly isStrict: boolean;
  /** Others that have the same mark. */
  readonly others: readonly string[];
}

/** MARK=DISTRIBUTION, with others that have it; a `?` where only strict marks need it. */
const marks =
  "asyncio=pytest-asyncio,pytest-asyncio-cooperative,alt-pytest-asyncio,pytest-tornasync trio=pytest-trio django_db=pytest-django timeout?=pytest-timeout flaky?=pytest-rerunfailures,flaky,pytest-retry benchmark?=pytest-benchmark,pytest-codspeed disable_socket?=pytest-socket enable_socket?=pytest-socket xdist_group?=pytest-xdist httpx_mock?=pytest-httpx mpl_image_compare?=pytest-mpl";

/** By mark: `asyncio` of `pytest.mark.asyncio`. */
export const pluginOfMark: ReadonlyMap<string, PytestMark> = new Map(
  marks.split(" ").map((row) => {
    const [mark = "", names = ""] = row.split("=");
    const [distribution = "", ...others] = names.split(",");
    return [mark.replace("?", ""), { distribution, module: moduleOf(distribution), others, isStrict: mark.endsWith("?") }];
  }),
);
