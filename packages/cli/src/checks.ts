// The list of checks, of the commands beside theirs, and of the reports beside every bin's: nothing else, and nothing is loaded.
import type { Call, LazyCheck } from "@caio/repo-model/command";
import type { Command } from "@caio/repo-model/check";
import type { ReporterLoaders } from "@caio/repo-model/report";

/** In the order of the report: secrets first, so that what others say of the same text is masked; what takes longest last. Each is loaded when it runs. */
export const checks: readonly LazyCheck[] = [
  {
    name: "secret-scan",
    summary: "no secret stands in a file",
    apart: "at once",
    mask: async () => (await import("@caio/secret-scan/mask-text")).maskText,
    load: async () => (await import("@caio/secret-scan")).secretScan,
  },
  { name: "hook-config", summary: "git-hook configuration is valid and current", load: async () => (await import("@caio/hook-config")).hookConfig },
  { name: "adr-gate", summary: "a change to a guardrail names an accepted decision record", load: async () => (await import("@caio/adr-gate")).adrGate },
  {
    name: "doc-sync",
    summary: "documents agree with what they refer to",
    apart: "when one is free",
    load: async () => (await import("@caio/doc-sync")).docSync,
  },
  { name: "env-check", summary: "what hooks and tests need is declared and installed", load: async () => (await import("@caio/env-check")).envCheck },
];

/** The commands of the cli alone. */
export const commands = (call: Call): readonly Command[] => [
  {
    name: "init",
    summary: "look, ask, and write caio.yaml, the hook and the CI job",
    flags: {
      yes: { summary: "take the recommended answers; ask nothing" },
      compare: { summary: "run gitleaks, lychee and pre-commit beside caio, where they are installed" },
    },
    run: async ({ flags, terminal }) => (await import("./init/init.js")).init(call, flags, terminal !== undefined),
  },
  {
    name: "report",
    operands: "RULE FINGERPRINT",
    summary: "a false alarm as a minimal reproduction, its contents blanked out",
    run: async ({ operands }) => (await import("./report/report.js")).report(call, operands),
  },
  {
    name: "completions",
    operands: "SHELL",
    summary: "what bash, zsh or fish needs to complete caio's words",
    run: async ({ operands }) => (await import("./completions/completions.js")).completions(call, operands),
  },
];

export const reporters: ReporterLoaders = { html: async () => (await import("./html/report.js")).html };
