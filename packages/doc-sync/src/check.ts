// The check: all documents are read, then rules judge their statuses and links.
import { defineCheck } from "@caio/repo-model/check";
import { statusCommand } from "./commands.js";
import { defaults, type DocSyncOptions } from "./defaults.js";
import { partNames, partOf, type DocFacts } from "./facts.js";
import { sparing } from "./generated/spare.js";
import { writeCommand } from "./generated/write-command.js";
import { plainOptions } from "./plain-options.js";
import { read } from "./read.js";
import * as rules from "./rules/index.js";
import { version } from "./version.js";

const sparingRules = Object.values(rules).map((rule) => ({ ...sparing(rule), part: partNames.indexOf(partOf(rule.id)) + 1 }));

/** Documents that agree with what they speak of. */
export const docSync = defineCheck<DocFacts, DocSyncOptions>({
  name: "doc-sync",
  summary: "documents agree with what they refer to",
  version,
  scope: "repository",
  documents: new URL("../docs/rules/", import.meta.url),
  options: { defaults, plain: plainOptions, schema: async () => (await import("./options.js")).schema },
  rules: sparingRules,
  hasParts: true,
  isLocal: ({ online, commands }) => !online && commands.length === 0,
  read,
  *judge(facts, options, isOn) {
    for (const { id, find } of sparingRules) if (partOf(id) === facts.part && isOn(id)) for (const draft of find(facts, options)) yield { ...draft, rule: id };
  },
  commands: [statusCommand, writeCommand],
  flags: {
    online: { summary: "ask external addresses, too", option: "online" },
    "force-source": { summary: "fix where the mirror's line is newer than its source's too", option: "forceSource" },
  },
});
