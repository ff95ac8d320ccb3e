// Each rule's document is its first test: what stands under Wrong is found, what stands under Right is not.
import { readdirSync, readFileSync } from "node:fs";
import { fullScope } from "@caio/repo-model/check";
import { documentBlocks, judge, memoryMachine, memoryRepo } from "@caio/testing";
import { describe, expect, it } from "vitest";
import { envCheck } from "../index.js";

/** Rules that judge a machine: the doctor alone asks them. */
const ofMachine = new Set([
  "not-installed",
  "wrong-version",
  "broken-metadata",
  "wrong-interpreter",
  "wrong-environment",
  "missing-command",
  "missing-hook-manager",
]);

/** What the doctor finds. Blocks of a document below `machine/` are the disk's; those that git does not hold are on the disk alone. */
async function doctor(blocks: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const isMachine = (path: string): boolean => /^(?:machine\/|\.venv\/|\.git\/|node_modules\/)/.test(path);
  const files = Object.fromEntries(Object.entries(blocks).filter(([path]) => !isMachine(path)));
  const disk = Object.fromEntries(
    Object.entries(blocks).map(([path, text]) => [path.startsWith("machine/") ? path.slice("machine".length) : `/memory/${path}`, text]),
  );
  const isActive = !Object.hasOwn(blocks, "machine/usr/bin/pytest") && Object.hasOwn(blocks, ".venv/pyvenv.cfg");
  const environment = { HOME: "/home/me", PATH: "/memory/.venv/bin:/usr/bin", ...(isActive ? { VIRTUAL_ENV: "/memory/.venv" } : { PATH: "/usr/bin" }) };
  const repository = memoryRepo(files);
  const signal = new AbortController().signal;
  const nothing = (): void => {};
  const context = { repository, files: repository.files, scope: fullScope, ignore: [], now: "", signal, trouble: nothing, skip: nothing, notRun: nothing };
  const result = await envCheck.commands
    .find(({ name }) => name === "doctor")
    ?.run({
      context: { ...context, machine: memoryMachine(disk, { environment }) },
      options: envCheck.options.defaults,
      operands: [],
      flags: {},
      stdin: async () => "",
    });
  return result?.kind === "drafts" ? result.drafts.map(({ rule }) => rule) : [];
}

describe.each(envCheck.rules.filter(({ id }) => ofMachine.has(id)))("$id", ({ id, summary }) => {
  const document = readFileSync(new URL(`${id}.md`, envCheck.documents), "utf8");
  it("has a document whose examples are true of the doctor, and a check says nothing of the machine", async () => {
    expect(document.startsWith(`# ${id}\n\n${summary}\n`)).toBe(true);
    expect(await doctor(documentBlocks(document, "Wrong"))).toEqual([id]);
    expect(await doctor(documentBlocks(document, "Right"))).toEqual([]);
    expect((await judge(envCheck, documentBlocks(document, "Wrong"), { rule: id })).findings).toEqual([]);
  });
});

describe.each(envCheck.rules.filter(({ id }) => !ofMachine.has(id)))("$id", ({ id, summary }) => {
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
