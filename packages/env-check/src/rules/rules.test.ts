// Each rule's document is its first test: what stands under Wrong is found, what stands under Right is not.
import { readdirSync, readFileSync } from "node:fs";
import { documentBlocks, judge } from "@caio/testing";
import { describe, expect, it } from "vitest";
import { envCheck } from "../index.js";

describe.each(envCheck.rules)("$id", ({ id, summary }) => {
  const document = readFileSync(new URL(`${id}.md`, envCheck.documents), "utf8");
  it("has a document whose examples are true", async () => {
    expect(document.startsWith(`# ${id}\n\n${summary}\n`)).toBe(true);
    const wrong = await judge(envCheck, documentBlocks(document, "Wrong"), { rule: id });
    expect(wrong.findings.map(({ rule }) => rule)).toContain(`env-check/${id}`);
    const right = await judge(envCheck, documentBlocks(document, "Right"));
    expect(right.findings).toEqual([]);
  });
});

it("every document belongs to a rule", () => {
  expect(readdirSync(envCheck.documents).toSorted()).toEqual(envCheck.rules.map(({ id }) => `${id}.md`).toSorted());
});

it("options in force without configuration are the schema's", async () => {
  const schema = await envCheck.options.schema();
  expect(schema.parse({})).toEqual(envCheck.options.defaults);
});
