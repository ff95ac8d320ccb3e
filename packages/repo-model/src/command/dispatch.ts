// From words to deeds: which check or command an argv names.
import type { CheckFlag, Command } from "../check/index.js";
import { nearest } from "../config/index.js";
import { RepoError } from "../text/index.js";
import { loadCheck, type Call } from "./call.js";
import { flagsOf } from "./check-flags.js";
import { globalFlags, readArguments, type Arguments } from "./flags.js";
import { commandHelp, generalHelp, groupHelp } from "./help.js";
import { sharedCommands } from "./shared-commands.js";

function usage(message: string, hint?: string): RepoError {
  return new RepoError("USAGE", message, { hint });
}

/** Checks what flags were given; the nearest name is offered for an unknown one. */
function refuse(args: Arguments, known: readonly string[]): void {
  const [problem] = args.problems;
  if (problem !== undefined) throw usage(problem);
  const [unknown] = args.unknown;
  if (unknown === undefined) return;
  const near = nearest(unknown.replace(/^-+/, ""), known);
  throw usage(`There is no option \`${unknown}\`.`, near === undefined ? "`--help` lists the options." : `Did you mean \`--${near}\`?`);
}

/** Finds the longest command name that the words begin with. */
function commandOf(commands: readonly Command[], words: readonly string[]): { readonly command: Command } | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(" ");
    const command = words.length >= length ? commands.find((one) => one.name === name) : undefined;
    if (command !== undefined) return { command };
  }
  return undefined;
}

/** The flags of checks that may stand in an argv. Only a flag that is not every run's makes checks load. */
async function checkFlags({ checks, argv, isSingle }: Call): Promise<Readonly<Record<string, CheckFlag>>> {
  const { unknown, words } = readArguments(argv);
  if (unknown.length === 0) return {};
  const named = isSingle ? checks[0] : checks.find(({ name }) => name === words[0]);
  return flagsOf(await Promise.all((named === undefined ? checks : [named]).map(loadCheck)));
}

/** Carries out one command line. Throws RepoError for what the user got wrong. */
export async function dispatch(call: Call): Promise<0 | 1 | 2> {
  const { checks, argv, io, tool } = call;
  const ownFlags = await checkFlags(call);
  const first = readArguments(argv, ownFlags);
  const names = checks.map(({ name }) => name);
  const [word] = first.words;
  if (first.flags["version"] === true) {
    await io.write(`${tool.version}\n`);
    return 0;
  }
  const named = call.isSingle ? checks[0] : checks.find(({ name }) => name === word);
  const words = named !== undefined && first.words[0] === named.name ? first.words.slice(1) : first.words;
  const withOwn = { ...call, checkFlags: ownFlags };
  const shared = [...call.commands(withOwn), ...sharedCommands(withOwn)];
  if (first.flags["help"] === true && words.length === 0 && (named === undefined || call.isSingle)) {
    await io.write(generalHelp(call, shared, call.isSingle && named !== undefined ? await loadCheck(named) : undefined, first.flags["verbose"] === true));
    return 0;
  }
  const hasOwnFlags = Object.keys(ownFlags).length > 0;
  if (named !== undefined && words.length === 0 && first.flags["help"] !== true) {
    // A run of one check, and no command of its own that its list would have to be asked for: it is loaded while git works.
    const flags = hasOwnFlags ? flagsOf([await loadCheck(named)]) : {};
    const args = readArguments(argv, flags);
    refuse(args, [...Object.keys(globalFlags), ...Object.keys(flags)]);
    const { run } = await import("./run.js");
    return run({ ...call, args, selected: async () => [await loadCheck(named)] });
  }
  const own = named === undefined ? undefined : await loadCheck(named);
  const match = (own === undefined ? undefined : commandOf(own.commands, words)) ?? (own === undefined || call.isSingle ? commandOf(shared, words) : undefined);
  const wanted = words[0] === "check" ? words.slice(1) : words;
  // Several checks may be named, as after \`check\`.
  const areChecks = own === undefined || (!call.isSingle && wanted.length > 0 && wanted.every((name) => names.includes(name)));
  const isNamed = (name: string): boolean => name === own?.name || (areChecks && wanted.includes(name));
  const chosen = checks.filter(({ name }) => isNamed(name) || (own === undefined && (match !== undefined || wanted.length === 0)));
  const flags = { ...(hasOwnFlags ? flagsOf(await Promise.all(chosen.map(loadCheck))) : {}), ...match?.command.flags };
  const args = readArguments(argv, flags);
  const known = [...Object.keys(globalFlags), ...Object.keys(flags)];
  if (args.flags["help"] === true) {
    const group = match === undefined ? shared.filter(({ name }) => name.startsWith(`${words[0]} `)) : [];
    await io.write(group.length > 0 ? groupHelp(tool.bin, group) : commandHelp(tool.bin, own, match?.command));
    return 0;
  }
  refuse(args, known);
  const { run } = await import("./run.js");
  if (match !== undefined) {
    // Read again with the command's own flags: the value of one of them is no operand.
    const after = named !== undefined && args.words[0] === named.name ? args.words.slice(1) : args.words;
    const operands = after.slice(match.command.name.split(" ").length);
    const isOwn = own?.commands.includes(match.command) === true;
    return run({ ...call, args, selected: isOwn && own !== undefined ? [own] : undefined, command: match.command, operands, isOwn });
  }
  if (own !== undefined && !areChecks) {
    if (wanted.length > 0) throw unknownWord(wanted[0] ?? "", [...own.commands.map(({ name }) => name), "check"]);
    return run({ ...call, args, selected: [own] });
  }
  for (const name of wanted) if (!names.includes(name)) throw unknownWord(name, [...names, ...shared.map((one) => one.name), "check"]);
  return run({ ...call, args, chosen, selected: () => Promise.all(chosen.map(loadCheck)) });
}

function unknownWord(word: string, known: readonly string[]): RepoError {
  const near = nearest(word, known);
  return usage(`There is no check or command \`${word}\`.`, near === undefined ? `There are: ${known.join(", ")}.` : `Did you mean \`${near}\`?`);
}
