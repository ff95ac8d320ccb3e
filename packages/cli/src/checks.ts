// The list of checks: nothing else.
import type { LazyCheck } from "@caio/repo-model/command";

/** In the order of the report's summary; each is loaded when it runs. */
export const checks: readonly LazyCheck[] = [
  { name: "doc-sync", summary: "documents agree with what they refer to", load: async () => (await import("@caio/doc-sync")).docSync },
  { name: "secret-scan", summary: "no secret stands in a file", masks: true, load: async () => (await import("@caio/secret-scan")).secretScan },
  { name: "hook-config", summary: "git-hook configuration is valid and current", load: async () => (await import("@caio/hook-config")).hookConfig },
  { name: "adr-gate", summary: "a change to a guardrail names an accepted decision record", load: async () => (await import("@caio/adr-gate")).adrGate },
  { name: "env-check", summary: "what hooks and tests need is declared and installed", load: async () => (await import("@caio/env-check")).envCheck },
];
