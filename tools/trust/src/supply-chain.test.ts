// What users get of others: pinned to its bytes, running nothing when it is installed, under licences that are listed, its texts in the bundles.
// Known vulnerabilities are asked for by `npm run trust:audit`, since they are no property of a commit. The planted faults are tests here.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bundledIn, bundledPackages } from "../bundled.mjs";
import { installing, licences, ranges, unpinned, type Lock } from "./supply-chain.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), "utf8"));
const lock = (json("package-lock.json") as { packages: Lock }).packages;
const published = bundledPackages(root);
const manifests = [
  "package.json",
  ...["packages", "tools", "examples"].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`)),
].filter((path) => existsSync(join(root, path)));

/** Licences that ask for no more than their own text to go with the code. */
const permissive = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "(MIT AND Zlib)", "(MIT AND BSD-3-Clause)"];

describe("the lockfile", () => {
  it("pins every package of others to its bytes, and nothing comes from elsewhere than the registry", () => {
    expect(Object.keys(lock).length).toBeGreaterThan(300);
    expect(unpinned(lock)).toEqual([]);
  });
  it("a package without its digest, of a weak one, or from a repository is told", () => {
    const integrity = `sha512-${"A".repeat(86)}==`;
    expect(
      unpinned({
        "node_modules/a": { version: "1.0.0", integrity },
        "node_modules/b": { version: "1.0.0" },
        "node_modules/c": { version: "1.0.0", integrity: "sha1-aaaa" },
        "node_modules/x/node_modules/d": { version: "1.0.0", integrity, resolved: "git+ssh://git@example.org/d.git" },
        "node_modules/@caio/e": { link: true },
      }),
    ).toEqual(["node_modules/b", "node_modules/c", "node_modules/x/node_modules/d"]);
  });
  it("and the tools of the workspace are exact versions", () => {
    expect(manifests.length).toBeGreaterThan(12);
    for (const path of manifests) expect(ranges(json(path) as Parameters<typeof ranges>[0]), path).toEqual([]);
    expect(ranges({ devDependencies: { a: "^1.0.0", b: "1.0.0", c: "latest", "@caio/d": "^0.1.0" } })).toEqual(["a ^1.0.0", "c latest"]);
  });
});

describe("what users get", () => {
  it("runs nothing when it is installed", () => {
    expect(published).toEqual(expect.arrayContaining(["yaml", "zod", "isomorphic-git"]));
    expect(installing(lock, published)).toEqual([]);
    expect(installing({ "node_modules/a": { hasInstallScript: true }, "node_modules/b": { hasInstallScript: true } }, ["a"])).toEqual(["node_modules/a"]);
    for (const path of manifests.filter((one) => one.startsWith("packages/"))) {
      const { scripts = {} } = json(path) as { scripts?: Record<string, string> };
      expect(
        Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^prepare$|^prepublish$/.test(name)),
        path,
      ).toEqual([]);
    }
  });
  it("is under the licences that are listed, each of them permissive", () => {
    const now = licences(lock, published);
    // A package that is new, or has another licence, is looked at before it is listed.
    expect(now).toEqual(json("tools/trust/licences.json"));
    for (const [name, licence] of Object.entries(now)) expect(permissive, name).toContain(licence);
  });
  it("each bundle that holds parts of a package begins with its licence", () => {
    let held = 0;
    for (const name of readdirSync(join(root, "packages"))) {
      const dist = join(root, "packages", name, "dist");
      for (const file of existsSync(dist) ? readdirSync(dist).filter((one) => one.endsWith(".cjs")) : []) {
        const text = readFileSync(join(dist, file), "utf8");
        for (const other of bundledIn(dist).filter((one) => text.includes(`node_modules/${one}/`))) {
          held++;
          const licence = readFileSync(join(root, "node_modules", other, "LICENSE"), "utf8").trim();
          expect(text.includes(`/*! ${other.replace(/^.*\//, "")}\n${licence}\n*/`), `${file} holds ${other}`).toBe(true);
        }
      }
    }
    expect(held).toBeGreaterThan(4);
  });
});
