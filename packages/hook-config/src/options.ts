// The options' schema: the one source of their form.
import { z } from "zod";
import { defaults, type HookConfigOptions } from "./defaults.js";

export const schema: z.ZodType<HookConfigOptions> = z.strictObject({
  files: z
    .array(z.string())
    .default([...defaults.files])
    .describe("files that are read as configurations of pre-commit, or as manifests where they are called `.pre-commit-hooks.yaml`"),
});
