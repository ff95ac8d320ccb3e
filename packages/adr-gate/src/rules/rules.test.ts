// Each rule's document is its first test: Base is committed, Wrong and Right are pull requests against it, through the command.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentBlocks, gitRepo, recordedIo } from "@caio/testing";
import { runCommand } from "@caio/repo-model/command";
import { describe, expect, it } from "vitest";
import { adrGate, defaults } from "../index.js";
import { recordFacts } from "../commands/lint.js";
import { failReasons } from "../reasons.js";
import { recordShelf } from "../records/record-shelf.js";
import * as rules from "./index.js";

const isOneOf = (list: readonly string[], id: string): boolean => list.includes(id);

const bodyName = "pull-request.md";

/** The rules that a pull request breaks. */
async function broken(base: Readonly<Record<string, string>>, change: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { [bodyName]: body = "", ...write } = change;
  const repo = gitRepo([{ write: base }, { commit: "base" }, { git: ["switch", "--quiet", "--create", "change"] }, { write }, { commit: "change" }]);
  const folder = mkdtempSync(join(tmpdir(), "caio-body-"));
  const bodyFile = join(folder, bodyName);
  writeFileSync(bodyFile, body);
  const { io, said } = recordedIo(repo.root);
  const code = await runCommand([adrGate], { argv: ["--base", "main", "--body-file", bodyFile, "--reporter", "json"], io });
  repo.dispose();
  rmSync(folder, { recursive: true });
  const report: { findings: { rule: string }[]; troubles: unknown[] } = JSON.parse(said());
  expect(report.troubles).toEqual([]);
  expect(code).toBe(report.findings.length > 0 ? 1 : 0);
  return report.findings.map(({ rule }) => rule);
}

const [verdicts, others] = [adrGate.rules.filter(({ id }) => isOneOf(failReasons, id)), adrGate.rules.filter(({ id }) => !isOneOf(failReasons, id))];

describe.each(verdicts)("$id", ({ id, summary }) => {
  const document = readFileSync(new URL(`${id}.md`, adrGate.documents), "utf8");
  it("has a document whose examples are true", async () => {
    expect(document.startsWith(`# ${id}\n\n${summary}\n`)).toBe(true);
    const base = documentBlocks(document, "Base");
    expect(await broken(base, documentBlocks(document, "Wrong"))).toEqual([`adr-gate/${id}`]);
    expect(await broken(base, documentBlocks(document, "Right"))).toEqual([]);
  });
});

describe.each(others)("$id, of lint", ({ id, summary }) => {
  const document = readFileSync(new URL(`${id}.md`, adrGate.documents), "utf8");
  const found = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const shelf = recordShelf(files, defaults.adr.dirs, defaults.acceptedStatuses);
    const facts = recordFacts(shelf, new Set(Object.keys(files)));
    return Object.values(rules).flatMap((rule) => [...rule.find(facts, defaults)].map(() => rule.id));
  };
  it("has a document whose examples are true", async () => {
    expect(document.startsWith(`# ${id}\n\n${summary}\n`)).toBe(true);
    expect(await found(documentBlocks(document, "Wrong"))).toEqual([id]);
    expect(await found(documentBlocks(document, "Right"))).toEqual([]);
  });
});

it("there is a rule for each reason to fail, and a document for each rule", () => {
  expect(verdicts.map(({ id }) => id).toSorted()).toEqual([...failReasons].toSorted());
  expect(readdirSync(adrGate.documents).toSorted()).toEqual(adrGate.rules.map(({ id }) => `${id}.md`).toSorted());
});

it("options in force without configuration are the schema's", async () => {
  const schema = await adrGate.options.schema();
  expect(schema.parse({})).toEqual(defaults);
});
