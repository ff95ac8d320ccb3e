// From a clean clone to a registry on loopback, and from there into empty folders, as a stranger would have it.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloneOf, publishedOf, type Published } from "./clone.js";
import { startRegistry, type Registry } from "./registry.js";
import { must, run, type Ran } from "./run.js";

const workspace = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
const verdaccio = join(workspace, ".peers/npm-verdaccio/node_modules/verdaccio/bin/verdaccio");
const isInstalled = existsSync(verdaccio);
if (!isInstalled) console.warn("SKIPPED: publishing, since verdaccio is not installed: `tools/peers verdaccio` installs it.");

const names = ["adr-gate", "cli", "doc-sync", "env-check", "hook-config", "repo-model", "secret-scan"].map((name) => `@caio/${name}`);
const identity = {
  GIT_AUTHOR_NAME: "Ada Example",
  GIT_AUTHOR_EMAIL: "ada@example.org",
  GIT_COMMITTER_NAME: "Ada Example",
  GIT_COMMITTER_EMAIL: "ada@example.org",
};
const legacy = "repos:\n- repo: local\n  hooks:\n  - id: t\n    name: t\n    entry: t\n    language: system\n    stages: [commit]\n";

// Tests are left out: this one would run itself.
const pullRequestCheck = ["run-many", "-t", "lint", "typecheck", "build", "--outputStyle=static"] as const;
// In a network namespace of its own, where the system gives one, a program that asks the network gets no answer.
const isolated = spawnSync("unshare", ["--map-root-user", "--net", "true"]).status === 0;
const offline: readonly [program: string, ...args: string[]] = isolated ? ["unshare", "--map-root-user", "--net"] : ["env"];

describe.skipIf(!isInstalled && process.env["CI"] !== "true")("what is published", () => {
  let folder: string;
  let clone: string;
  let registry: Registry;
  let environment: Readonly<Record<string, string | undefined>>;
  let packages: readonly Published[];
  let firstRun: string;

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "caio-publish-")));
    clone = join(folder, "clone");
    registry = await startRegistry(verdaccio, join(folder, "registry"));
    // A cache of its own: what other clones on this machine have left is none of a stranger's.
    const cache = { NX_CACHE_DIRECTORY: join(folder, "nx-cache"), NX_WORKSPACE_DATA_DIRECTORY: join(folder, "nx-data") };
    environment = { ...registry.environment, ...identity, ...cache, NX_DAEMON: "false", NX_NO_CLOUD: "true", CI: "true" };
    cloneOf(workspace, clone);
    const bin = (name: string): string => join(clone, "node_modules/.bin", name);
    await must(clone, environment, bin("changeset"), "version");
    firstRun = await must(clone, environment, ...offline, bin("nx"), ...pullRequestCheck);
    // The command of the release workflow; provenance needs the identity of its runner.
    await must(clone, environment, "npm", "run", "release");
    packages = publishedOf(clone);
  });
  afterAll(async () => {
    await registry?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** An empty folder. */
  const empty = (name: string): string => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  /** An empty folder with one package installed from the registry. */
  const installed = async (name: string): Promise<string> => {
    const at = empty(`install-${name.replace("@caio/", "")}`);
    writeFileSync(join(at, "package.json"), '{ "private": true, "type": "module" }');
    await must(at, environment, "npm", "install", "--no-audit", "--no-fund", name);
    return at;
  };
  /** A folder with a git repository that holds one legacy stage. */
  const repository = async (name: string): Promise<string> => {
    const at = empty(name);
    writeFileSync(join(at, ".pre-commit-config.yaml"), legacy);
    await must(at, environment, "git", "init", "--quiet");
    await must(at, environment, "git", "add", ".");
    return at;
  };
  /** What the registry says of a package's newest version. */
  interface Released {
    readonly version: string;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly scripts?: Readonly<Record<string, string>>;
    readonly dist: { readonly tarball: string };
  }
  const released = async (name: string): Promise<Released> => (await (await fetch(`${registry.url}/${name}/latest`)).json()) as Released;
  /** A package's tarball as the registry serves it, and the names of its files. */
  const packed = async (name: string): Promise<{ readonly tarball: string; readonly files: readonly string[] }> => {
    const tarball = join(folder, `${name.replace("@caio/", "")}.tgz`);
    const response = await fetch((await released(name)).dist.tarball);
    writeFileSync(tarball, new Uint8Array(await response.arrayBuffer()));
    const files = (await must(folder, environment, "tar", "-tzf", tarball)).trim().split("\n");
    return { tarball, files: files.map((file) => file.replace(/^package\//, "")).toSorted() };
  };

  it("is built without the network once all is installed, and a second run of the check is all cache hits", async () => {
    const tasks = /(\d+)\/(\d+) hit/.exec(firstRun);
    expect(Number(tasks?.[2])).toBeGreaterThanOrEqual(30);
    const secondRun = await must(clone, environment, ...offline, join(clone, "node_modules/.bin/nx"), ...pullRequestCheck);
    expect(secondRun).toContain(`from the cache instead of running the command for ${tasks?.[2]} out of ${tasks?.[2]} tasks`);
  });

  it("is all seven packages, and nothing private", async () => {
    expect(packages.map(({ name }) => name)).toEqual(names);
    expect(
      readdirSync(join(folder, "registry/storage/@caio"))
        .map((name) => `@caio/${name}`)
        .toSorted(),
    ).toEqual(packages.map(({ name }) => name));
    for (const { name, version } of packages) expect((await released(name)).version, name).toBe(version);
  });

  it.each(names)("%s has all its files and no others; publint and attw pass", async (name) => {
    const one = packages.find((other) => other.name === name);
    const { tarball, files } = await packed(name);
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
    for (const target of Object.values(one?.bin ?? {})) expect(files, "the bin is there").toContain(target.replace(/^\.\//, ""));
    expect(
      files.filter(
        (file) =>
          !/^(LICENSE|README\.md|CHANGELOG\.md|package\.json|schema\.json|nx\/.*\.json|dist\/.*\.(js|cjs|d\.ts)|dist\/.*\.json|docs\/.*\.md)$/.test(file),
      ),
    ).toEqual([]);
    expect(files.filter((file) => /\.test\.|tsbuildinfo/.test(file))).toEqual([]);
    const { dependencies = {}, scripts = {} } = await released(name);
    const sizes = (await must(folder, environment, "tar", "-tvzf", tarball)).trim().split("\n");
    const bytes = sizes.reduce((sum, line) => sum + Number(line.split(/\s+/)[2]), 0);
    const [, megabytes = "", direct = ""] =
      /^Unpacked at most (\d+\.\d) MB; (\d+) direct/m.exec(readFileSync(join(one?.folder ?? "", "README.md"), "utf8")) ?? [];
    // Stated in steps; a package between two of them may be one ahead.
    expect(bytes, "the listing of the tarball is read").toBeGreaterThan(100_000);
    expect(bytes / 1e6, "what the README states holds").toBeLessThanOrEqual(Number(megabytes) + 0.1);
    expect(Object.keys(dependencies).length).toBe(Number(direct));
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(10);
    expect(Object.keys(scripts).filter((script) => /install|prepare/.test(script))).toEqual([]);
    const rules = existsSync(join(one?.folder ?? "", "docs/rules")) ? readdirSync(join(one?.folder ?? "", "docs/rules")) : [];
    expect(files.filter((file) => file.startsWith("docs/rules/"))).toEqual(rules.map((rule) => `docs/rules/${rule}`).toSorted());
    const bin = (program: string): string => join(clone, "node_modules/.bin", program);
    expect(await run(folder, environment, bin("publint"), "--strict", tarball)).toMatchObject({ status: 0 });
    expect(await run(folder, environment, bin("attw"), "--profile", "esm-only", tarball)).toMatchObject({ status: 0 });
  });

  it.each(names.filter((name) => name !== "@caio/cli" && name !== "@caio/repo-model"))(
    "`npm install %s` alone works, as a library and as a program, and pulls no sibling",
    async (name) => {
      const at = await installed(name);
      expect(readdirSync(join(at, "node_modules/@caio")).toSorted()).toEqual([name.replace("@caio/", ""), "repo-model"].toSorted());
      const list = "const loaded = await import(process.argv[1]); console.log(Object.keys(loaded).length > 0);";
      expect(await must(at, environment, process.execPath, "--input-type=module", "--eval", list, name)).toBe("true\n");
      const version = packages.find((other) => other.name === name)?.version;
      expect(await must(at, environment, "npx", "--no-install", name.replace("@caio/", "caio-"), "--version")).toBe(`${version}\n`);
    },
  );

  it("hook-config, installed alone, finds and mends a legacy stage", async () => {
    const at = join(folder, "install-hook-config");
    const repo = await repository("alone");
    const bin = join(at, "node_modules/.bin/caio-hook-config");
    expect((await run(repo, environment, bin)).stdout).toContain("hook-config/legacy-stage");
    await must(repo, environment, bin, "--fix");
    expect(readFileSync(join(repo, ".pre-commit-config.yaml"), "utf8")).toBe(legacy.replace("[commit]", "[pre-commit]"));
  });

  it("keeps what V8 made of a program beside the program alone: runs are the same without it, with it, and with a broken one", async () => {
    const repo = await repository("kept");
    const bin = join(folder, "install-hook-config/node_modules/.bin/caio-hook-config");
    const kept = join(folder, "install-hook-config/node_modules/@caio/repo-model/.compile-cache");
    const state = (): string[] =>
      readdirSync(kept, { recursive: true, encoding: "utf8" }).map((path) =>
        [path, statSync(join(kept, path)).ino, statSync(join(kept, path)).mtimeMs].join(" "),
      );
    rmSync(kept, { recursive: true, force: true });
    const without = await run(repo, { ...environment, NODE_DISABLE_COMPILE_CACHE: "1" }, bin);
    expect(without.stdout).toContain("hook-config/legacy-stage");
    expect(existsSync(kept)).toBe(false);
    expect(await run(repo, environment, bin)).toEqual(without);
    const first = state();
    expect(first.length).toBeGreaterThan(0);
    expect(await run(repo, environment, bin)).toEqual(without);
    expect(state()).toEqual(first);
    for (const path of readdirSync(kept, { recursive: true, encoding: "utf8" })) {
      const file = join(kept, path);
      if (statSync(file).isFile()) writeFileSync(file, readFileSync(file).subarray(0, 1000));
    }
    expect(await run(repo, environment, bin)).toEqual(without);
    expect(readdirSync(repo).toSorted()).toEqual([".git", ".pre-commit-config.yaml"]);
    // In a folder that nobody may write, a run is as good as any; the owner of all is not stopped by that.
    if (process.getuid?.() === 0) return;
    rmSync(kept, { recursive: true });
    chmodSync(join(kept, ".."), 0o555);
    expect(await run(repo, environment, bin)).toEqual(without);
    chmodSync(join(kept, ".."), 0o755);
  });

  it("`npx @caio/cli check` works in a repository where nothing is installed", async () => {
    const repo = await repository("anywhere");
    const { status, stdout } = await run(repo, environment, "npx", "--yes", "@caio/cli", "check");
    expect(stdout).toContain(".pre-commit-config.yaml:8:14 warning The stage `commit` is called `pre-commit` today. hook-config/legacy-stage");
    expect(status).toBe(0);
    expect(readdirSync(repo).toSorted()).toEqual([".git", ".pre-commit-config.yaml"]);
  });

  it("`init --yes` writes an entry that the real pre-commit installs and runs", async () => {
    const repo = await repository("hooked");
    const written = await must(repo, environment, "npx", "--yes", "@caio/cli", "init", "--yes");
    expect(written).toContain("additional_dependencies");
    writeFileSync(join(repo, "a.md"), "[x](gone.md)\n");
    await must(repo, environment, "git", "add", ".");
    const program = join(workspace, ".peers/bin/pre-commit");
    const hook = async (): Promise<Ran> => run(repo, { ...environment, PRE_COMMIT_HOME: join(folder, "pre-commit") }, program, "run", "caio");
    const failed = await hook();
    expect(failed.printed).toContain("doc-sync/broken-link");
    expect(failed.status).toBe(1);
    writeFileSync(join(repo, "gone.md"), "# There\n");
    await must(repo, environment, "git", "add", ".");
    expect(await hook()).toMatchObject({ status: 0, printed: expect.stringContaining("Passed") });
  });

  it("has a bill of materials that names each package with its licence, and all of them are allowed", async () => {
    await must(clone, environment, process.execPath, "tools/workspace/bill.mjs", join(folder, "bill"));
    const bill = JSON.parse(readFileSync(join(folder, "bill/caio.cdx.json"), "utf8")) as {
      readonly bomFormat: string;
      readonly components: readonly { readonly purl: string }[];
    };
    expect(bill.bomFormat).toBe("CycloneDX");
    const urls = bill.components.map(({ purl }) => purl).join("\n");
    for (const name of ["zod", "yaml", "isomorphic-git", "ignore", "%40clack/prompts", "%40caio/cli"]) expect(urls).toContain(`pkg:npm/${name}@`);
    expect(readFileSync(join(folder, "bill/licences.txt"), "utf8")).toMatch(/^zod \S+: MIT$/m);
  });

  it("its declarations hold under a strict compiler that skips none of them", async () => {
    const at = join(folder, "install-hook-config");
    const names = (await run(at, environment, process.execPath, "--print", 'Object.keys(require("@caio/repo-model/package.json").exports).join()')).stdout
      .trim()
      .split(",");
    const imports = ["@caio/hook-config", ...names.filter((name) => !name.endsWith(".json")).map((name) => name.replace(".", "@caio/repo-model"))];
    writeFileSync(join(at, "all.ts"), imports.map((name, index) => `export * as all${index} from "${name}";\n`).join(""));
    const options = [
      "--strict",
      "--noEmit",
      "--module",
      "nodenext",
      "--target",
      "es2023",
      "--skipLibCheck",
      "false",
      "--types",
      "node",
      "--typeRoots",
      join(workspace, "node_modules/@types"),
    ];
    expect(imports.length).toBeGreaterThan(10);
    expect(await run(at, environment, join(clone, "node_modules/.bin/tsc"), ...options, "all.ts")).toMatchObject({ status: 0, printed: "" });
  });

  it("repo-model, installed alone, pulls no check, and a check of a stranger's has a bin by it", async () => {
    const at = await installed("@caio/repo-model");
    expect(readdirSync(join(at, "node_modules/@caio"))).toEqual(["repo-model"]);
    const readme = readFileSync(join(at, "node_modules/@caio/repo-model/README.md"), "utf8");
    const [, example = ""] = /```ts\n([^]*?)```/.exec(readme) ?? [];
    writeFileSync(join(at, "check.mjs"), example);
    writeFileSync(join(at, "a.js"), "// TODO: more\n");
    expect(await run(at, environment, process.execPath, "check.mjs", "--max-warnings", "0", "--", "a.js")).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("a.js:1:4 warning A TODO is left. todo/todo-left"),
    });
  });
});
