// The options' schema: the one source of their form.
import { z } from "zod";
import { defaults, type EnvCheckOptions } from "./defaults.js";

export const schema: z.ZodType<EnvCheckOptions> = z.strictObject({
  imports: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .default({})
    .describe("the distribution of an import, where the tables do not know it or another one is meant"),
  provided: z
    .array(z.string())
    .default([...defaults.provided])
    .describe("imports that are provided by other means than a manifest"),
  files: z
    .array(z.string())
    .default([...defaults.files])
    .describe("Python files whose imports are needed too, whoever runs them, as patterns (`src/**`)"),
  sync: z
    .array(z.string())
    .default([...defaults.sync])
    .describe("manifests that hold the same names; found by themselves where two at the root share four fifths of theirs"),
  document: z.string().default(defaults.document).describe("the set-up document that `doc` writes"),
});
