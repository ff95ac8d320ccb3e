// A commit hook: one staged file in a repository of 1,000 files and 20 commits.
import { gitRepo } from "@caio/git-fixture";
import type { Bench, Contender } from "../bench.js";
import { caio, peer } from "../programs.js";

const hooks = "repos:\n- repo: local\n  hooks:\n  - id: nothing\n    name: nothing\n    entry: 'true'\n    language: system\n";
const source = (index: number): string => `# Module ${index}.\n${`def step_${index}(value):\n    return value + ${index}\n\n\n`.repeat(10)}`;

/** caio does what all its checks have to do; gitleaks looks for secrets; pre-commit runs one hook that does nothing. */
export const staged: Bench = {
  name: "staged",
  summary: "`caio check --staged` with one staged file, gitleaks, and pre-commit with a hook that does nothing",
  prepare(folder) {
    const files: Record<string, string> = { ".pre-commit-config.yaml": hooks, "README.md": "# Bench\n\n[guide](docs/guide-1.md)\n" };
    for (let index = 0; index < 900; index++) files[`src/part_${index % 30}/module_${index}.py`] = source(index);
    for (let index = 0; index < 100; index++)
      files[`docs/guide-${index}.md`] = `# Guide ${index}\n\n${`A line with a [link](guide-${(index + 1) % 100}.md).\n\n`.repeat(20)}`;
    const repo = gitRepo([{ write: files }, { commit: "all" }], { at: folder });
    for (let index = 0; index < 20; index++) repo.apply({ write: { [`src/part_1/module_${index}.py`]: source(index + 1) } }, { commit: `change ${index}` });
    repo.apply({ write: { "src/part_2/module_2.py": `${source(2)}LIMIT = 10\n` } }, { git: ["add", "--all"] });
    const cwd = repo.root;
    const found: Contender[] = [
      { name: "caio check --staged", argv: [process.execPath, caio, "check", "--staged"], cwd },
      { name: "caio check secret-scan --staged", argv: [process.execPath, caio, "check", "secret-scan", "--staged"], cwd },
      { name: "gitleaks git --staged", argv: [peer("gitleaks"), "git", "--staged", "--no-banner", "."], cwd },
      { name: "pre-commit run", argv: [peer("pre-commit"), "run"], cwd, environment: { PRE_COMMIT_HOME: `${folder}-home` } },
    ];
    return found;
  },
};
