// A repository that is an attacker's: no command of caio runs anything of it, reads or writes outside of it, or touches `.git`.
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderDigest, gitRepo, outsideCi, type GitRepo } from "@caio/git-fixture";
import { afterEach, describe, expect, it } from "vitest";
import { commands } from "./commands.js";
import { bin, isFull } from "./program.js";

const open: { dispose(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

/** A word that stands in a file outside of the repository alone. */
const outsideWord = "zqx-outside-zqx";

interface Trap {
  readonly repo: GitRepo;
  readonly outside: string;
  /** Whether anything of the repository's was run. */
  ran(): string;
}

function trap(): Trap {
  const outside = realpathSync(mkdtempSync(join(tmpdir(), "caio-outside-")));
  const witness = join(outside, "ran");
  const evil = join(outside, "evil.sh");
  writeFileSync(evil, `#!/bin/sh\necho "$0 $@" >> '${witness}'\ncat\n`, { mode: 0o755 });
  writeFileSync(join(outside, "secret.md"), `# ${outsideWord}\n\n[x](${outsideWord}.md)\n\npassword = "${outsideWord}-9kJ2hG7fD4sA1"\n`);
  writeFileSync(join(outside, "requirements.txt"), `${outsideWord}\n`);
  const repo = gitRepo([
    {
      write: {
        "README.md": "# A\n\n[out](../outside.md) [etc](/../../../../../../etc/passwd)\n\n## Phase 1 ✅\n",
        ".pre-commit-config.yaml":
          "repos:\n- repo: local\n  hooks:\n  - {id: a, name: a, entry: ./evil-entry.sh, language: script, stages: [commit]}\n  - {id: t, name: t, entry: bash run.sh, language: system}\n",
        "evil-entry.sh": `#!/bin/sh\necho entry >> '${witness}'\n`,
        "run.sh": `#!/bin/sh\necho run >> '${witness}'\npytest tests\n`,
        "tests/test_a.py": "import numpy\n",
        "conftest.py": `open(${JSON.stringify(witness)}, "a").write("conftest")\n`,
        "setup.py": `open(${JSON.stringify(witness)}, "a").write("setup")\nfrom setuptools import setup\nsetup(name="x", install_requires=["numpy"])\n`,
        "package.json": `{ "name": "x", "scripts": { "preinstall": "sh run.sh", "test": "sh run.sh" }, "husky": { "hooks": { "pre-commit": "sh run.sh" } } }\n`,
        "requirements.txt": `-r ../${"../".repeat(12)}${outside.slice(1)}/requirements.txt\nnumpy\n`,
        Makefile: "test:\n\tsh run.sh\n",
        ".github/workflows/ci.yml": "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: sh run.sh\n",
        "docs/adr/0001-a.md": "# 1. A\n\n## Status\n\nAccepted\n",
        ".gitattributes": "* filter=evil diff=evil merge=evil ident\n*.u16 working-tree-encoding=UTF-16\n",
        ".gitmodules": `[submodule "x"]\n\tpath = sub\n\turl = ext::sh -c 'sh run.sh'\n\tupdate = !sh run.sh\n`,
        ".gitleaks.toml": `[extend]\npath = "${outside}/secret.md"\n`,
        ".lefthook.yml": "pre-commit:\n  commands:\n    a: { run: sh run.sh }\n",
        "node_modules/.bin/git": `#!/bin/sh\necho git >> '${witness}'\n`,
        git: `#!/bin/sh\necho git >> '${witness}'\n`,
      },
      mode: 0o755,
    },
    { commit: "one" },
  ]);
  open.push(repo, { dispose: () => rmSync(outside, { recursive: true, force: true }) });
  symlinkSync(join(outside, "secret.md"), join(repo.root, "linked.md"));
  symlinkSync(outside, join(repo.root, "linked-folder"));
  symlinkSync(join(outside, "requirements.txt"), join(repo.root, "requirements-dev.txt"));
  symlinkSync("/etc", join(repo.root, "docs/etc"));
  // An embedded bare repository whose configuration runs something.
  mkdirSync(join(repo.root, "bare.git/objects"), { recursive: true });
  mkdirSync(join(repo.root, "bare.git/refs"));
  writeFileSync(join(repo.root, "bare.git/HEAD"), "ref: refs/heads/main\n");
  writeFileSync(join(repo.root, "bare.git/config"), `[core]\n\tbare = false\n\tworktree = ${repo.root}\n\tfsmonitor = ${evil}\n\tsshCommand = ${evil}\n`);
  for (const [key, value] of [
    ["core.fsmonitor", evil],
    ["core.pager", evil],
    ["core.editor", evil],
    ["core.sshCommand", evil],
    ["core.askPass", evil],
    ["core.alternateRefsCommand", evil],
    ["core.gitProxy", evil],
    ["core.hooksPath", join(repo.root, "hooks")],
    ["credential.helper", `!${evil}`],
    ["diff.external", evil],
    ["diff.evil.textconv", evil],
    ["diff.evil.command", evil],
    ["filter.evil.clean", evil],
    ["filter.evil.smudge", evil],
    ["filter.evil.process", evil],
    ["filter.evil.required", "true"],
    ["merge.evil.driver", evil],
    ["interactive.diffFilter", evil],
    ["uploadpack.packObjectsHook", evil],
    ["remote.origin.url", `ext::${evil}`],
    ["remote.origin.uploadpack", evil],
    ["remote.origin.vcs", "evil"],
    ["gpg.program", evil],
    ["log.showSignature", "true"],
    ["blame.ignoreRevsFile", join(outside, "secret.md")],
    ["mailmap.file", join(outside, "secret.md")],
    ["trailer.x.command", evil],
    ["alias.log", `!${evil}`],
    ["alias.ls-files", `!${evil}`],
    ["protocol.ext.allow", "always"],
  ] as const)
    repo.git("config", key, value);
  mkdirSync(join(repo.root, "hooks"));
  for (const hook of ["post-index-change", "pre-commit", "reference-transaction", "fsmonitor-watchman", "post-checkout", "pre-auto-gc"])
    writeFileSync(join(repo.root, "hooks", hook), `#!/bin/sh\necho ${hook} >> '${witness}'\n`, { mode: 0o755 });
  writeFileSync(join(repo.root, ".git/info/attributes"), "* filter=evil diff=evil\n");
  appendFileSync(join(repo.root, "README.md"), "changed\n");
  return { repo, outside, ran: () => (existsSync(witness) ? readFileSync(witness, "utf8") : "") };
}

/** Runs caio with the repository first on PATH, as a careless shell would have it. */
function run(root: string, cwd: string, args: readonly string[], input = ""): { status: number | null; text: string } {
  const env = { ...outsideCi(), PATH: `${process.env["PATH"] ?? ""}:${root}:${root}/node_modules/.bin:.`, HOME: "/nonexistent", NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd, env, input, encoding: "utf8", timeout: 60_000, maxBuffer: 1 << 28 });
  return { status, text: stdout + stderr };
}

describe("every command", () => {
  it("runs nothing of the repository's, says nothing of what lies outside, writes nothing outside or below `.git`", () => {
    const { repo, outside, ran } = trap();
    const git = folderDigest(join(repo.root, ".git"));
    const others = folderDigest(outside);
    for (const args of commands(isFull)) {
      const { status, text } = run(repo.root, repo.root, args, "ModuleNotFoundError: No module named 'numpy'\n");
      const name = args.join(" ");
      expect([0, 1, 2], name).toContain(status);
      expect(ran(), name).toBe("");
      expect(text, name).not.toContain(outsideWord);
      expect(text, name).not.toContain("root:x:0");
      expect(text, name).not.toContain("An internal fault");
      expect(folderDigest(outside), name).toBe(others);
      expect(folderDigest(join(repo.root, ".git")), name).toBe(git);
    }
    // The trap works: git's own commands spring it.
    spawnSync("git", ["diff"], { cwd: repo.root });
    expect(ran()).not.toBe("");
  }, 600_000);
  it("inside an embedded bare repository it is the outer one that is judged, and nothing runs", () => {
    const { repo, ran } = trap();
    const { status } = run(repo.root, join(repo.root, "bare.git"), ["check"]);
    expect([0, 1, 2]).toContain(status);
    expect(ran()).toBe("");
  });
});
