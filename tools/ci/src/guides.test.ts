// The guides, as a reader follows them: their files in a scratch repository, their commands in order, and what they are said to print.
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gitRepo } from "@caio/git-fixture";
import { describe, expect, it } from "vitest";
import { blocksOf, runStep, workspace } from "./steps.js";

const folder = "packages/cli/docs/guides";
const names = readdirSync(join(workspace, folder)).filter((name) => !name.startsWith("run-"));

/** The commands of a guide, each with the lines that it has to print. */
function commandsOf(text: string): { command: string; printed: string[] }[] {
  const commands: { command: string; printed: string[] }[] = [];
  for (const [, language, block = ""] of text.matchAll(/^ *```(sh|console)\n([^]*?)^ *```$/gm))
    for (const line of block
      .split("\n")
      .map((one) => one.trim())
      .filter((one) => one !== "")) {
      if (language === "sh") commands.push({ command: line, printed: [] });
      else if (line.startsWith("$ ")) commands.push({ command: line.slice(2), printed: [] });
      else commands.at(-1)?.printed.push(line);
    }
  return commands;
}

describe("the guides", () => {
  it.each(names)("%s: each command runs, and prints what it is said to", (name) => {
    const text = readFileSync(join(workspace, folder, name), "utf8");
    const files = Object.fromEntries(blocksOf(join(folder, name)).map((block) => [block.path, block.text]));
    // Below the workspace, so that a check of one's own finds @caio/repo-model.
    const at = join(workspace, "tools/ci/out-tsc", name.replace(/\.md$/, ""));
    rmSync(at, { recursive: true, force: true });
    mkdirSync(at, { recursive: true });
    const repo = gitRepo([{ write: files }, { commit: "one" }], { at });
    const commands = commandsOf(text);
    expect(commands.length).toBeGreaterThan(2);
    for (const { command, printed } of commands) {
      const ran = runStep(repo.root, command, {});
      expect([0, 1], `${command}\n${ran.printed}`).toContain(ran.status);
      for (const line of printed) expect(ran.printed, command).toContain(line);
    }
    rmSync(at, { recursive: true, force: true });
  });
});
