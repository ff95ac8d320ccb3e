// The code, its tests, its manifests and its scripts.

/** `requirements.txt` and `pyproject.toml`: neither names `pydantic-settings`, which \`caio/config.py\` imports. */
export const requirements = `pydantic>=2.0.0
pyyaml>=6.0
pytest>=8.0
`;

export const pyproject = `[build-system]
requires = ["setuptools>=68"]
build-backend = "setuptools.build_meta"

[project]
name = "caio"
version = "0.11.0"
requires-python = ">=3.10"
dependencies = [
    "pydantic>=2.0.0",
    "pytest>=8.0",
    "pyyaml>=6.0",
]

[tool.setuptools]
packages = ["caio", "caio.control"]

[tool.pytest.ini_options]
pythonpath = ["."]
`;

/** Files by path. */
export const code: Readonly<Record<string, string>> = {
  "caio/__init__.py": '"""Routes requests to services by their contracts."""\n',
  "caio/config.py": `"""Settings of the router, from the environment."""

from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    """What the environment says."""

    api_key: str = Field(default="", alias="OPENAI_API_KEY")
    latency_threshold_ms: int = 200
`,
  "caio/router.py": `"""The routing decision."""

from __future__ import annotations

from dataclasses import dataclass

from caio.control.policy import within_threshold


@dataclass(frozen=True)
class Service:
    name: str
    latency_ms: int
    cost: float


def route(services: list[Service]) -> Service | None:
    """The cheapest service within the threshold."""
    fit = [service for service in services if within_threshold(service.latency_ms)]
    return min(fit, key=lambda service: service.cost, default=None)
`,
  "caio/control/__init__.py": "",
  "caio/control/policy.py": `"""Control logic: what may be routed at all."""

from caio.config import Settings


def within_threshold(latency_ms: int) -> bool:
    return latency_ms <= Settings().latency_threshold_ms
`,
  "tests/unit/test_router.py": `from caio.router import Service, route


def test_the_cheapest_service_within_the_threshold():
    services = [Service("far", 900, 0.1), Service("near", 50, 0.3), Service("mid", 150, 0.2)]
    assert route(services).name == "mid"


def test_none_fits():
    assert route([Service("far", 900, 0.1)]) is None
`,
  // The fourth false positive: test data.
  "tests/unit/test_config.py": `from caio.config import Settings

KEY = "sk-test-0123456789abcdef"


def test_the_key_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    assert Settings().api_key == KEY
`,
  // The fifth false positive: a placeholder in an example.
  "examples/router_example.py": `"""How to ask the router."""

from caio.router import Service, route

API_KEY = "sk-your-key-here"

print(route([Service("near", 50, 0.3)]))
`,
  "examples/request.yaml": "capability: summarize\nmax_latency_ms: 200\n",
  "configs/constants/routing_thresholds.yaml": "# Guarded by ADR 1.\nlatency_ms: 200\ncost: 0.5\n",
  "invariants/INV-CAIO-0001.yaml": "id: INV-CAIO-0001\nstatement: a routed request has a contract\n",
  "invariants/INV-CAIO-CONTROL-0001.yaml": "id: INV-CAIO-CONTROL-0001\nstatement: the latency threshold is positive\n",
  "scripts/validate_invariants.py": `"""Every invariant has an id that is its file's name."""

import pathlib
import sys

bad = [path for path in pathlib.Path("invariants").glob("*.yaml") if f"id: {path.stem}" not in path.read_text()]
for path in bad:
    print(f"{path}: the id is not the file's name")
sys.exit(1 if bad else 0)
`,
  "scripts/ci/adr_gate.py": `"""Asks for a decision record when guardrail files changed. Runs in CI only."""

import os
import sys

if "GITHUB_EVENT_PATH" not in os.environ:
    print("adr gate: skipped, no pull request")
    sys.exit(0)
print("adr gate: see the workflow")
`,
};

/** The stub: a pattern that shouts at everything that looks like a key. */
export const secretScanStub = `#!/usr/bin/env bash
# Secret scan (gitleaks stub): lines that look like keys.
set -u
if git grep -nE 'sk-[a-z.]|AKIA[A-Z0-9]{16}|password: [a-z]' -- . ':!scripts'; then
  echo "secret scan: remove the lines above, or whitelist them"
  exit 1
fi
`;

/** The stub after the work: it calls caio. */
export const secretScanWithCaio = `#!/usr/bin/env bash
# Secret scan: the real ones.
exec caio secret-scan
`;
