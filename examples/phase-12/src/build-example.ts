// The repository of Phase 12 as it was before the work, with its history and two branches.
import { gitRepo, type GitRepo, type Step } from "@caio/git-fixture";
import { code, pyproject, requirements, secretScanStub } from "./code-files.js";
import { caioConfiguration, hookConfiguration } from "./configuration-files.js";
import { executionPlan } from "./documents/execution-plan.js";
import { northStar } from "./documents/north-star.js";
import { api, configurationGuide, readme, records, runbook } from "./documents/other-documents.js";
import { historyKey } from "./made-secret.js";

/** Files that a run of tests leaves behind are not the repository's. */
const ignored = "__pycache__/\n.pytest_cache/\n.venv/\n*.egg-info/\n";

const steps: readonly Step[] = [
  { write: { ...code, "requirements.txt": requirements, "pyproject.toml": pyproject, ".gitignore": ignored, "README.md": readme } },
  { write: { "scripts/secret_scan_stub.sh": secretScanStub }, mode: 0o755 },
  { commit: "Phase 6: the router, its control module and its tests", date: "2025-11-03T10:00:00Z" },
  { write: { ".env.production": `STRIPE_SECRET_KEY=${historyKey}\nCAIO_REGION=eu-west-1\n` } },
  { commit: "Settings of production", author: "Bob Example" },
  { remove: [".env.production"] },
  { commit: "Take the settings of production out again", author: "Bob Example" },
  {
    write: {
      "docs/NORTH_STAR.md": northStar(false),
      "docs/API.md": api,
      "docs/operations/execution_plan.md": executionPlan(),
      "docs/operations/RUNBOOK.md": runbook(false),
      "docs/operations/configuration.md": configurationGuide,
      ...records,
    },
  },
  { commit: "Phase 11: documents", date: "2025-12-18T10:00:00Z" },
  { write: { ".pre-commit-config.yaml": hookConfiguration(false), "caio.yaml": caioConfiguration } },
  { commit: "Hooks, and what caio is to know of the documents and the guardrails", date: "2026-01-09T10:00:00Z" },
];

const branches: readonly Step[] = [
  { git: ["switch", "--quiet", "--create", "docs/phase-11-notes"] },
  { write: { "docs/test.md": "# Test\n", "README.md": `${readme}\nSee the [runbook](docs/operations/RUNBOOK.md) when something is down.\n` } },
  { commit: "docs: test ADR gate" },
  { git: ["switch", "--quiet", "main"] },
  { git: ["switch", "--quiet", "--create", "control/raise-threshold"] },
  { write: { "configs/constants/routing_thresholds.yaml": "# Guarded by ADR 1.\nlatency_ms: 250\ncost: 0.5\n" } },
  { commit: "Raise the latency threshold" },
  { git: ["switch", "--quiet", "main"] },
];

/** Builds the repository in a new temporary folder, or in `at`. The history is the same, id by id, in every build. */
export function buildExample(at?: string): GitRepo {
  return gitRepo([...steps, ...branches], at === undefined ? {} : { at });
}
