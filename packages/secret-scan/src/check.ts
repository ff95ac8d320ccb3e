// The check: files are read, candidates are judged, rules say what is a secret.
import { defineCheck } from "@caio/repo-model/check";
import { escapeControls, RepoError } from "@caio/repo-model/text";
import { commands } from "./commands/index.js";
import { defaults, type SecretScanOptions } from "./defaults.js";
import type { ScanFacts, Sighting } from "./facts.js";
import { labels, type Label } from "./detect/candidate.js";
import { maskText, rememberedSecrets, rememberSecret } from "./mask.js";
import { explainProvider } from "./providers/describe.js";
import { read } from "./read.js";
import { suggest } from "./suggest.js";
import * as rules from "./rules/index.js";
import { version } from "./version.js";

function depthOf(value: string): number {
  if (!/^[0-8]$/.test(value)) throw new RepoError("USAGE", `\`--decode-depth ${escapeControls(value)}\` is no number from 0 to 8.`);
  return Number(value);
}

/** `--labels secret,example`. Throws USAGE. */
function readLabels(value: string): readonly Label[] {
  return value.split(",").map((part) => {
    const label = labels.find((one) => one === part.trim());
    if (label === undefined) throw new RepoError("USAGE", `\`--labels ${value}\`: \`${part}\` is none of ${labels.join(", ")}.`);
    return label;
  });
}

/** The real secrets, not the placeholders. */
export const secretScan = defineCheck<ScanFacts, SecretScanOptions>({
  name: "secret-scan",
  summary: "no secret stands in a file",
  version,
  scope: "file",
  documents: new URL("../docs/rules/", import.meta.url),
  options: { defaults, schema: async () => (await import("./options.js")).schema },
  flags: {
    "decode-depth": { summary: "how often encoded texts are decoded, one inside the other; 0 is off", value: "N", option: "decodeDepth", read: depthOf },
    labels: {
      summary: "labels that are reported, all but `secret` as notes: secret,example,test-data,…",
      value: "LIST",
      option: "report",
      read: readLabels,
    },
  },
  rules: Object.values(rules),
  // What finds and judges is loaded when it is needed, or while git works.
  prepare: async () => void (await import("./scan.js")),
  read,
  *judge(facts, options, isOn) {
    const { sightings } = facts;
    // A rule of the user's own is silent where a rule of ours that is on says more of the same value.
    const isTold = ({ candidate, at }: Sighting): boolean =>
      candidate.kind === "custom-secret" &&
      sightings.some(
        ({ candidate: other, at: { range } }) => other.kind !== "custom-secret" && isOn(other.kind) && range[0] < at.range[1] && at.range[0] < range[1],
      );
    const left = { ...facts, sightings: sightings.filter((one) => !isTold(one)) };
    for (const rule of Object.values(rules)) {
      if (!isOn(rule.id)) continue;
      for (const draft of rule.find(left, options)) yield { ...draft, rule: rule.id };
    }
  },
  mask: (text) => maskText(text),
  memory: { all: () => rememberedSecrets(), add: (text) => rememberSecret(text) },
  explain: (name) => explainProvider(name),
  suggest,
  commands,
});
