// Seeded faults of CI, the document and the machine in real projects: how many are found, and what is said of the unbroken ones.
// node tools/bench/env-check/seeds-machine.mjs FOLDER...   (clones; they are read, never written)
import { envCheck } from "../../../packages/env-check/dist/index.js";
import { fullScope, runChecks } from "../../../packages/repo-model/dist/check/index.js";
import { openRepository } from "../../../packages/repo-model/dist/git/index.js";
import { sourceText } from "../../../packages/repo-model/dist/text/index.js";
import { memoryMachine } from "../../testing/dist/memory-machine.js";

const { defaults } = envCheck.options;
const quiet = { ignore: [], now: "", signal: new AbortController().signal, trouble() {}, skip() {}, notRun() {}, scope: fullScope };
const rules = new Set(["ci-does-not-install", "ci-interpreter-mismatch", "interpreter-disagreement", "stale-setup-document", "broken-section-markers"]);

/** The tree with some files changed; `undefined` takes one away. */
function changed(files, changes) {
  const text = async (path) => (Object.hasOwn(changes, path) ? (changes[path] === undefined ? undefined : sourceText(path, changes[path])) : files.text(path));
  return {
    list: async (selection) => {
      const all = (await files.list(selection)).filter(({ path }) => !(Object.hasOwn(changes, path) && changes[path] === undefined));
      const added = Object.keys(changes).filter((path) => changes[path] !== undefined && !all.some((one) => one.path === path));
      return [...all, ...added.map((path) => ({ path, kind: "file", size: changes[path].length, tracked: true }))].toSorted((a, b) =>
        a.path < b.path ? -1 : 1,
      );
    },
    text,
    bytes: async (path) => (Object.hasOwn(changes, path) ? (changes[path] === undefined ? undefined : Buffer.from(changes[path])) : files.bytes(path)),
  };
}

async function check(repository, files) {
  const severity = (rule) => (rules.has(rule) ? envCheck.rules.find(({ id }) => id === rule).severity : "off");
  const settings = { options: defaults, severity, isOn: (rule) => severity(rule) !== "off" };
  const { findings } = await runChecks({ checks: [{ check: envCheck, settings }], files, context: { ...quiet, repository } });
  return findings.map(({ rule, at }) => `${rule.slice(10)} ${at.path}:${at.start.line}`);
}

async function command(name, repository, files, machine, flags = {}) {
  const one = envCheck.commands.find((each) => each.name === name);
  return one.run({ context: { ...quiet, repository, files, machine }, options: defaults, operands: [], flags, stdin: async () => "" });
}

const results = [];
const seeded = (project, fault, rule, before, after) => {
  const fresh = after.filter((one) => !before.includes(one));
  results.push({ project, fault, rule, isFound: fresh.some((one) => one.startsWith(rule)), fresh });
};
const falseAlarms = [];

for (const root of process.argv.slice(2)) {
  const project = root.split("/").at(-1);
  const repository = await openRepository(root);
  const { files } = repository;
  const before = await check(repository, files);
  falseAlarms.push(...before.map((one) => `${project} ${one}`));
  const project_ = ((await files.text("pyproject.toml"))?.text ?? "") + ((await files.text("setup.cfg"))?.text ?? "");
  // CI: a step that installs is taken away; the interpreter is one that the project does not take.
  const workflows = (await files.list()).filter(({ path }) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
  for (const { path } of workflows) {
    const source = await files.text(path);
    // What brings its own environment has no step to lose.
    if (
      source === undefined ||
      !/^(?!.*(?:install|uv run)).*(?:run:|^\s+)(?:\s*)(?:python -m |poetry run |pdm run |coverage run -m )?(?:pytest|pre-commit run)\b/m.test(source.text) ||
      /\b(?:tox|nox|hatch|make)\b/.test(source.text)
    )
      continue;
    const without = source.text.replace(
      /^(\s*(?:- )?(?:run: )?)((?:python3? -m )?(?:uv )?pip3? install (?!.*(?:--upgrade pip|-U pip)\s*$).*|uv sync.*|poetry install.*|pdm install.*)$/gm,
      "$1true",
    );
    if (without !== source.text && (await check(repository, changed(files, { [path]: source.text }))).length === before.length) {
      const after = await check(repository, changed(files, { [path]: without }));
      seeded(project, `${path}: no step installs`, "ci-does-not-install", before, after);
    }
    const old = source.text.replace(/(python-version: *)["']?3\.\d+["']?/g, '$1"3.6"').replace(/(python(?:-version)?: *\[)[^\]]*\]/g, '$1"3.6"]');
    if (old !== source.text && /requires-python|python_requires|^python = /m.test(project_) && !/continue-on-error/.test(old))
      seeded(project, `${path}: Python 3.6`, "ci-interpreter-mismatch", before, await check(repository, changed(files, { [path]: old })));
  }
  const python = (await files.text("pyproject.toml"))?.text ?? (await files.text("setup.cfg"))?.text ?? "";
  if (/requires-python|python_requires/.test(python))
    seeded(project, ".python-version: 3.6", "interpreter-disagreement", before, await check(repository, changed(files, { ".python-version": "3.6\n" })));
  // The document: written, then a hook is added.
  const config = await files.text(".pre-commit-config.yaml");
  const indent = /^( *)- repo:/m.exec(config?.text ?? "")?.[1] ?? "";
  const own = `${config?.text.trimEnd() ?? "repos:"}\n${indent}- repo: local\n${indent}  hooks:\n${indent}  - {id: seed, name: seed, entry: pytest, language: system, pass_filenames: false}\n`;
  if (config === undefined || /^repos:/m.test(config.text)) {
    const withHook = { ".pre-commit-config.yaml": own };
    const result = await command("doc", repository, changed(files, withHook));
    const document = result.kind === "write" ? result.edits.find(({ create }) => create !== undefined)?.create : undefined;
    if (document !== undefined) {
      const there = { ...withHook, [defaults.document]: document };
      const clean = await check(repository, changed(files, there));
      falseAlarms.push(...clean.filter((one) => /setup-document|markers/.test(one)).map((one) => `${project} ${one}`));
      const renamed = { ...there, ".pre-commit-config.yaml": own.replaceAll("seed", "other").replace("entry: pytest", "entry: shellcheck x") };
      seeded(project, "the document is of another hook", "stale-setup-document", clean, await check(repository, changed(files, renamed)));
      seeded(
        project,
        "a marker is lost",
        "broken-section-markers",
        clean,
        await check(repository, changed(files, { ...there, [defaults.document]: document.replace(/<!-- caio:end [^>]*-->/, "") })),
      );
    }
    // The machine: an environment that has all; then one fault each.
    await machine(project, repository, changed(files, withHook));
  }
}

async function machine(project, repository, files) {
  const root = repository.root;
  const site = `${root}/.venv/lib/python3.12/site-packages`;
  const disk = { [`${root}/.venv/pyvenv.cfg`]: "home = /usr/bin\nversion = 3.12.4\n", [`${root}/.git/HEAD`]: "ref: x\n", [`${root}/.git/config`]: "" };
  for (const program of ["python", "pytest", "pre-commit"]) disk[`${root}/.venv/bin/${program}`] = `#!${root}/.venv/bin/python\n`;
  for (const stage of [
    "pre-commit",
    "pre-push",
    "commit-msg",
    "pre-merge-commit",
    "prepare-commit-msg",
    "post-commit",
    "pre-rebase",
    "post-checkout",
    "post-merge",
    "post-rewrite",
  ])
    disk[`${root}/.git/hooks/${stage}`] = `# File generated by pre-commit: https://pre-commit.com\nINSTALL_PYTHON=${root}/.venv/bin/python\n`;
  const names = ["pre-commit"];
  const environment = { VIRTUAL_ENV: `${root}/.venv`, PATH: `${root}/.venv/bin:/usr/bin`, HOME: "/home/me" };
  const doctor = async (over = {}, gone = [], env = environment) => {
    const all = Object.fromEntries(Object.entries({ ...disk, ...over }).filter(([path]) => !gone.some((one) => path.startsWith(one))));
    const result = await command("doctor", repository, files, memoryMachine(all, { environment: env }));
    return result.kind === "drafts" ? result.drafts : [];
  };
  const told = (drafts) =>
    drafts
      .filter(({ data }) => data?.package === undefined && data?.packages === undefined)
      .map(({ rule, data, message }) => `${rule} ${data?.distribution ?? data?.command ?? message}`);
  // Whatever the doctor misses is installed, in a version that fits.
  for (let pass = 0; pass < 4; pass++) {
    for (const { rule, data } of await doctor()) {
      if (rule === "not-installed" && data?.distribution) names.push(data.distribution);
      if (rule === "missing-command") disk[`/usr/bin/${data.command}`] = "";
      if (rule === "wrong-interpreter") disk[`${root}/.venv/pyvenv.cfg`] = "home = /usr/bin\nversion = 3.12.4\n";
      if (rule === "wrong-version")
        disk[`${site}/${data.distribution.replaceAll("-", "_")}-0.dist-info/METADATA`] =
          `Name: ${data.distribution}\nVersion: ${/(?:>=|==|~=)\s*([\d][\w.]*[\w])/.exec(data.range)?.[1] ?? "0.1"}\n`;
    }
    for (const name of names) disk[`${site}/${name.replaceAll("-", "_")}-0.dist-info/METADATA`] ??= `Name: ${name}\nVersion: 999.1\n`;
  }
  const clean = told(await doctor());
  falseAlarms.push(...clean.map((one) => `${project} doctor: ${one}`));
  const name = names.find((one) => one !== "pre-commit");
  if (name === undefined) return;
  const folder = `${site}/${name.replaceAll("-", "_")}-0.dist-info`;
  const seed = async (fault, rule, ...how) => seeded(project, `doctor: ${fault}`, rule, clean, told(await doctor(...how)));
  await seed(`${name} is gone`, "not-installed", {}, [folder]);
  await seed(`${name} without metadata`, "broken-metadata", { [`${folder}/RECORD`]: "" }, [`${folder}/METADATA`]);
  await seed(`another Python`, "wrong-interpreter", { [`${root}/.venv/pyvenv.cfg`]: "home = /usr/bin\nversion = 3.12.4\n", "/usr/bin/python3.9": "" }, [
    `${root}/.venv/bin/python`,
  ]);
  await seed(
    "the environment is not active",
    "wrong-environment",
    {
      "/usr/bin/python3.12": "",
      "/usr/bin/python3": "",
      "/usr/bin/pytest": "#!/usr/bin/python3.12\n",
      "/usr/bin/pre-commit": "",
      "/usr/lib/python3.12/site-packages/x.py": "",
    },
    [],
    { PATH: "/usr/bin", HOME: "/home/me" },
  );
  await seed("no hook manager", "missing-hook-manager", {}, [`${root}/.venv/bin/pre-commit`, `${site}/pre_commit`]);
  await seed("git has no hooks", "missing-hook-manager", {}, [`${root}/.git/hooks`]);
  await seed("no pytest", "missing-command", {}, [`${root}/.venv/bin/pytest`]);
}

const found = results.filter(({ isFound }) => isFound).length;
for (const { project, fault, rule, isFound, fresh } of results) if (!isFound) console.log(`MISSED ${project}: ${fault} (${rule}); new: ${fresh.join(", ")}`);
for (const one of falseAlarms) console.log(`on the unbroken project: ${one}`);
console.log(`${found} of ${results.length} seeded faults found; ${falseAlarms.length} findings on the unbroken projects`);
