// Provenance: the workflow asks for it with the right that it needs, and npm then publishes nothing without it. Only GitHub can make one.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
const read = (path: string): string => readFileSync(join(workspace, path), "utf8");
const { jobs, permissions } = parse(read(".github/workflows/release.yml")) as {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: {
    readonly release: {
      readonly permissions: Readonly<Record<string, string>>;
      readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: object; readonly env?: Readonly<Record<string, string>> }[];
    };
    readonly test: { readonly permissions?: object };
  };
};
const publishing = jobs.release.steps.find(({ uses }) => uses?.startsWith("changesets/action@") === true);
const folder = mkdtempSync(join(tmpdir(), "caio-provenance-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("is asked for by the job that publishes, which alone has the right to it", () => {
  expect(publishing).toMatchObject({ with: { publish: "npm run release" }, env: { NPM_CONFIG_PROVENANCE: "true" } });
  expect(JSON.parse(read("package.json"))).toMatchObject({ scripts: { release: "changeset publish" } });
  expect(jobs.release.permissions).toMatchObject({ "id-token": "write", contents: "write" });
  expect([permissions, jobs.test.permissions]).toEqual([{ contents: "read" }, undefined]);
  // What is published was tested before, and was installed without a script of anybody's.
  expect(jobs.release).toMatchObject({ needs: "test" });
  expect(jobs.release.steps.flatMap(({ run = [] }) => run)).toContain("npm ci --ignore-scripts");
});

it.each([
  ["outside of a CI system that npm knows", {}, "Automatic provenance generation not supported"],
  ["in a job without the right", { GITHUB_ACTIONS: "true" }, 'requires "write" access to the "id-token" permission'],
])("is not left out silently: nothing is published %s", (_name, environment, message) => {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "@caio/probe", version: "0.0.1" }));
  const { status, stderr } = spawnSync("npm", ["publish", "--access", "public"], {
    cwd: folder,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      // Nobody listens there: whoever got so far would be refused with another message.
      npm_config_registry: "http://127.0.0.1:9",
      "npm_config_//127.0.0.1:9/:_authToken": "none",
      npm_config_fetch_retries: "0",
      ...publishing?.env,
      NPM_TOKEN: "",
      GITHUB_TOKEN: "",
      ...environment,
    },
  });
  expect(stderr).toContain(message);
  expect(status).toBe(1);
});
