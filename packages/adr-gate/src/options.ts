// The options' schema: the one source of their form.
import { z } from "zod";
import { defaults, type AdrGateOptions } from "./defaults.js";

const text = z.string().min(1);
const guardrail = z.strictObject({
  id: text.describe("the name that reports use"),
  paths: z.array(text).min(1).describe("patterns; `!` takes paths out again"),
  why: z.string().optional().describe("what a reader of the report should know"),
});
const { adr, dependencies, reference, waiver } = defaults;

export const schema: z.ZodType<AdrGateOptions> = z.strictObject({
  guardrails: z
    .array(z.union([text, guardrail]))
    .default([])
    .describe("paths whose change needs an accepted decision record"),
  exclude: z
    .array(text)
    .default([...defaults.exclude])
    .describe("changes that need none; the configuration is never left out"),
  adr: z
    .strictObject({
      dirs: z
        .array(text)
        .default([...adr.dirs])
        .describe("folders of decision records"),
    })
    .default({ dirs: [...adr.dirs] }),
  requireOnBase: z.boolean().default(defaults.requireOnBase).describe("the record must be accepted at the base already"),
  maxAgeDays: z.number().int().positive().nullable().default(defaults.maxAgeDays).describe("older records do not count"),
  reference: z.strictObject({ implicit: z.enum(["none", "added-in-pr"]).default(reference.implicit) }).default({ ...reference }),
  acceptedStatuses: z
    .array(text)
    .default([...defaults.acceptedStatuses])
    .describe("first words of a status that count as accepted"),
  missingStatus: z.enum(["reject", "accept"]).default(defaults.missingStatus).describe("what a record without a status is"),
  coverage: z.enum(["declared", "strict", "off"]).default(defaults.coverage).describe("whether a record's `affects:` narrows what it covers"),
  require: z.enum(["any", "all"]).default(defaults.require).describe("whether one accepted reference is enough"),
  dependencies: z
    .strictObject({
      mode: z.enum(["require", "notice", "off"]).default(dependencies.mode).describe("what a new dependency needs"),
      newTo: z.enum(["project", "manifest"]).default(dependencies.newTo).describe("new to any manifest, or to the one that changes"),
      scopes: z.array(z.enum(["runtime", "optional", "peer", "dev", "build"])).default([...dependencies.scopes]),
      preApproved: z.array(text).default([]).describe("names that need no decision"),
    })
    .default({ ...dependencies, scopes: [...dependencies.scopes], preApproved: [] }),
  waiver: z
    .strictObject({
      enabled: z.boolean().default(waiver.enabled).describe("whether `No-ADR: reason` counts"),
      minLength: z.number().int().nonnegative().default(waiver.minLength),
    })
    .default({ ...waiver }),
  protectConfig: z.boolean().default(defaults.protectConfig).describe("a change of caio's configuration needs a decision"),
  fetch: z.boolean().default(defaults.fetch).describe("a base that a shallow clone lacks is fetched: one commit, into a temporary folder"),
  mergeGroup: z.enum(["error", "skip"]).default(defaults.mergeGroup).describe("a merge queue has no pull request text"),
  onPush: z.enum(["skip", "trailers"]).default(defaults.onPush).describe("whether a push is judged by its commits' `ADR:` trailers"),
  draft: z.enum(["fail", "notice"]).default(defaults.draft),
  semantic: z.boolean().default(defaults.semantic).describe("YAML, JSON and TOML whose data stay equal did not change"),
});
