// The command: writes what is outdated, or with --check prints the patch and fails.
import { patchOf } from "@caio/repo-model/report";
import { generate, type Measure, type Read } from "./generate.js";

/** What the command touches. */
export interface World {
  readonly root: string;
  readonly read: Read;
  readonly measure?: Measure;
  write(path: string, text: string): void;
  print(text: string): void;
}

/** Gives the exit code: 1 with --check where something is outdated. */
export async function run(argv: readonly string[], world: World): Promise<0 | 1> {
  const outdated = (await generate(world.root, world.read, world.measure)).filter(({ before, after }) => before !== after);
  if (argv.includes("--check")) {
    for (const { path, before, after } of outdated) world.print(patchOf(before, after, path));
    if (outdated.length > 0)
      world.print(`${outdated.length} generated ${outdated.length === 1 ? "file is" : "files are"} outdated: \`npm run generate\` writes them.\n`);
    return outdated.length > 0 ? 1 : 0;
  }
  for (const { path, after } of outdated) {
    world.write(path, after);
    world.print(`${path}\n`);
  }
  return 0;
}
