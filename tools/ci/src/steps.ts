// Steps of CI files, as a runner would run them: their scripts in bash, `npx` as the caio of this workspace.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { outsideCi } from "@caio/git-fixture";
import { parse } from "yaml";

export const workspace = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
const bin = join(workspace, "packages/cli/dist/bin.cjs");

export interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

export interface Ran {
  readonly status: number | null;
  readonly printed: string;
  /** What the step wrote to GITHUB_OUTPUT. */
  readonly output: string;
  /** What `npx` was called with, a call a line. */
  readonly calls: string;
}

/** A file as YAML. */
export const read = (path: string): unknown => parse(readFileSync(join(workspace, path), "utf8"));

/** The fenced blocks of a document that name a file. */
export function blocksOf(path: string): readonly { readonly path: string; readonly text: string }[] {
  const text = readFileSync(join(workspace, path), "utf8");
  return [...text.matchAll(/^```\w+ path=(\S+)\n([^]*?)^```$/gm)].map(([, name = "", block = ""]) => ({ path: name, text: block }));
}

/** A folder for PATH whose `npx` runs caio, and writes down with what. */
function stubs(log: string): string {
  const folder = mkdtempSync(join(tmpdir(), "caio-npx-"));
  const lines = ["#!/bin/bash", `echo "$*" >>"${log}"`, "[[ $1 == --yes ]] && shift", "shift", `exec "${process.execPath}" "${bin}" "$@"`];
  writeFileSync(join(folder, "npx"), `${lines.join("\n")}\n`);
  chmodSync(join(folder, "npx"), 0o755);
  return folder;
}

/** Runs a script as GitHub does (`bash -eo pipefail`). */
export function runStep(cwd: string, script: string, environment: Readonly<Record<string, string>>): Ran {
  const folder = mkdtempSync(join(tmpdir(), "caio-step-"));
  const [output, log] = [join(folder, "output"), join(folder, "calls")];
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd,
    env: { ...outsideCi(), PATH: `${stubs(log)}:${process.env["PATH"] ?? ""}`, NO_COLOR: "1", GITHUB_OUTPUT: output, ...environment },
    encoding: "utf8",
    input: "",
  });
  const text = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");
  return { status, printed: stdout + stderr, output: text(output), calls: text(log) };
}
