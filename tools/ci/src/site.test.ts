// The pages of the documentation site: all that the packages document is there, and each link leads somewhere.
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outsideCi } from "@caio/git-fixture";
import { afterAll, expect, it } from "vitest";
import { workspace } from "./steps.js";

const folder = mkdtempSync(join(tmpdir(), "caio-site-"));
afterAll(() => rmSync(folder, { recursive: true }));

const node = (cwd: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, args, { cwd, encoding: "utf8", env: { ...outsideCi(), NO_COLOR: "1" } });
const links = (): { status: number | null; stdout: string } =>
  node(folder, join(workspace, "packages/cli/dist/bin.cjs"), "doc-sync", "--no-ignore", "--max-warnings", "0");

it("gathers a page for each rule, package and guide, whose links all lead somewhere", () => {
  const script = `import { gather } from ${JSON.stringify(join(workspace, "site/gather.mjs"))}; console.log(gather(${JSON.stringify(folder)}));`;
  const { status, stderr } = node(workspace, "--input-type=module", "--eval", script);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  for (const name of readdirSync(join(workspace, "packages"))) {
    expect(existsSync(join(folder, `packages/${name}.md`)), name).toBe(true);
    const rules = join(workspace, "packages", name, "docs/rules");
    for (const rule of existsSync(rules) ? readdirSync(rules) : []) expect(existsSync(join(folder, "rules", name, rule)), rule).toBe(true);
  }
  const index = readFileSync(join(folder, "index.md"), "utf8");
  expect(index).toContain("](./packages/doc-sync.md)");
  expect(index).not.toContain("caio:begin");
  const { status: clean, stdout } = links();
  expect(stdout).not.toContain("doc-sync/broken");
  expect(clean).toBe(0);
  appendFileSync(join(folder, "index.md"), "\n[x](packages/nothing.md)\n");
  expect(links()).toMatchObject({ status: 1, stdout: expect.stringContaining("packages/nothing.md") });
});
