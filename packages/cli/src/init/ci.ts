// The job of the CI system that is there. It judges the lines that a change adds, so that nothing has to be accepted first.
import { textItems } from "@caio/repo-model/data";
import { repoPath } from "@caio/repo-model/text";
import type { Change } from "./change.js";
import { appendTo, valueAt, type Look } from "./look.js";

const githubJob = (version: string): string => `name: caio
on:
  pull_request:
permissions:
  contents: read
jobs:
  caio:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx --yes @caio/cli@${version} --since "origin/$GITHUB_BASE_REF" --reporter github --reporter text
`;

const gitlabJob = (version: string, stage: string | undefined): string => `caio:
${stage === undefined ? "" : `  stage: ${stage}\n`}  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: "0"
  script:
    - npx --yes @caio/cli@${version} --since "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --reporter gitlab=gl-code-quality-report.json --reporter text
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;

async function github(look: Look, version: string): Promise<Change | undefined> {
  const workflows = look.below(".github/workflows");
  const path = repoPath(".github/workflows/caio.yml");
  if (look.has(path)) return undefined;
  for (const one of workflows) if ((await look.text(one))?.includes("@caio/cli") === true) return undefined;
  const edits = [{ path, create: githubJob(version) }];
  return { id: "github", title: "GitHub Actions: a job for pull requests", isRecommended: workflows.length > 0, edits };
}

async function gitlab(look: Look, version: string): Promise<Change | undefined> {
  const file = await look.data(".gitlab-ci.yml");
  if (file === undefined || (file.root !== undefined && file.root.kind !== "map") || file.text.includes("caio")) return undefined;
  const node = valueAt(file.root, "stages");
  const stages = node === undefined ? [] : textItems(node).map(({ value }) => value);
  // A job without a stage is of the stage \`test\`, which a list of one's own may not have.
  const stage = stages.length === 0 || stages.includes("test") ? undefined : stages[0];
  return {
    id: "gitlab",
    title: "GitLab: a job for merge requests, with a code quality report",
    isRecommended: true,
    edits: [appendTo(file, gitlabJob(version, stage))],
  };
}

/** The jobs that are offered. */
export async function ciChanges(look: Look, version: string): Promise<Change[]> {
  const own = await gitlab(look, version);
  const hub = await github(look, version);
  // Who has GitLab has no need of a workflow that is not there yet.
  return [own, own !== undefined && hub?.isRecommended !== true ? undefined : hub].filter((one) => one !== undefined);
}
