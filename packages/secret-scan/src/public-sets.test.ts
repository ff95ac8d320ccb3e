// Scores public labelled sets, where `CAIO_LABELLED_SETS` names a folder of them: none is stored here. Each file `SET.jsonl` holds a line
// `{ "path", "category", "text", "secrets": [[first, last]] }` for a sample; a sample without secrets is a look-alike.
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { LabelledFile } from "./samples/labelled.js";
import { caioHits, detectSecretsHits, gitleaksHits, peer, writeSet } from "./samples/scanners.js";
import { scoreOf, type Hit } from "./samples/score.js";

const folder = process.env["CAIO_LABELLED_SETS"];
const names = folder === undefined ? [] : (await readdir(folder)).filter((name) => name.endsWith(".jsonl"));
const sets = names.length === 0 ? ["none"] : names;

async function readSet(name: string): Promise<LabelledFile[]> {
  const text = await readFile(join(folder ?? "", name), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): LabelledFile => JSON.parse(line));
}

it.skipIf(folder === undefined).each(sets)(
  "%s",
  async (name) => {
    const set = await readSet(name);
    const root = await mkdtemp(join(tmpdir(), "caio-sets-"));
    const shown = (scanner: string, hits: readonly Hit[]): void => {
      const { recall, precision, found, total, false: wrong } = scoreOf(set, hits);
      console.log(
        `${name} ${scanner}: recall ${(recall * 100).toFixed(1)} % (${found} of ${total}), precision ${(precision * 100).toFixed(1)} % (${wrong} false)`,
      );
    };
    try {
      await writeSet(join(root, "set"), set);
      shown("secret-scan", caioHits(set));
      const [gitleaks, detect] = [peer("gitleaks"), peer("detect-secrets")];
      if (gitleaks !== undefined) shown("gitleaks", await gitleaksHits(gitleaks, join(root, "set"), join(root, "report.json")));
      if (detect !== undefined) shown("detect-secrets", await detectSecretsHits(detect, join(root, "set")));
      expect(set.length).toBeGreaterThan(0);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  },
  600_000,
);
