// `caio secret-scan rules`: the providers whose tokens are known.
import type { CommandCall, CommandResult } from "@caio/repo-model/check";
import type { SecretScanOptions } from "../defaults.js";
import { providers } from "../providers/index.js";

/** Lists the providers with their documentation. */
export function listRules({ options }: CommandCall<SecretScanOptions>): CommandResult {
  const rows = providers.map(
    ({ id, title, source, label }) =>
      `${id.padEnd(36)} ${(options.providersOff.includes(id) ? "off" : (label ?? "secret")).padEnd(9)} ${title}\n${" ".repeat(37)}${source}\n`,
  );
  return { kind: "text", text: rows.join("") };
}
