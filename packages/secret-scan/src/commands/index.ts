// The commands of secret-scan; what one does is loaded when it runs.
import type { Command } from "@caio/repo-model/check";
import type { SecretScanOptions } from "../defaults.js";

export const commands: readonly Command<SecretScanOptions>[] = [
  {
    name: "history",
    summary: "scan what all commits added, or those of a range",
    operands: "[FROM..TO]",
    isLong: true,
    run: async (call) => (await import("./history.js")).history(call),
  },
  {
    name: "triage",
    summary: "every candidate with its label and reason; asks at a terminal, --label and --reason settle without one",
    operands: "[PATH[:LINE] | COMMIT:PATH[:LINE]]...",
    flags: {
      label: { summary: "what the findings are: placeholder, example, test-data, public, hash, or secret for an accepted one", value: "LABEL" },
      reason: { summary: "why, for those who come after", value: "TEXT" },
      expires: { summary: "a date after which the finding is back", value: "YYYY-MM-DD" },
      convert: { summary: "settle what .gitleaksignore and other scanners' baselines accept" },
    },
    run: async (call) => (await import("./triage.js")).triage(call),
  },
  {
    name: "rules",
    summary: "the providers whose tokens are known, with their documentation",
    run: async (call) => (await import("./rules.js")).listRules(call),
  },
  {
    name: "-",
    summary: "scan standard input",
    flags: { path: { summary: "the path to judge it by, and to name in findings", value: "PATH" } },
    run: async (call) => (await import("./stdin.js")).scanInput(call),
  },
];
