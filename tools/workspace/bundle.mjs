// Bundles the packages. Each entry of `exports` and `bin` becomes one CommonJS file, with few others beside it, since Node opens these several times
// faster than it opens the hundred modules that they are made of; a small ES module beside the declarations hands on what an entry exports.
import { deepStrictEqual } from "node:assert";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
// Named so that neither git nor npm takes it.
const stampName = "bundle.tsbuildinfo";

/** The packages, the ground first. */
export const packages = ["repo-model", "adr-gate", "doc-sync", "env-check", "hook-config", "secret-scan", "cli"];

/** What is loaded together, beside the entry that begins it: what these modules need from the start becomes one file. Of two files the first has what both need. */
const together = {
  "repo-model": [
    // Before all that it keeps.
    ["compile-cache", ["command/compile-cache"]],
    ["dispatch", ["command/dispatch"]],
    ["run", ["command/run", "git/native", "report/text"]],
    // Whoever asks for globs needs none of them.
    ["expressions", ["patterns/pattern", "patterns/python/pattern"]],
  ],
  "secret-scan": [["scan", ["scan", "mask"]]],
};

/** Modules that export rows of facts and nothing else: a bundle holds them as JSON, which V8 reads several times faster than it runs as many literals. */
const facts = {
  "hook-config": ["data/file-tags"],
  "secret-scan": ["providers/index"],
};

/** What a bundle is made of, by name, size and time: where these are equal, nothing has changed. */
function digestOf(folder) {
  const hash = createHash("sha256");
  const sources = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"));
  for (const path of [...sources.map((path) => join(folder, "src", path)).toSorted(), join(folder, "package.json"), fileURLToPath(import.meta.url)]) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

/** The entries that a manifest names: the bundle's name, its source, and the ES module that hands it on. */
function entriesOf({ exports, bin = {} }) {
  const libraries = Object.values(exports).filter((one) => one["@caio/source"] !== undefined);
  return [
    ...libraries.map((one) => ({ name: basename(one.require, ".cjs"), source: one["@caio/source"], module: one.import.default })),
    ...Object.values(bin).map((path) => ({ name: basename(path, ".cjs"), source: "./src/bin.ts", module: "./dist/bin.js" })),
  ];
}

/** The text of the ES module that hands on what a bundle exports. */
function moduleOf({ name, module }, names) {
  const from = `./${relative(dirname(module), `dist/${name}.cjs`)}`.replace(/^\.\/\.\./, "..");
  return names.length === 0 ? `import "${from}";\n` : `import bundle from "${from}";\n\nexport const { ${names.join(", ")} } = bundle;\n`;
}

/** Writes a file at once, and only where it says something new: a test may be running what is there. */
function write(path, text) {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}

/** What is not bundled. What a schema uses of zod comes with it: the whole, with its fifty languages, takes 45 ms to load. */
const externalOf = (folder) => (folder.endsWith("repo-model") ? /^[^./]/ : /^(?!zod$)[^./]/);

/** A fact as JSON; an endless run's end is a number beyond the largest, which JSON can say. */
function jsonOf(value) {
  const json = JSON.stringify(value, (_key, one) => (one === Infinity ? "\u0000" : one)).replaceAll('"\\u0000"', "1e999");
  deepStrictEqual(JSON.parse(json), value, "rows of facts are strings, numbers, lists and maps alone");
  return json;
}

/** Puts the rows that modules export in the place of their text. */
async function factsOf(folder, paths) {
  const texts = new Map();
  for (const path of paths) {
    const source = join(folder, "src", `${path}.ts`);
    const rows = Object.entries(await loadSource(relative(workspace, source)));
    texts.set(source, rows.map(([name, value]) => `export const ${name} = JSON.parse(\`${jsonOf(value).replace(/[\\`$]/g, "\\$&")}\`);\n`).join(""));
  }
  return { name: "facts", load: (id) => (texts.has(id) ? { code: texts.get(id), moduleType: "js" } : undefined) };
}

async function generate(folder, input, output, preserveEntrySignatures = "strict", external = externalOf(folder), plugins = []) {
  const { rolldown } = await import("rolldown");
  const build = await rolldown({
    cwd: folder,
    platform: "node",
    input,
    preserveEntrySignatures,
    external,
    plugins,
    treeshake: { moduleSideEffects: false },
    // A module that one entry loads late may belong to another from the start.
    checks: { ineffectiveDynamicImport: false },
  });
  const made = await build.generate({ comments: false, ...output });
  await build.close();
  return made.output;
}

/** What each entry exports, by its name. */
async function exportsOf(folder, input) {
  const chunks = await generate(folder, input, { format: "es" });
  return new Map(chunks.filter(({ isEntry }) => isEntry).map(({ name, exports }) => [name, exports]));
}

/** The modules that sources need from the start, without what is only named in an index. */
async function neededBy(folder, sources) {
  const needed = new Set();
  if (sources.length === 0) return needed;
  const chunks = await generate(folder, Object.fromEntries(sources.map((path, at) => [at, `./src/${path}.ts`])), { format: "es" });
  const waiting = chunks.filter(({ isEntry }) => isEntry);
  for (let chunk = waiting.pop(); chunk !== undefined; chunk = waiting.pop()) {
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) if (renderedLength > 0) needed.add(id);
    waiting.push(...chunks.filter(({ fileName }) => chunk.imports.includes(fileName)));
  }
  return needed;
}

/** A module is opened where something of it is first used, not where it is named: `NAME.x` becomes `NAME().x`. */
function opensLate(code) {
  const [shebang = ""] = /^#!.*\n/.exec(code) ?? [];
  const heads = [];
  let late = code.slice(shebang.length);
  for (const [whole, name, opening] of late.matchAll(/^(?:let|const) ([\w$]+) = (require\("[^"]+"\));\n/gm)) {
    const without = late.replace(whole, "");
    // Not a property of something else; spread it may be.
    const uses = new RegExp(`(?<![\\w$])(?<!(?<!\\.\\.)\\.)${name.replaceAll("$", "\\$")}(?![\\w$])(\\.?)`, "g");
    // Handed on as a whole, it is opened at once.
    if ([...without.matchAll(uses)].some(([, dot]) => dot === "")) continue;
    late = without.replaceAll(uses, (_use, _dot, at) => (without.slice(0, at).endsWith("new ") ? `(${name}()).` : `${name}().`));
    heads.push(`let ${name}$;\nconst ${name} = () => (${name}$ ??= ${opening});\n`);
  }
  // What is handed on from another file is opened when it is asked for.
  const handed = late.replaceAll(/^exports\.(\w+) = ([\w$]+\(\)\.[\w$]+);$/gm, 'Object.defineProperty(exports, "$1", { enumerable: true, get: () => $2 });');
  return shebang + heads.join("") + handed;
}

/** A text of ASCII alone: V8 reads it faster, and holds it in half the memory. Strings, expressions and templates say the same. */
const asAscii = (code) => code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The `yaml` package as one file beside repo-model's: in its own seventy it takes 45 ms to load. */
async function bundleYaml(folder) {
  const output = { format: "cjs", entryFileNames: "yaml-package.cjs", codeSplitting: false };
  return generate(folder, createRequire(join(folder, "package.json")).resolve("yaml"), output, "strict", /^node:/);
}
const leadToYaml = (code) => code.replaceAll('("yaml")', '("./yaml-package.cjs")');

/** Throws where a chunk needs itself: what it needs would not be there yet when it is opened first. */
function refuseCircles(chunks) {
  const imports = new Map(chunks.map((chunk) => [chunk.fileName, chunk.imports]));
  const visit = (name, above) => {
    if (above.includes(name)) throw new Error(`The chunks ${[...above, name].join(" → ")} need each other: move what they share.`);
    for (const next of imports.get(name) ?? []) visit(next, [...above, name]);
  };
  for (const name of imports.keys()) visit(name, []);
}

/** The licenses of packages of others that a bundle holds parts of: they want to go with it. */
function licensesOf({ modules }) {
  const folders = Object.keys(modules).flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(id) ?? []);
  return [...new Set(folders)].map((folder) => `/*! ${basename(folder)}\n${readFileSync(join(folder, "LICENSE"), "utf8").trim()}\n*/\n`).join("");
}

/** Bundles one package, where something changed since the last time. */
export async function bundle(name) {
  const folder = join(workspace, "packages", name);
  const stamp = join(folder, "dist", stampName);
  const digest = digestOf(folder);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  const entries = entriesOf(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  const input = Object.fromEntries(entries.map((entry) => [entry.name, entry.source]));
  const exported = await exportsOf(folder, input);
  const groups = [];
  for (const [group, sources] of together[name] ?? []) {
    const needed = await neededBy(folder, sources);
    groups.push({ name: group, test: (id) => needed.has(id), priority: 100 - groups.length });
  }
  const output = {
    format: "cjs",
    exports: "named",
    esModule: false,
    // Flat, so that `import.meta.url` is as far from `docs/` as it is in the sources.
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    dynamicImportInCjs: false,
    ...(groups.length === 0 ? {} : { codeSplitting: { groups, includeDependenciesRecursively: false } }),
  };
  // A bundle may hand more to its neighbours than its entry exports.
  const made = await generate(folder, input, output, "allow-extension", externalOf(folder), [await factsOf(folder, facts[name] ?? [])]);
  refuseCircles(made);
  const chunks = name === "repo-model" ? [...made.map((chunk) => ({ ...chunk, code: leadToYaml(chunk.code) })), ...(await bundleYaml(folder))] : made;
  for (const chunk of chunks) write(join(folder, "dist", chunk.fileName), licensesOf(chunk) + asAscii(opensLate(chunk.code)));
  for (const entry of entries) write(join(folder, entry.module), moduleOf(entry, exported.get(entry.name)));
  const names = new Set(chunks.map(({ fileName }) => fileName));
  for (const path of readdirSync(join(folder, "dist"))) if (path.endsWith(".cjs") && !names.has(path)) rmSync(join(folder, "dist", path), { force: true });
  write(stamp, digest);
}

/** Loads one module of a package from its source, for a benchmark of what the package does not export. */
export async function loadSource(path) {
  const folder = join(workspace, path.replace(/\/src\/.*$/, ""));
  const to = join(folder, "out-tsc", `${basename(path, ".ts")}.mjs`);
  const [{ code }] = await generate(folder, join(workspace, path), { format: "es", codeSplitting: false });
  write(to, code);
  return import(pathToFileURL(to).href);
}
