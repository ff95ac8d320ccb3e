// Scores public labelled sets, where `CAIO_LABELLED_SETS` names a folder of them: none is stored here. Each file `SET.jsonl` holds a line
// `{ "path", "category", "text", "secrets": [[first, last]] }` for a sample; a sample without secrets is a look-alike.
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { providers } from "./providers/index.js";
import type { LabelledFile } from "./samples/labelled.js";
import { randomFrom, sampleToken } from "./samples/sample.js";
import { caioHits, detectSecretsHits, gitleaksHits, peer, writeSet } from "./samples/scanners.js";
import { joinedSecrets } from "./samples/labels.js";
import { adjudicated, scoreOf, type Hit, type Score } from "./samples/score.js";

/** A set of two samples, so that the scoring itself is tested where no folder is named. */
async function smallSet(): Promise<string> {
  const random = randomFrom(3);
  const provider = providers.find(({ id }) => id === "stripe-secret-key");
  if (provider === undefined) throw new Error("There is no such provider.");
  const samples = [
    { path: "settings.py", category: "token", text: `first = 1\nSTRIPE_KEY = "${sampleToken(provider, random)}"\n`, secrets: [[2, 2]] },
    { path: "README.md", category: "placeholder", text: 'STRIPE_KEY = "sk_live_..."\n', secrets: [] },
  ];
  const at = await mkdtemp(join(tmpdir(), "caio-small-set-"));
  await writeFile(join(at, "small.jsonl"), samples.map((one) => `${JSON.stringify(one)}\n`).join(""));
  return at;
}

const given = process.env["CAIO_LABELLED_SETS"];
const folder = given ?? (await smallSet());
const sets = (await readdir(folder)).filter((name) => name.endsWith(".jsonl"));
afterAll(async () => {
  if (given === undefined) await rm(folder, { recursive: true });
});

async function readSet(name: string): Promise<LabelledFile[]> {
  const text = await readFile(join(folder, name), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): LabelledFile => JSON.parse(line));
}

it.each(sets)(
  "%s",
  async (name) => {
    const set = (await readSet(name)).map((file) => ({ ...file, secrets: joinedSecrets(file) }));
    const judged = adjudicated(set);
    console.log(`${name}: no leaks: ${[...judged.taken].map(([reason, count]) => `${count} ${reason}`).join(", ") || "none"}`);
    const root = await mkdtemp(join(tmpdir(), "caio-sets-"));
    const shown = (scanner: string, hits: readonly Hit[]): Pick<Score, "recall" | "precision"> => {
      const told = ({ recall, precision, found, total, false: wrong }: Score): string =>
        `recall ${(recall * 100).toFixed(1)} % (${found} of ${total}), precision ${(precision * 100).toFixed(1)} % (${wrong} false)`;
      const raw = scoreOf(set, hits);
      console.log(`${name} ${scanner}: ${told(raw)}; adjudicated: ${told(scoreOf(judged.files, hits, judged.open))}`);
      return { recall: raw.recall, precision: raw.precision };
    };
    try {
      await writeSet(join(root, "set"), set);
      const own = shown("secret-scan", caioHits(set));
      if (given === undefined) expect(own).toEqual({ recall: 1, precision: 1 });
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
