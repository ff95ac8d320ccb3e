// The rest of the documents. Each false positive of the stub stands where such things stand.
import { runbookToken } from "../made-secret.js";

/** The front page; its `sk-...` is the first false positive. */
export const readme = `# CAIO

Routes each request to the service whose contract promises what the request needs.

## Quick start

\`\`\`bash
pip install -r requirements.txt
export OPENAI_API_KEY=sk-...
python -m caio.router --request examples/request.yaml
\`\`\`

## Documents

- [North Star](docs/NORTH_STAR.md)
- [Execution plan](docs/operations/execution_plan.md)
- [API](docs/API.md)
`;

/** The second false positive: the access key id that AWS's documentation uses. */
export const api = `# API

## Signing requests

Requests to the artefact store are signed. The example uses the key of the vendor's documentation:

\`\`\`bash
export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
curl https://caio.example.org/v1/route --data @request.json
\`\`\`

## Errors

| code | meaning |
|---|---|
| 409 | no contract satisfies the request |
| 422 | the request names an unknown capability |
`;

/** The third false positive: an example of a configuration. */
export const configurationGuide = `# Configuration

The router reads \`caio.toml\` beside it, and the environment. A database for the registry:

\`\`\`yaml
registry:
  host: db.example.org
  user: caio
  password: changeme
\`\`\`
`;

/** The runbook. Its token is real, and the stub does not see it: it knows no GitLab tokens, and \`docs/\` is where one looks last. */
export function runbook(isDone: boolean): string {
  return `# Runbook

## The registry does not answer

1. Look at the dashboard of the registry.
2. Restart it from the deployment job:

\`\`\`bash
curl --request POST --header "PRIVATE-TOKEN: ${isDone ? "$GITLAB_TOKEN" : runbookToken}" \\
  https://gitlab.caio.dev/api/v4/projects/12/trigger/pipeline
\`\`\`

3. Write down what happened in the incident log.
`;
}

const record = (number: string, title: string, status: string, text: string): string => `# ${number}. ${title}

Date: 2025-11-0${Number(number) % 9}

## Status

${status}

## Context

${text}

## Decision

We do what the title says.

## Consequences

A change to what this record guards names a record that allows it.
`;

/** The decision records, by path. */
export const records: Readonly<Record<string, string>> = {
  "docs/decisions/0001-control-constants-are-guarded.md": record(
    "1",
    "Control constants are guarded",
    "Accepted",
    "A threshold that moves changes which service answers, and nobody sees it in a review of code.",
  ),
  "docs/decisions/0002-raise-the-latency-threshold.md": record(
    "2",
    "Raise the latency threshold",
    "Accepted",
    "Services in other regions miss the threshold of 200 ms by a few milliseconds, though their users would rather wait.",
  ),
  "docs/decisions/0003-drop-the-cost-ceiling.md": record("3", "Drop the cost ceiling", "Proposed", "The ceiling refuses requests that a tenant would pay for."),
};
