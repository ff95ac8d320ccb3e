// Recall and precision on the labelled set, beside gitleaks and detect-secrets on the same files.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { labelledFiles } from "./samples/labelled.js";
import { fileNegatives } from "./samples/negatives-files.js";
import { negatives } from "./samples/negatives.js";
import { filePositives } from "./samples/positives-files.js";
import { positives } from "./samples/positives.js";
import { caioHits, detectSecretsHits, gitleaksHits, peer, writeSet } from "./samples/scanners.js";
import { scoreOf, type Hit, type Score } from "./samples/score.js";

const rows = [...positives, ...filePositives, ...negatives, ...fileNegatives];
const files = labelledFiles(rows, 20_260);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const shown = (name: string, { found, total, recall, precision, false: wrong }: Score): string =>
  `${name}: recall ${percent(recall)} (${found} of ${total}), precision ${percent(precision)} (${wrong} false)`;

describe("the labelled set", () => {
  it("has 300 leaks and more, and half as many look-alikes", () => {
    const secrets = files.reduce((sum, one) => sum + one.secrets.length, 0);
    expect(secrets).toBeGreaterThan(300);
    expect(files.filter((one) => one.secrets.length === 0).length).toBeGreaterThan(150);
  });
  it.each([20_260, 1, 2, 3])("seed %i: recall is nine in ten and more, precision nineteen in twenty and more", (seed) => {
    const set = labelledFiles(rows, seed);
    const score = scoreOf(set, caioHits(set));
    console.log(
      [shown(`caio, seed ${seed}`, score), ...score.missed.map((one) => `  missed ${one}`), ...score.wrong.map((one) => `  false ${one}`)].join("\n"),
    );
    expect(score.recall).toBeGreaterThanOrEqual(0.9);
    expect(score.precision).toBeGreaterThanOrEqual(0.95);
  });
});

describe("the same files, scanned by others", () => {
  let root = "";
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "caio-labelled-"));
    await writeSet(join(root, "set"), files);
  }, 60_000);
  afterAll(() => rm(root, { recursive: true, force: true }), 60_000);
  const program = (name: string): string | undefined => {
    const found = peer(name);
    if (found !== undefined) return found;
    if (process.env["CI"] === "true") throw new Error(`${name} is missing: run the set-up of tools/peers`);
    console.warn(`SKIPPED: ${name} is not installed, nothing was compared`);
    return undefined;
  };
  const compare = (name: string, hits: readonly Hit[]): void => {
    const theirs = scoreOf(files, hits);
    console.log(shown(name, theirs));
    expect(theirs.found).toBeGreaterThan(0);
    expect(scoreOf(files, caioHits(files)).recall).toBeGreaterThan(theirs.recall);
  };
  it("by gitleaks", async ({ skip }) => {
    const gitleaks = program("gitleaks");
    if (gitleaks === undefined) return skip("gitleaks is not installed");
    compare("gitleaks", await gitleaksHits(gitleaks, join(root, "set"), join(root, "gitleaks.json")));
  });
  it("by detect-secrets", async ({ skip }) => {
    const detect = program("detect-secrets");
    if (detect === undefined) return skip("detect-secrets is not installed");
    compare("detect-secrets", await detectSecretsHits(detect, join(root, "set")));
  });
});
