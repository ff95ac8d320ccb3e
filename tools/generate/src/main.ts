// `npm run generate [-- --check]`, from the built package.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
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

/** What npm would publish of a package. */
function measure(folder: string): number | undefined {
  if (!existsSync(`${root}/${folder}/dist`)) return undefined;
  const packed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: `${root}/${folder}`,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const packages: unknown = JSON.parse(packed);
  const [one] = Object.values(packages ?? {}) as { readonly unpackedSize?: number }[];
  return one?.unpackedSize;
}

process.exitCode = await run(process.argv.slice(2), {
  root,
  read,
  measure,
  write: (path, text) => writeFileSync(`${root}/${path}`, text),
  print: (text) => process.stdout.write(text),
});
