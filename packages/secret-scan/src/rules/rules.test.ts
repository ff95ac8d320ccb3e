// Each rule's document is its first test: what stands under Wrong is found, what stands under Right is not.
import crypto from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { documentBlocks, judge } from "@caio/testing";
import { describe, expect, it, vi } from "vitest";
import { secretScan } from "../index.js";
import { providers } from "../providers/index.js";
import { randomFrom, samplePrivateKey, sampleToken, sampleValue } from "../samples/sample.js";

const random = randomFrom(5);

/** A document holds no secret: `SAMPLE:…` is filled in here. */
function filled(files: Record<string, string>): Record<string, string> {
  const fill = (text: string): string =>
    text.replace(/SAMPLE:([a-z-]+)/g, (_all, id: string) => {
      if (id === "private-key") return samplePrivateKey();
      const provider = providers.find((one) => one.id === id);
      return provider === undefined ? sampleValue(32, random) : sampleToken(provider, random);
    });
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, fill(text)]));
}

describe.each(secretScan.rules)("$id", ({ id, summary }) => {
  const document = readFileSync(new URL(`${id}.md`, secretScan.documents), "utf8");
  it("has a document whose examples are true, and that holds no secret", async () => {
    expect(document.startsWith(`# ${id}\n\n${summary}\n`)).toBe(true);
    const wrong = await judge(secretScan, filled(documentBlocks(document, "Wrong")), { rule: id });
    expect(wrong.findings.length).toBeGreaterThan(0);
    expect(new Set(wrong.findings.map(({ rule }) => rule))).toEqual(new Set([`secret-scan/${id}`]));
    expect((await judge(secretScan, documentBlocks(document, "Right"))).findings).toEqual([]);
    expect((await judge(secretScan, { "docs/rule.md": document })).findings).toEqual([]);
  });
});

it("every document belongs to a rule", () => {
  expect(readdirSync(secretScan.documents).toSorted()).toEqual(secretScan.rules.map(({ id }) => `${id}.md`).toSorted());
});

it("options in force without configuration are the schema's", async () => {
  expect((await secretScan.options.schema()).parse({})).toEqual(secretScan.options.defaults);
});

describe("what users settle", () => {
  const value = sampleValue(32, random);
  const files = { "app.py": `API_SECRET = "${value}"\n` };
  const found = async (options?: unknown, more: Record<string, string> = files): Promise<number> =>
    (await judge(secretScan, more, options === undefined ? {} : { options })).findings.length;
  it("by pattern, path and comment", async () => {
    expect(await found()).toBe(1);
    expect(await found({ allow: { patterns: [`${value.slice(0, 4)}[A-Za-z0-9]+`] } })).toBe(0);
    expect(await found({ allow: { patterns: [value.slice(0, 4)] } })).toBe(1);
    expect(await found({ allow: { paths: ["*.py"] } })).toBe(0);
    expect(await found(undefined, { "app.py": `API_SECRET = "${value}"  # gitleaks:allow\n` })).toBe(0);
    expect(await found(undefined, { "app.py": `API_SECRET = "${value}"  # caio-${"ignore"} secret-scan/generic-secret: rotated\n` })).toBe(0);
  });
  it("leaves vendored files alone", async () => {
    expect(await found(undefined, { ".venv/lib/python3.11/site-packages/a.py": files["app.py"], "node_modules/a/a.py": files["app.py"] })).toBe(0);
    expect(await found(undefined, { "a/vendor/github.com/b/c.py": files["app.py"], "vendor/bundle/ruby/3.0/a.py": files["app.py"] })).toBe(0);
    expect(await found(undefined, { "vendor/shop/c.py": files["app.py"] })).toBe(1);
  });
  it("shows other labels as notes on request, with the reason", async () => {
    const { findings } = await judge(secretScan, { "a.md": "key = AKIAIOSFODNN7EXAMPLE\n" }, { options: { report: ["secret", "placeholder"] } });
    expect(findings).toMatchObject([{ severity: "note", data: { label: "placeholder", provider: "aws-access-key-id" } }]);
  });
  it("of a file with very many passwords none is hashed slowly, of others when a fingerprint is asked for; each line has one of its own", async () => {
    const lines = (count: number): string => Array.from({ length: count }, (_, at) => `S${at}_API_SECRET=${sampleValue(18, random)}\n`).join("");
    const slow = vi.spyOn(crypto, "scryptSync");
    const few = await judge(secretScan, { "a.env": lines(20) });
    expect(few.findings.length).toBeGreaterThan(10);
    expect(slow).not.toHaveBeenCalled();
    const marks = ({ findings }: typeof few): number => new Set(findings.map(({ fingerprint }) => fingerprint)).size;
    expect(marks(few)).toBe(few.findings.length);
    expect(slow.mock.calls.length).toBeGreaterThan(10);
    slow.mockClear();
    const many = await judge(secretScan, { "a.env": lines(300) });
    expect(many.findings.length).toBeGreaterThan(200);
    expect(marks(many)).toBe(many.findings.length);
    expect(slow).not.toHaveBeenCalled();
    slow.mockRestore();
  });
  it("a changed secret has another fingerprint, a moved one the same", async () => {
    const at = async (text: string): Promise<string | undefined> => (await judge(secretScan, { "app.py": text })).findings[0]?.fingerprint;
    const first = await at(`API_SECRET = "${value}"\n`);
    expect(await at(`\n\nAPI_SECRET = "${value}"\n`)).toBe(first);
    expect(await at(`API_SECRET = "${sampleValue(32, random)}"\n`)).not.toBe(first);
  });
});

it("no report holds a secret: message, frame, data and the errors of other lines", async () => {
  const value = sampleValue(40, random);
  const { findings } = await judge(secretScan, { "app.py": `API_SECRET = "${value}"\n` });
  expect(JSON.stringify(findings.map(({ message, help, data, fingerprint }) => ({ message, help, data, fingerprint })))).not.toContain(value.slice(0, 8));
});
