// The example: the repository, what its files are after the work, and the tour.
export { buildExample } from "./build-example.js";
export { code, pyproject, requirements, secretScanStub, secretScanWithCaio } from "./code-files.js";
export { caioConfiguration, hookConfiguration } from "./configuration-files.js";
export { executionPlan } from "./documents/execution-plan.js";
export { northStar } from "./documents/north-star.js";
export { runbook } from "./documents/other-documents.js";
export { historyKey, runbookToken } from "./made-secret.js";
export { readme } from "./readme.js";
export { tour } from "./tour.js";
