// The configuration of the hooks and of caio.

/** `.pre-commit-config.yaml` before the work, with legacy stages, or after it. */
export function hookConfiguration(isDone: boolean): string {
  const [commit, push] = isDone ? ["pre-commit", "pre-push"] : ["commit", "push"];
  return `# Local validation. The stages are git's.
default_stages: [${commit}]
repos:
  - repo: local
    hooks:
      - id: secret-scan-stub
        name: Secret scan (gitleaks stub)
        entry: scripts/secret_scan_stub.sh
        language: script
        pass_filenames: false
        stages: [${commit}]

      - id: validate-invariants
        name: Validate invariants
        entry: python3 scripts/validate_invariants.py
        language: system
        pass_filenames: false
        always_run: true
        stages: ["${commit}", '${push}']  # both

      - id: unit-tests-quick
        name: Unit tests (quick)
        entry: pytest tests/unit -q
        language: system
        pass_filenames: false
        always_run: true
        stages: [${push}]

      - id: adr-gate
        name: ADR gate
        entry: python3 scripts/ci/adr_gate.py
        language: system
        pass_filenames: false
        always_run: true
        stages:
          - ${push}
`;
}

/** What the maintainers tell caio: which document decides, and what is guarded. */
export const caioConfiguration = `doc-sync:
  sources:
    - id: phases
      file: docs/operations/execution_plan.md
      select: { heading: "Phase completion status", table: { key: Phase, value: Status } }
      entity: "Phase {key}"
  mirrors:
    - { source: phases, files: ["docs/**/*.md", "README.md"] }

adr-gate:
  guardrails:
    - id: control-constants
      paths: ["configs/constants/**"]
      why: Control constants and thresholds
    - id: control-invariants
      paths: ["invariants/INV-CAIO-CONTROL*"]
      why: Control-related invariants
    - id: control-module
      paths: ["caio/control/**"]
      why: Control logic
`;
