// The check of the README runs as it stands there.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gitRepo } from "@caio/git-fixture";
import { expect, it } from "vitest";

const packageRoot = fileURLToPath(new URL("../..", import.meta.url));

const env = { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" };

it("a check of one's own, in 20 lines, with a bin of its own", () => {
  const code = /```ts\n([^]*?)```/.exec(readFileSync(`${packageRoot}/README.md`, "utf8"))?.[1] ?? "";
  expect(code.trim().split("\n").length).toBeLessThanOrEqual(20);
  // Inside the package, so that it finds @caio/repo-model by its own name, as an installed copy would.
  const folder = `${packageRoot}/out-tsc/readme`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/todo.mjs`, code);
  const repo = gitRepo([{ write: { "a.js": "// TODO: more\n" } }, { commit: "one" }]);
  const { status, stdout } = spawnSync(process.execPath, [`${folder}/todo.mjs`, "--max-warnings", "0"], { cwd: repo.root, encoding: "utf8", env });
  expect(stdout).toContain("a.js:1:4 warning A TODO is left. todo/todo-left");
  expect(status).toBe(1);
  for (const section of ["todo", "x-todo"]) {
    writeFileSync(`${repo.root}/caio.yaml`, `${section}:\n  rules: {todo-left: error}\n`);
    const configured = spawnSync(process.execPath, [`${folder}/todo.mjs`], { cwd: repo.root, encoding: "utf8", env });
    expect([configured.status, configured.stdout]).toEqual([1, expect.stringContaining("a.js:1:4 error A TODO is left.")]);
  }
  repo.dispose();
  rmSync(folder, { recursive: true });
}, 120_000);
