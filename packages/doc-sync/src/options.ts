// The options' schema: the one source of their form.
import { z } from "zod";
import { defaults, type DocSyncOptions } from "./defaults.js";
import { states } from "./status/status-words.js";

const pointer = z.string().regex(/^(?:\/[^]*)?$/, "a JSON pointer begins with `/`");

/** A pattern of the configuration: short, with a group, and without nested repetition, so that it cannot run away. */
const pattern = z
  .string()
  .max(200)
  .refine(isPattern, "expected a regular expression with a group, without repetition of repetitions")
  .describe("takes the key out of the text, by its first group");

/** Each open-ended repetition multiplies the work on a text that does not match. */
const mostRepetitions = 3;

function isPattern(text: string): boolean {
  if ((text.match(/[*+]|\{\d*,/g)?.length ?? 0) > mostRepetitions) return false;
  if (/[*+}]\)?[*+{]|\([^)]*[*+{][^)]*\)[*+{]|\\[1-9]/.test(text)) return false;
  try {
    return new RegExp(`${text}|`, "u").exec("")?.length !== 1;
  } catch {
    return false;
  }
}

const select = z
  .strictObject({
    heading: z.string().optional().describe("the section, by its heading's text"),
    table: z.strictObject({ key: z.string(), value: z.string() }).optional().describe("the names of the columns"),
    list: z.boolean().optional(),
    checklist: z.boolean().optional(),
    headings: z.boolean().optional(),
    pointer: pointer.optional().describe("JSON pointer into a data file or into front matter"),
    key: z.string().optional().describe("in a list of maps, the key of the name"),
    value: z.string().optional().describe("in a list of maps, the key of the status"),
  })
  .refine(
    ({ table, list, checklist, headings, pointer: one }) => [table !== undefined, list, checklist, headings, one !== undefined].filter(Boolean).length <= 1,
    "takes one of `table`, `list`, `checklist`, `headings`, `pointer`",
  );

const level = z.number().int().min(1).max(6);
const generated = z
  .strictObject({
    toc: z
      .strictObject({ from: level.default(2), to: level.default(3) })
      .optional()
      .describe("a table of contents: the levels of its headings"),
    table: z
      .strictObject({ file: z.string().min(1), pointer: pointer.default(""), columns: z.array(z.string()).min(1).optional() })
      .optional()
      .describe("a table of a JSON, YAML or TOML file"),
    embed: z
      .strictObject({
        file: z.string().min(1),
        lines: z
          .string()
          .regex(/^L?\d+(?:-L?\d+)?$/, "expected lines such as `3-9`")
          .optional(),
        region: z.string().min(1).optional(),
        raw: z.boolean().default(false).describe("as it is, not in a fence"),
      })
      .optional()
      .describe("a file, or lines or a region of it"),
    command: z.string().min(1).optional().describe("the output of a command, which `commands` must allow"),
  })
  .refine((entry) => Object.values(entry).filter((value) => value !== undefined).length === 1, "takes one of `toc`, `table`, `embed`, `command`");

export const schema: z.ZodType<DocSyncOptions> = z
  .strictObject({
    files: z
      .array(z.string())
      .default([...defaults.files])
      .describe("documents that are judged"),
    exclude: z
      .array(z.string())
      .default([...defaults.exclude])
      .describe("documents that are left alone"),
    slugs: z
      .enum(["auto", "github", "gitlab", "kramdown", "docusaurus", "mkdocs"])
      .default("auto")
      .describe("whose anchors headings get; auto: the site's that a document belongs to, else GitHub's"),
    generated: z.record(z.string(), generated).default({}).describe("generated sections by their names"),
    commands: z.array(z.string().min(1)).default([]).describe("commands that `write` may run, word for word"),
    sources: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          file: z.string().min(1),
          select: select.default({}),
          entity: z
            .string()
            .default("{key}")
            .refine((entity) => entity.split("{key}").length === 2, "needs `{key}` once")
            .describe("how a thing is called: `Phase {key}`"),
        }),
      )
      .default([])
      .describe("sources of truth for statuses"),
    mirrors: z
      .array(
        z.strictObject({
          source: z.string().min(1).describe("the id of a source"),
          files: z.array(z.string()).min(1),
          select: select.optional(),
          pointer: pointer.optional().describe("data files and front matter: where the status stands"),
          key: z.strictObject({ pointer: pointer.optional(), pattern: pattern.optional() }).optional().describe("data files: where the key stands"),
        }),
      )
      .default([])
      .describe("documents that repeat a source"),
    groups: z
      .array(
        z.strictObject({
          files: z.union([z.string().min(1), z.array(z.string()).min(1)]),
          same: z.enum(["basename", "folder"]).default("basename").describe("what the copies of one record share"),
          canonical: z.string().min(1).describe("the extension of the copy that is right"),
          pointer: pointer.default("/status").describe("where the record's status stands in data files and front matter"),
        }),
      )
      .default([])
      .describe("copies of one record in several formats"),
    ignore: z
      .strictObject({
        files: z.array(z.string()).default([]).describe("documents whose statuses are not read"),
        sections: z.array(z.string()).default([]).describe("headings whose sections are history"),
        dated: z.boolean().default(true).describe("whether sections under a date are history"),
      })
      .default({ files: [], sections: [], dated: true }),
    vocabulary: z.record(z.string(), z.enum(states)).default({}).describe("further status words and icons"),
    online: z.boolean().default(false).describe("whether external addresses are asked"),
    forceSource: z.boolean().default(false).describe("whether fixes take over a source where the mirror's line was changed later"),
  })
  .superRefine(({ sources, mirrors }, context) => {
    for (const [index, { source }] of mirrors.entries())
      if (!sources.some(({ id }) => id === source))
        context.addIssue({ code: "custom", path: ["mirrors", index, "source"], message: `there is no source \`${source}\`` });
    for (const [index, { id }] of sources.entries())
      if (sources.findIndex((other) => other.id === id) !== index)
        context.addIssue({ code: "custom", path: ["sources", index, "id"], message: `\`${id}\` stands twice` });
  });
