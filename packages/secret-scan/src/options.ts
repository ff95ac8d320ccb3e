// The options' schema: the one source of their form.
import { z } from "zod";
import { defaults, type SecretScanOptions } from "./defaults.js";

const strings = (describe: string): z.ZodDefault<z.ZodArray<z.ZodString>> => z.array(z.string()).default([]).describe(describe);

export const schema: z.ZodType<SecretScanOptions> = z.strictObject({
  allow: z
    .strictObject({
      paths: strings("files that are not scanned, by pattern"),
      patterns: strings("regular expressions that a whole value matches, in RE2's syntax"),
    })
    .default({ paths: [], patterns: [] })
    .describe("what is known not to be a secret; single findings are settled in .caio/allow"),
  providersOff: strings("providers whose tokens are not looked for, by id"),
  report: z
    .array(z.enum(["secret", "placeholder", "example", "test-data", "public", "hash"]))
    .default([...defaults.report])
    .describe("labels that are reported; all but `secret` as notes"),
  gitleaks: z
    .strictObject({
      config: z.string().default(defaults.gitleaks.config).describe("a gitleaks configuration: its rules and allowlists hold"),
      ignore: z.string().default(defaults.gitleaks.ignore).describe("an ignore file of gitleaks: the places in it are accepted"),
      baseline: z.string().default(defaults.gitleaks.baseline).describe("a report of gitleaks in JSON: the findings in it are accepted"),
    })
    .default({ ...defaults.gitleaks })
    .describe("files of gitleaks that hold here too; an empty name reads none"),
  detectSecrets: z
    .strictObject({ baseline: z.string().default(defaults.detectSecrets.baseline).describe("a baseline of detect-secrets: the values in it are accepted") })
    .default({ ...defaults.detectSecrets })
    .describe("files of detect-secrets that hold here too; an empty name reads none"),
  maxFileSize: z.number().int().positive().default(defaults.maxFileSize).describe("files above this many bytes are skipped and counted"),
  decodeDepth: z
    .number()
    .int()
    .min(0)
    .max(8)
    .default(defaults.decodeDepth)
    .describe("how often base64, hexadecimal digits and percent-encoding are decoded, one inside the other; 0 is off"),
});
