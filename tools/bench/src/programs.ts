// The programs that take part.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));

/** The built cli. */
export const caio = `${workspace}packages/cli/dist/bin.cjs`;

/** The built bin of secret-scan. */
export const secretScan = `${workspace}packages/secret-scan/dist/bin.cjs`;

/** The address of a room of the built repo-model, for an import. */
export function room(name: string): string {
  return new URL(`../../../packages/repo-model/dist/${name}/index.js`, import.meta.url).href;
}

/** A peer of `tools/peers`, or of the folder that CAIO_PEERS names. Throws where it is not installed. */
export function peer(name: string): string {
  const program = join(process.env["CAIO_PEERS"] ?? `${workspace}.peers/bin`, name);
  if (!existsSync(program)) throw new Error(`${name} is not installed: \`tools/peers ${name}\` installs it.`);
  return program;
}
