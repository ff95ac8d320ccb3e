// The JSON Schema of the configuration: the shared keys, and each check's own schema as zod gives it.
import type { Check } from "../check/check.js";
import type { JsonObject, JsonValue } from "../check/finding.js";
import { knownSections } from "./load-configuration.js";
import { severities } from "./reader.js";

const patterns = (description: string): JsonObject => ({ type: "array", items: { type: "string", minLength: 1 }, description });

function ruleMap(check: Check): JsonObject {
  const properties: Record<string, JsonValue> = {};
  for (const { id, summary, severity } of check.rules) properties[id] = { enum: severities, default: severity, description: summary };
  return { type: "object", properties, additionalProperties: false, description: `Severities of the rules of ${check.name}.` };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function sectionSchema(check: Check): Promise<JsonObject> {
  const { z } = await import("zod");
  // What a user writes, so that a key with a default is not required.
  const own: unknown = JSON.parse(JSON.stringify(z.toJSONSchema(await check.options.schema(), { io: "input", target: "draft-7", unrepresentable: "any" })));
  const { $schema: _schema, properties, ...rest } = isObject(own) ? own : {};
  const options = isObject(properties) ? properties : {};
  const { required: _required, ...loose } = rest;
  const override = {
    type: "object",
    properties: {
      files: { ...patterns("Paths that the override is for."), minItems: 1 },
      rules: ruleMap(check),
      ...(check.scope === "file" ? { options: { ...loose, properties: options } } : {}),
    },
    required: ["files"],
    additionalProperties: false,
  };
  return {
    ...rest,
    type: ["object", "null"],
    description: check.summary,
    properties: {
      ...options,
      rules: ruleMap(check),
      overrides: { type: "array", items: override, description: "Rules and options by path; the last match wins." },
    },
  };
}

/** A schema (draft 7, which editors read) of the whole file. Loads zod. */
export async function configurationSchema(checks: readonly Check[]): Promise<JsonObject> {
  const sections: Record<string, JsonValue> = {};
  for (const check of checks) sections[check.name] = await sectionSchema(check);
  for (const name of knownSections) sections[name] ??= { type: ["object", "null"], description: `The section of @caio/${name}.` };
  const text = { type: "string", minLength: 1 };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "caio",
    description: "The configuration of caio.",
    type: ["object", "null"],
    properties: {
      $schema: { type: "string" },
      ignore: patterns("Paths that no check reports on: patterns of .gitignore without `!`."),
      suppress: {
        type: "array",
        description: "Findings that are accepted, each with a reason.",
        items: {
          type: "object",
          properties: {
            rule: { ...text, pattern: "^[^/]+/.+$", description: "CHECK/RULE" },
            path: { ...text, description: "A pattern of paths." },
            pointer: { ...text, description: "A JSON pointer into a data file." },
            fingerprint: text,
            reason: text,
            expires: { type: "string", format: "date", description: "The last day on which the entry holds." },
          },
          required: ["rule", "path", "reason"],
          additionalProperties: false,
        },
      },
      ...sections,
    },
    patternProperties: { "^x-": {} },
    additionalProperties: false,
  };
}
