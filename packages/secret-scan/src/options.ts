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
  maxFileSize: z.number().int().positive().default(defaults.maxFileSize).describe("files above this many bytes are skipped and counted"),
});
