// Bundles the packages. Each entry of `exports` and `bin` becomes one CommonJS file, with few others beside it, since Node opens these several times
// faster than it opens the hundred modules that they are made of; a small ES module beside the declarations hands on what an entry exports.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
// Named so that neither git nor npm takes it.
const stampName = "bundle.tsbuildinfo";

/** The packages, the ground first. */
export const packages = ["repo-model", "adr-gate", "doc-sync", "env-check", "hook-config", "secret-scan", "cli"];

/** What every run loads, with all that it imports, is one file. */
const groups = {
  "repo-model": [{ name: "run", test: /\/src\/(command\/(run-command|dispatch|run|write-reports)|git\/(native|native-tree)|report\/text)\.ts$/ }],
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
    ...libraries.map((one) => ({ name: basename(one.require, ".cjs"), source: one["@caio/source"], module: one.default })),
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

async function generate(folder, input, output) {
  const { rolldown } = await import("rolldown");
  const build = await rolldown({
    cwd: folder,
    platform: "node",
    input,
    external: /^[^./]/,
    treeshake: { moduleSideEffects: false },
    // A module that one entry loads late may belong to another from the start.
    checks: { ineffectiveDynamicImport: false },
  });
  const made = await build.generate({ comments: false, ...output });
  await build.close();
  return made.output;
}

/** Bundles one package, where something changed since the last time. */
export async function bundle(name) {
  const folder = join(workspace, "packages", name);
  const stamp = join(folder, "dist", stampName);
  const digest = digestOf(folder);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  const entries = entriesOf(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  const chunks = await generate(folder, Object.fromEntries(entries.map(({ name, source }) => [name, source])), {
    format: "cjs",
    exports: "named",
    esModule: false,
    // Flat, so that `import.meta.url` is as far from `docs/` as it is in the sources.
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    dynamicImportInCjs: false,
    codeSplitting: { groups: groups[name] ?? [] },
  });
  for (const { fileName, code } of chunks) write(join(folder, "dist", fileName), code);
  for (const entry of entries) write(join(folder, entry.module), moduleOf(entry, chunks.find(({ fileName }) => fileName === `${entry.name}.cjs`).exports));
  const made = new Set(chunks.map(({ fileName }) => fileName));
  for (const path of readdirSync(join(folder, "dist"))) if (path.endsWith(".cjs") && !made.has(path)) rmSync(join(folder, "dist", path), { force: true });
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
