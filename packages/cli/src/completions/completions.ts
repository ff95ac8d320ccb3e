// `completions SHELL`: the script that a shell reads.
import type { CommandResult } from "@caio/repo-model/check";
import type { Call } from "@caio/repo-model/command";
import { nearest } from "@caio/repo-model/config";
import { RepoError } from "@caio/repo-model/text";
import { bash } from "./bash.js";
import { fish } from "./fish.js";
import { gatherWords, type Words } from "./words.js";
import { zsh } from "./zsh.js";

const shells: Readonly<Record<string, (words: Words) => string>> = { bash, zsh, fish };

/** The script for a shell. Throws USAGE for another one. */
export async function completions(call: Call, operands: readonly string[]): Promise<CommandResult> {
  const [name = ""] = operands;
  const make = Object.hasOwn(shells, name) ? shells[name] : undefined;
  if (make === undefined) {
    const near = nearest(name, Object.keys(shells));
    throw new RepoError("USAGE", name === "" ? "`completions` needs a shell." : `There are no completions for \`${name}\`.`, {
      hint: near === undefined ? `There are: ${Object.keys(shells).join(", ")}.` : `Did you mean \`${near}\`?`,
    });
  }
  return { kind: "text", text: make(await gatherWords(call)) };
}
