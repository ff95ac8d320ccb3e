// Completions in the real shells.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { atTerminal, outsideCi } from "@caio/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../../dist/bin.cjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "caio-shells-"));
const has = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;
// `tools/peers zsh fish` installs them; CI has all three.
const shells = ["bash", "zsh", "fish"].filter((shell) => process.env["CI"] === "true" || has(shell));

beforeAll(() => {
  for (const shell of ["bash", "zsh", "fish"]) {
    const { stdout, status } = spawnSync(process.execPath, [bin, "completions", shell], { encoding: "utf8", env: outsideCi() });
    expect(status).toBe(0);
    writeFileSync(join(folder, shell), stdout);
  }
  writeFileSync(join(folder, "zz-file.json"), "{}");
  for (const name of ["caio"]) writeFileSync(join(folder, name), "#!/bin/sh\n", { mode: 0o755 });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** What a shell makes of a line and TAB. */
function complete(shell: string, line: string): string {
  if (shell === "fish")
    return spawnSync("fish", ["--no-config", "-c", `source ${folder}/fish; complete -C '${line}'`], {
      cwd: folder,
      encoding: "utf8",
      env: { ...outsideCi(), HOME: folder },
    }).stdout;
  const start =
    shell === "bash"
      ? [
          ["bash", "--norc", "--noprofile", "-i"],
          `PS1='> '; bind 'set show-all-if-ambiguous on' 'set completion-query-items 0' 'set page-completions off'; source ${folder}/bash; echo rea''dy\n`,
        ]
      : [["zsh", "-f", "-i"], `PS1='> '; LISTMAX=0; autoload -Uz compinit && compinit -u -D; source ${folder}/zsh; echo rea''dy\n`];
  const [argv, setup] = start as [string[], string];
  const { shown } = atTerminal(
    folder,
    argv,
    [
      ["", setup],
      ["ready", `${line}\t`],
      ["", "\t"],
      // A shell that asks whether to show a long list is told no; otherwise the letter goes with the line.
      ["", "n\u0015exit\n"],
    ],
    { environment: { ...outsideCi(), HOME: folder, PATH: `${folder}:${process.env["PATH"] ?? ""}` }, limit: 60 },
  );
  return shown.slice(shown.lastIndexOf("ready") + 5);
}

describe.each(shells)("%s", (shell) => {
  it.each([
    ["caio doc-s", "doc-sync"],
    ["caio --sta", "--staged"],
    ["caio baseline wr", "write"],
    ["caio --reporter sar", "sarif"],
    ["caio hook-config mig", "migrate"],
    ["caio explain doc-sync/broken-l", "doc-sync/broken-link"],
    ["caio --root . secret-scan tri", "triage"],
    ["caio why zz-", "zz-file.json"],
    ["caio --config zz-", "zz-file.json"],
  ])(
    "%s → %s",
    (line, word) => {
      expect(complete(shell, line)).toContain(word);
    },
    90_000,
  );
});

it("no other shell, and the nearest is named", () => {
  const { status, stderr } = spawnSync(process.execPath, [bin, "completions", "fis"], { encoding: "utf8", env: outsideCi() });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining("`fish`") });
});
