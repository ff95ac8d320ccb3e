// `caio secret-scan rules`: the providers whose tokens are known.
import type { Command } from "@caio/repo-model/check";
import type { SecretScanOptions } from "../defaults.js";
import { providers } from "../providers/index.js";

export const rulesCommand: Command<SecretScanOptions> = {
  name: "rules",
  summary: "the providers whose tokens are known, with their documentation",
  run: async ({ options }) => ({
    kind: "text",
    text: providers
      .map(
        ({ id, title, source, label }) =>
          `${id.padEnd(36)} ${(options.providersOff.includes(id) ? "off" : (label ?? "secret")).padEnd(9)} ${title}\n${" ".repeat(37)}${source}\n`,
      )
      .join(""),
  }),
};
