// The output of a command that the configuration allows: run for `write` alone, without a shell.
import { spawn } from "node:child_process";
import type { Context } from "@caio/repo-model/check";
import { parseShell } from "@caio/repo-model/hooks";
import { RepoError } from "@caio/repo-model/text";
import { fenced } from "./text.js";

const timeLimit = 60_000;
const outputLimit = 1024 * 1024;

/** The words of a command that needs no shell. Throws USAGE for pipes, expansions, assignments and redirections. */
export function commandWords(command: string): readonly string[] {
  const commands = parseShell(command);
  const [only] = commands;
  const isPlain =
    only !== undefined &&
    commands.length === 1 &&
    only.assignments.length === 0 &&
    only.words.every(({ isKnown, isGlob }) => isKnown && !isGlob) &&
    !/[<>|&;\n]/.test(command);
  if (!isPlain || only.words.length === 0)
    throw new RepoError("USAGE", `The command \`${command}\` needs a shell.`, { hint: "Write a program with its arguments alone." });
  return only.words.map(({ text }) => text);
}

/** What the command prints, in a fence. Throws COMMAND_FAILED where it fails, takes more than a minute, or prints more than a mebibyte. */
export async function commandOutput(context: Context, command: string): Promise<string> {
  const [program = "", ...words] = commandWords(command);
  const failed = (why: string): RepoError => new RepoError("COMMAND_FAILED", `The command \`${command}\` ${why}.`);
  const output = await new Promise<string>((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: context.repository.root,
      env: { ...context.machine?.environment, NO_COLOR: "1", FORCE_COLOR: "0", TERM: "dumb", COLUMNS: "100" },
      stdio: ["ignore", "pipe", "ignore"],
      timeout: timeLimit,
      signal: context.signal,
      windowsHide: true,
    });
    const parts: Buffer[] = [];
    let size = 0;
    child.stdout.on("data", (part: Buffer) => {
      size += part.length;
      if (size > outputLimit) child.kill();
      else parts.push(part);
    });
    child.on("error", (error) => reject(context.signal.aborted ? error : failed("cannot be started")));
    child.on("close", (code, signal) => {
      if (size > outputLimit) reject(failed("prints more than a mebibyte"));
      else if (signal !== null) reject(failed("took more than a minute"));
      else if (code !== 0) reject(failed(`ended with ${code}`));
      else resolve(Buffer.concat(parts).toString("utf8"));
    });
  });
  // oxlint-disable-next-line no-control-regex -- colours
  return fenced(output.replace(/\u001b\[[0-9;]*[A-Za-z]/g, "").replace(/[ \t]+$/gm, ""), "text");
}
