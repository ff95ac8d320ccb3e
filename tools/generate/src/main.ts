// `npm run generate [-- --check]`, from the built package.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "./run.js";

const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

function read(path: string): string | undefined {
  try {
    return readFileSync(`${root}/${path}`, "utf8");
  } catch {
    return undefined;
  }
}

process.exitCode = await run(process.argv.slice(2), {
  root,
  read,
  write: (path, text) => writeFileSync(`${root}/${path}`, text),
  print: (text) => process.stdout.write(text),
});
