// `@caio/cli/nx` in a real workspace: what runs, what the cache answers, and that a gate which has to fail fails.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockfile, nxWorkspace, type NxWorkspace, type Ran } from "./nx-workspace.js";
import { isFull, versions } from "./versions.js";

/** Drawn at run time, and in no file. */
const token = `glpat-${Buffer.from(Array.from({ length: 15 }, (_, at) => (at * 89 + 57) % 251)).toString("base64url")}`;
const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
const files = {
  ".gitignore": "node_modules/\n.nx/\n",
  ".caio/.gitignore": "/parts/\n",
  "caio.yaml": "ignore: []\n",
  "package.json": json({ name: "ws", private: true, workspaces: ["packages/*"], devDependencies: { "@caio/cli": "^0.1.0" } }),
  "package-lock.json": lockfile("0.1.0"),
  "nx.json": json({ plugins: [{ plugin: "@caio/cli/nx", options: { reporters: ["text", "json=.caio/parts/report.json"] } }], analytics: false }),
  "README.md": "# Workspace\n",
  "packages/a/package.json": json({ name: "@s/a", version: "1.0.0" }),
  "packages/a/README.md": "# A\n\n[the guide](../b/GUIDE.md)\n",
  "packages/a/inner/project.json": json({ name: "inner" }),
  "packages/a/inner/notes.md": "# Notes\n",
  "packages/b/package.json": json({ name: "@s/b", version: "1.0.0" }),
  "packages/b/GUIDE.md": "# Guide\n",
  // No project: what lies here is the root's.
  "examples/x/package.json": json({ name: "x", version: "1.0.0" }),
};

describe.each(versions)("with nx $version", ({ install }) => {
  let it_: NxWorkspace;
  const edit = (path: string, text: string): void => writeFileSync(join(it_.root, path), text);
  const of = ({ tasks }: Ran, end: string): string[] =>
    [...tasks]
      .filter(([name]) => name.endsWith(end))
      .map(([name, how]) => `${name} ${how}`)
      .toSorted();
  const all = (how: string): string[] => ["@s/a", "@s/b", "caio", "inner"].map((name) => `${name}:caio-files ${how}`);
  const affected = (...more: readonly string[]): Ran => it_.nx("affected", "-t", "caio", "--base", "HEAD", "--outputStyle=static", ...more);
  const many = (...targets: readonly string[]): Ran => it_.nx("run-many", "-t", ...targets, "--outputStyle=static");
  const back = (): void => {
    it_.git("reset", "--quiet", "--hard");
    it_.git("clean", "-fdq");
  };
  beforeAll(() => {
    it_ = nxWorkspace(install(), files);
  });
  afterAll(() => it_?.dispose());

  it("runs each part once; the second run is answered by the cache, and brings back what is gone", () => {
    const first = many("caio");
    expect(first.status, first.printed).toBe(0);
    expect(of(first, "-files")).toEqual(all("run"));
    expect(of(first, "-repository")).toEqual(["caio:caio-repository run"]);
    expect(of(first, "-gate")).toEqual(["caio:caio-gate run"]);
    rmSync(join(it_.root, ".caio/parts"), { recursive: true });
    const second = many("caio");
    expect(second.status, second.printed).toBe(0);
    expect(of(second, "-files")).toEqual(all("cached"));
    expect(of(second, "-repository")).toEqual(["caio:caio-repository cached"]);
    // It judges the event, which no cache knows.
    expect(of(second, "-gate")).toEqual(["caio:caio-gate run"]);
    expect(readFileSync(join(it_.root, ".caio/parts/@s/a.blob"), "utf8")).toContain('"packages/a/README.md"');
    expect(it_.git("status", "--short")).toBe("");
  });

  it("fails where a document of one project moves that only another links to, and runs what the change touches", () => {
    renameSync(join(it_.root, "packages/b/GUIDE.md"), join(it_.root, "packages/b/MANUAL.md"));
    const ran = affected();
    expect(ran.status, ran.printed).toBe(1);
    expect(ran.printed).toContain("packages/a/README.md:3");
    expect(ran.printed).toContain("doc-sync/broken-link");
    expect(of(ran, ":caio-files")).toEqual(expect.arrayContaining(["@s/b:caio-files run"]));
    expect(of(ran, "@s/a:caio-files")).toEqual([]);
    expect(of(ran, ":caio-repository")).toEqual(["caio:caio-repository run"]);
    it_.caio("baseline", "write");
    const accepted = affected();
    expect(accepted.status, accepted.printed).toBe(0);
    back();
    if (isFull) expect(affected().tasks.size).toBe(0);
  });

  it("judges a file in the project that holds it and in no other, and those of no project", () => {
    const secret = `const token = "${token}";\n`;
    const owners = [
      ["packages/a/inner/src.js", "inner"],
      ["examples/x/src.js", "caio"],
      ["packages/a/src.js", "@s/a"],
      ["src.js", "caio"],
    ] as const;
    for (const [path, owner] of owners.slice(0, isFull ? 4 : 2)) {
      edit(path, secret);
      const ran = affected();
      expect(ran.status, ran.printed).toBe(1);
      expect(ran.printed).toContain(`${path}:1`);
      expect(ran.printed).not.toContain(token);
      expect(of(ran, ":caio-files").filter((task) => task.endsWith(" run"))).toEqual([`${owner}:caio-files run`]);
      back();
    }
  });

  it("runs all parts again when the configuration or caio's version changes, and only the root's when another file of the root does", () => {
    const changes = [
      ["README.md", "# The workspace\n", all("cached").map((task) => task.replace(/^caio:(.*) cached$/, "caio:$1 run"))],
      ["caio.yaml", "ignore: []\nsecret-scan: {}\n", all("run")],
      ["package-lock.json", lockfile("0.1.1"), all("run")],
      [".gitleaksignore", "# none\n", all("run")],
    ] as const;
    if (isFull) expect(of(many("caio-files"), "-files")).toEqual(all("cached"));
    for (const [path, text, expected] of changes.slice(0, isFull ? 4 : 3)) {
      edit(path, text);
      expect(of(many("caio-files"), "-files"), path).toEqual(expected);
      back();
    }
  });

  it("joins all parts, of whichever commit, into the report of a run over everything", () => {
    edit("packages/a/src.js", `const token = "${token}";\n`);
    edit("packages/b/gone.md", "[x](nowhere.md)\n");
    edit(".pre-commit-config.yaml", "repos:\n- repo: local\n  hooks:\n  - { id: t, name: t, entry: t, language: system, stages: [commit] }\n");
    it_.git("add", "--all");
    it_.git("commit", "--quiet", "--message", "two");
    const ran = it_.nx("run", "caio:caio-report", "--outputStyle=static");
    expect(ran.status, ran.printed).toBe(1);
    const read = (text: string): { findings: { rule: string }[]; commit: string; summary: object } =>
      JSON.parse(text) as { findings: { rule: string }[]; commit: string; summary: object };
    const report = read(readFileSync(join(it_.root, ".caio/parts/report.json"), "utf8"));
    expect(report).toEqual(read(it_.caio("--reporter", "json").stdout));
    expect(report.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["secret-scan/provider-token", "doc-sync/broken-link", "hook-config/legacy-stage"]),
    );
    it_.git("reset", "--quiet", "--hard", "HEAD~1");
    back();
  });

  it("is added by its generator, once, and nothing else in nx.json changes", () => {
    const before = '{\n  // kept\n  "analytics": false,\n  "plugins": [],\n  "neverConnectToCloud": true\n}\n';
    edit("nx.json", before);
    rmSync(join(it_.root, ".caio"), { recursive: true });
    const ran = it_.nx("g", "@caio/cli:init");
    expect(ran.status, ran.printed).toBe(0);
    const after = readFileSync(join(it_.root, "nx.json"), "utf8");
    expect(after).toContain("// kept");
    expect(after.replace('"@caio/cli/nx"', "").replace(/\s/g, "")).toBe(before.replace(/\s/g, ""));
    expect(readFileSync(join(it_.root, ".caio/.gitignore"), "utf8")).toBe("/parts/\n");
    if (!isFull) return back();
    it_.nx("g", "@caio/cli:init");
    expect(readFileSync(join(it_.root, "nx.json"), "utf8")).toBe(after);
    const shown = it_.nx("show", "project", "@s/a", "--json");
    expect(JSON.parse(shown.printed.slice(shown.printed.indexOf("{")))).toMatchObject({ targets: { caio: {}, "caio-files": { cache: true } } });
    back();
  });

  const asRoot = (): void => {
    rmSync(join(it_.root, ".caio"), { recursive: true });
    const ran = many("caio");
    expect(ran.status, ran.printed).toBe(0);
    expect(of(ran, ":caio-repository")).toEqual(["caio:caio-repository run"]);
    expect(of(ran, "caio:caio-files")).toEqual(["caio:caio-files run"]);
    back();
  };
  if (isFull) it("does its work in the root where .caio is not there", asRoot);
});
