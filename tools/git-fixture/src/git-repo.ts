// Builds a real git repository from steps, with fixed names and dates so that object ids are the same in every run.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** One step of a repository's history; every step but `write`, `remove`, `link` and `git` ends in a commit. */
export type Step =
  | { readonly write: Readonly<Record<string, string | Uint8Array>>; readonly mode?: number }
  | { readonly remove: readonly string[] }
  | { readonly link: string; readonly to: string }
  | { readonly commit: string; readonly date?: string; readonly author?: string }
  | { readonly git: readonly string[] };

/** A repository on disk; `dispose` removes it. */
export interface GitRepo {
  readonly root: string;
  /** Runs git in the repository and returns its standard output without the last line end. Throws when git fails. */
  git(...args: readonly string[]): string;
  apply(...steps: readonly Step[]): void;
  dispose(): void;
}

const environment = (date: string, author: string): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: author,
  GIT_AUTHOR_EMAIL: `${author.toLowerCase().replaceAll(" ", ".")}@example.org`,
  GIT_COMMITTER_NAME: author,
  GIT_COMMITTER_EMAIL: `${author.toLowerCase().replaceAll(" ", ".")}@example.org`,
  GIT_AUTHOR_DATE: date,
  GIT_COMMITTER_DATE: date,
  LC_ALL: "C",
});

/** Makes a git repository in a new temporary folder (or `options.at`) and carries out `steps` in it. */
export function gitRepo(steps: readonly Step[] = [], options: { readonly at?: string; readonly init?: readonly string[] } = {}): GitRepo {
  const root = options.at ?? realpathSync(mkdtempSync(join(tmpdir(), "caio-repo-")));
  mkdirSync(root, { recursive: true });
  let clock = Date.parse("2026-01-10T09:00:00Z");
  let author = "Ada Example";
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false", ...args], {
      cwd: root,
      env: environment(new Date(clock).toISOString(), author),
      encoding: "utf8",
      maxBuffer: 1 << 30,
      stdio: ["ignore", "pipe", "pipe"],
    }).replace(/\n$/, "");
  const apply = (...next: readonly Step[]): void => {
    for (const step of next) {
      if ("write" in step) {
        for (const [path, content] of Object.entries(step.write)) {
          mkdirSync(dirname(join(root, path)), { recursive: true });
          writeFileSync(join(root, path), content);
          if (step.mode !== undefined) chmodSync(join(root, path), step.mode);
        }
      } else if ("remove" in step) {
        for (const path of step.remove) rmSync(join(root, path), { recursive: true });
      } else if ("link" in step) {
        mkdirSync(dirname(join(root, step.link)), { recursive: true });
        symlinkSync(step.to, join(root, step.link));
      } else if ("git" in step) {
        git(...step.git);
      } else {
        if (step.date !== undefined) clock = Date.parse(step.date);
        author = step.author ?? "Ada Example";
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--no-verify", "--message", step.commit);
        clock += 3_600_000;
      }
    }
  };
  git("init", "--quiet", "--initial-branch=main", ...(options.init ?? []));
  apply(...steps);
  return { root, git, apply, dispose: () => rmSync(root, { recursive: true, force: true }) };
}

/** `gitRepo` for a file of tests: what it makes is removed by `afterEach`, which is the test runner's own. */
export function disposedRepos(afterEach: (clean: () => void) => void): typeof gitRepo {
  const repos: GitRepo[] = [];
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  return (...call) => {
    const repo = gitRepo(...call);
    repos.push(repo);
    return repo;
  };
}
