// Each README's first command and its library, ten lines at most, as they stand there.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gitRepo, outsideCi, type GitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, expect, it } from "vitest";

const workspace = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
// Below the workspace, so that the packages are found by their names.
const folder = join(workspace, "tools/publish/out-tsc/readmes");
const environment = { ...outsideCi(), NO_COLOR: "1" };
/** Drawn at run time, and in no file. */
const token = `glpat-${Buffer.from(Array.from({ length: 15 }, (_, at) => (at * 89 + 57) % 251)).toString("base64url")}`;
let repo: GitRepo;

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  repo = gitRepo([
    {
      write: {
        "README.md": "# Hello\n\n[x](gone.md)\n",
        "config/prod.env": `GITLAB_TOKEN=${token}\n`,
        "docs/adr/0001-x.md": "# 1. X\n\n## Status\n\nAccepted\n",
        "caio.yaml": 'adr-gate: { guardrails: ["config/**"] }\n',
        ".pre-commit-config.yaml": "repos:\n- repo: local\n  hooks:\n  - { id: t, name: t, entry: python t.py, language: system, stages: [commit] }\n",
        "t.py": "import pydantic_settings\n",
        "requirements.txt": "requests\n",
        "body.md": "As decided in ADR-0001.\n",
        "push.log": "ModuleNotFoundError: No module named 'pydantic_settings'\n",
      },
    },
    { commit: "one" },
    { git: ["checkout", "--quiet", "-b", "topic"] },
    { write: { "config/limits.yaml": "a: 1\n" } },
    { commit: "two" },
  ]);
});
afterAll(() => {
  repo.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const readme = (name: string): string => readFileSync(join(workspace, `packages/${name}/README.md`), "utf8");
const blocks = (text: string, languages: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`(?:${languages})\\n([^]*?)^\`\`\`$`, "gm"))].map(([, block = ""]) => block);

it.each([
  ["adr-gate", "pass adr-accepted"],
  ["cli", "README.md:3 doc-sync/broken-link"],
  ["doc-sync", "README.md The link `gone.md`"],
  ["env-check", "tomllib [ 'try' ]\ntomli [ 'except' ]\n"],
  ["hook-config", "stages: [pre-commit]"],
  ["repo-model", "README.md [ 'Hello #hello' ]"],
  ["secret-scan", "provider-token secret GitLab"],
])("%s: the library does what its README shows", (name, expected) => {
  const code = blocks(readme(name), "ts|js").find((block) => !block.startsWith("#!")) ?? "";
  expect(code.split("\n").filter((line) => line !== "" && !line.startsWith("//")).length).toBeLessThanOrEqual(10);
  const at = join(folder, `${name}.mjs`);
  writeFileSync(at, code);
  const { status, stdout, stderr } = spawnSync(process.execPath, [at], { cwd: repo.root, encoding: "utf8", env: environment });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain(expected);
  expect(stdout).not.toContain(token);
});

it.each(readdirSync(join(workspace, "packages")).filter((name) => name !== "repo-model"))("%s: the commands are understood, and do what they say", (name) => {
  const { bin } = JSON.parse(readFileSync(join(workspace, `packages/${name}/package.json`), "utf8")) as { readonly bin: Readonly<Record<string, string>> };
  const program = join(workspace, "packages", name, Object.values(bin)[0] ?? "");
  const block = blocks(readme(name), "sh|console").find((one) => one.includes(`npx @caio/${name}`)) ?? "";
  const lines = block.split("\n").filter((line) => /^(?:\$ )?npx @caio\//.test(line));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThanOrEqual(10);
  for (const line of lines) {
    const words = line
      .replace(/^\$ /, "")
      .replace(/\s#.*$/, "")
      .trim()
      .split(/\s+/)
      .slice(2);
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { cwd: repo.root, encoding: "utf8", env: environment });
    expect([0, 1], `${line}\n${stdout}${stderr}`).toContain(status);
    // A patch may be empty.
    if (!words.includes("--diff")) expect(stdout.length, line).toBeGreaterThan(0);
    expect(stdout).not.toContain(token);
    repo.git("checkout", "--quiet", "--force", ".");
    repo.git("clean", "-fdq");
  }
});
