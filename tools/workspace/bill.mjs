// `node tools/workspace/bill.mjs OUT` writes what goes to users with the packages: a CycloneDX bill of materials, and the licences by package.
// The packages are packed and installed into an empty folder, since that is what users have. A licence that is not among the allowed ones fails.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Licences that ask for no more than their own text: https://spdx.org/licenses/ */
const allowed = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT", "Python-2.0", "Zlib"]);

const npm = (cwd, ...args) => execFileSync("npm", args, { cwd, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });

/** The licence of a component as SPDX writes it. */
const licenceOf = ({ licenses = [] }) => licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? "").join(" AND ");

/** The words of an expression that are not allowed. */
const refused = (licence) =>
  licence
    .split(/[\s()]+/)
    .filter((word) => !["", "AND", "OR", "WITH"].includes(word) && !allowed.has(word))
    .concat(licence === "" ? ["none"] : []);

/** The bill of what is installed in a folder. */
function billOf(folder) {
  const bill = JSON.parse(npm(folder, "sbom", "--sbom-format", "cyclonedx"));
  const components = bill.components.map((one) => ({ name: [one.group, one.name].filter(Boolean).join("/"), version: one.version, licence: licenceOf(one) }));
  return { bill, components: components.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

const out = resolve(process.argv[2] ?? "bill");
const folder = mkdtempSync(join(tmpdir(), "caio-bill-"));
try {
  writeFileSync(join(folder, "package.json"), '{ "name": "caio-installed", "version": "0.0.0", "private": true }');
  const names = readdirSync(join(root, "packages"));
  for (const name of names) npm(join(root, "packages", name), "pack", "--silent", "--ignore-scripts", "--pack-destination", folder);
  const tarballs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  npm(folder, "install", "--ignore-scripts", "--no-audit", "--no-fund", ...tarballs.map((name) => `./${name}`));
  const { bill, components } = billOf(folder);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "caio.cdx.json"), `${JSON.stringify(bill, null, 2)}\n`);
  writeFileSync(join(out, "licences.txt"), components.map(({ name, version, licence }) => `${name} ${version}: ${licence}\n`).join(""));
  const bad = components.filter(({ licence }) => refused(licence).length > 0);
  for (const { name, version, licence } of bad)
    console.error(`${name} ${version} has the licence \`${licence || "none"}\`, which is not among the allowed ones.`);
  console.log(`${components.length} components: ${readFileSync(join(out, "licences.txt"), "utf8").length} bytes of licences.`);
  process.exitCode = bad.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
