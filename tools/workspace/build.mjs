// `node tools/workspace/build.mjs FOLDER...` builds projects: declarations (and a tool's modules) by `tsc`, then the bundles of the packages that they stand on.
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, packages } from "./bundle.mjs";
import { need } from "./install.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders = process.argv.slice(2).map((folder) => relative(root, resolve(folder)));
process.chdir(root);

const names = new Set();
const add = (folder) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  for (const name of packages) if (folder === `packages/${name}`) names.add(name);
  for (const name of Object.keys({ ...dependencies, ...devDependencies }).map((one) => one.replace("@caio/", "")))
    if (packages.includes(name) && !names.has(name)) add(`packages/${name}`);
};
for (const folder of folders) add(folder);

need("npx", ["tsc", "--build", ...folders.map((folder) => (folder.startsWith("packages/") ? `${folder}/tsconfig.lib.json` : folder))]);
for (const name of packages) if (names.has(name)) await bundle(name);
