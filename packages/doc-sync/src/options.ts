// The options' schema: the one source of their form.
import { z } from "zod";
import { defaults, type DocSyncOptions } from "./defaults.js";

export const schema: z.ZodType<DocSyncOptions> = z.strictObject({
  files: z
    .array(z.string())
    .default([...defaults.files])
    .describe("documents that are judged"),
  exclude: z
    .array(z.string())
    .default([...defaults.exclude])
    .describe("documents that are left alone"),
});
