// Every kind of repository that caio meets, built by real git.
import { appendFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitRepo, type GitRepo, type Step } from "@caio/git-fixture";

/** A repository of one kind: its worktree's root, and what has to be removed afterwards. */
export interface Built {
  readonly root: string;
  /** Runs git there. */
  git(...args: readonly string[]): string;
  dispose(): void;
}

/** `without` names the shape that isomorphic-git has to refuse in words; where it is absent it has to give git's answers. */
export interface Kind {
  readonly name: string;
  build(): Built;
  readonly without?: RegExp;
}

/** A worktree that has all that a worktree can have: changed, added, removed, renamed, untracked and ignored files. */
const history: readonly Step[] = [
  { write: { "README.md": "# A\n\n[b](docs/b.md)\n", "docs/b.md": "# B\n", "docs/deep/c.md": "c\n", "src/tool.sh": "#!/bin/sh\n", ".gitignore": "*.log\n" } },
  { commit: "first" },
  { git: ["checkout", "-q", "-b", "side"] },
  { write: { "docs/b.md": "# B\n\nside\n", "ü ä.md": "ü\n" } },
  { link: "link.md", to: "README.md" },
  { commit: "second" },
  { git: ["checkout", "-q", "main"] },
  { write: { "main.md": "m\n" } },
  { remove: ["src/tool.sh"] },
  { commit: "third" },
  { git: ["merge", "-q", "--no-edit", "-m", "merge", "side"] },
  { git: ["tag", "-a", "-m", "one", "v1"] },
];
const dirty: readonly Step[] = [
  { write: { "docs/b.md": "# B\n\nchanged\n", "new.md": "n\n", "a.log": "ignored\n", "staged.md": "staged\n" } },
  { git: ["add", "staged.md"] },
  { write: { "staged.md": "staged\nand more\n" } },
  { remove: ["main.md"] },
];

const plain = (...steps: readonly Step[]): GitRepo => gitRepo([...history, ...steps]);

function built(repo: GitRepo, ...others: readonly { dispose(): void }[]): Built {
  return {
    root: repo.root,
    git: repo.git.bind(repo),
    dispose() {
      repo.dispose();
      for (const other of others) other.dispose();
    },
  };
}

/** A clone of a plain repository, made dirty. */
function clone(options: readonly string[], ...steps: readonly Step[]): Built {
  const source = plain();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "caio-clone-")));
  source.git("config", "uploadpack.allowFilter", "true");
  // Over a transport; `--shared` holds for a path alone.
  source.git("clone", "-q", ...options, options.includes("--shared") ? source.root : `file://${source.root}`, join(folder, "clone"));
  const repo = gitRepo(steps, { at: join(folder, "clone") });
  return built(repo, source, { dispose: () => rmSync(folder, { recursive: true, force: true }) });
}

const dirtied = (...steps: readonly Step[]): (() => Built) => {
  return () => built(plain(...steps, ...dirty));
};

export const kinds: readonly Kind[] = [
  { name: "plain, clean", build: () => built(plain()) },
  { name: "plain, with every kind of change", build: dirtied() },
  {
    name: "packed refs, commit-graph and one pack",
    build: dirtied({ git: ["repack", "-adq"] }, { git: ["pack-refs", "--all"] }, { git: ["commit-graph", "write", "--reachable"] }),
  },
  {
    name: "several packs and a multi-pack index",
    build: dirtied(
      { git: ["repack", "-dq"] },
      { write: { "later.md": "l\n" } },
      { commit: "later" },
      { git: ["repack", "-dq"] },
      { git: ["multi-pack-index", "write"] },
    ),
  },
  { name: "shallow clone", build: () => clone(["--depth=1"], ...dirty) },
  { name: "partial clone without blobs", build: () => clone(["--filter=blob:none"], ...dirty), without: /partial clone/ },
  {
    name: "detached",
    build: dirtied({ git: ["checkout", "-q", "--detach", "HEAD~1"] }, { git: ["checkout", "-q", "main"] }, { git: ["checkout", "-q", "--detach"] }),
  },
  { name: "no commits", build: () => built(gitRepo([{ write: { "README.md": "# A\n", "b.md": "b\n" } }, { git: ["add", "README.md"] }])) },
  { name: "empty", build: () => built(gitRepo()) },
  {
    name: "submodule",
    build() {
      const inner = plain();
      const outer = plain({ git: ["submodule", "--quiet", "add", inner.root, "vendored"] }, { commit: "submodule" }, ...dirty);
      writeFileSync(join(outer.root, "vendored", "README.md"), "changed inside\n");
      return built(outer, inner);
    },
  },
  {
    name: "inside a submodule",
    build() {
      const inner = plain();
      const outer = plain({ git: ["submodule", "--quiet", "add", inner.root, "vendored"] }, { commit: "submodule" });
      const at = gitRepo(dirty, { at: join(outer.root, "vendored") });
      return built(at, inner, outer);
    },
  },
  {
    name: "linked worktree",
    build() {
      const main = plain();
      const folder = realpathSync(mkdtempSync(join(tmpdir(), "caio-linked-")));
      main.git("worktree", "add", "-q", "--detach", join(folder, "linked"), "main");
      return built(gitRepo(dirty, { at: join(folder, "linked") }), main, { dispose: () => rmSync(folder, { recursive: true, force: true }) });
    },
  },
  { name: "alternates by --shared", build: () => clone(["--shared"], ...dirty), without: /alternates/ },
  {
    name: "alternates by --reference",
    build() {
      const other = plain();
      const of = clone(["--reference", other.root], ...dirty);
      return { ...of, dispose: () => (of.dispose(), other.dispose()) };
    },
    without: /alternates/,
  },
  { name: "SHA-256", build: () => built(gitRepo([...history, ...dirty], { init: ["--object-format=sha256"] })), without: /SHA-256/ },
  { name: "index of version 4", build: dirtied({ git: ["update-index", "--index-version", "4"] }) },
  { name: "split index", build: dirtied({ git: ["update-index", "--split-index"] }), without: /split index/ },
  { name: "untracked cache", build: dirtied({ git: ["update-index", "--force-untracked-cache"] }) },
  { name: "sparse checkout", build: () => built(plain({ git: ["sparse-checkout", "set", "--no-cone", "/*", "!/docs/deep/"] }, ...dirty)) },
  {
    name: "sparse index",
    build: () =>
      built(plain({ git: ["sparse-checkout", "set", "--cone", "--sparse-index", "src"] }, { write: { "new.md": "n\n", "README.md": "# changed\n" } })),
    without: /sparse index/,
  },
  { name: "intent to add", build: dirtied({ write: { "intended.md": "later\n" } }, { git: ["add", "--intent-to-add", "intended.md"] }) },
  {
    name: "assumed unchanged",
    build: dirtied({ git: ["update-index", "--assume-unchanged", "README.md"] }, { write: { "README.md": "# other\n" } }),
  },
  {
    name: "conflict in progress",
    build() {
      const repo = plain(
        { write: { "docs/b.md": "# ours\n" } },
        { commit: "ours" },
        { git: ["checkout", "-q", "-b", "other", "HEAD~1"] },
        { write: { "docs/b.md": "# theirs\n" } },
        { commit: "theirs" },
      );
      try {
        repo.git("merge", "main");
      } catch {
        // The conflict that was wanted.
      }
      return built(repo);
    },
  },
  {
    name: "replaced objects",
    build: dirtied({ write: { "other.md": "o\n" } }, { commit: "other" }, { git: ["replace", "HEAD", "HEAD~1"] }),
    without: /replaced objects/,
  },
  {
    name: "configuration that includes another",
    build() {
      const repo = plain(...dirty);
      writeFileSync(
        join(repo.root, ".git", "more"),
        "[core]\n\tquotePath = false\n\tautocrlf = input\n[diff]\n\trenames = copies\n\tnoprefix = true\n[status]\n\tshort = true\n[color]\n\tui = always\n",
      );
      repo.git("config", "include.path", "more");
      return built(repo);
    },
  },
  {
    name: "line ends by attributes",
    build: () =>
      built(
        plain(
          { write: { ".gitattributes": "*.md text eol=crlf\n*.txt text=auto\n", "crlf.md": "one\r\ntwo\r\n", "mixed.txt": "one\r\ntwo\n" } },
          { commit: "ends" },
          { git: ["checkout", "-q", "--", "."] },
          ...dirty,
        ),
      ),
  },
  {
    name: "encodings of the worktree by attributes",
    build() {
      const repo = plain({ write: { ".gitattributes": "*.u16 working-tree-encoding=UTF-16LE eol=lf\n" } }, { commit: "attributes" });
      writeFileSync(join(repo.root, "text.u16"), Buffer.from("ä line\nanother\n", "utf16le"));
      repo.apply({ commit: "encoded" }, ...dirty);
      return built(repo);
    },
  },
  {
    name: "names in other encodings",
    build() {
      const repo = plain();
      writeFileSync(Buffer.concat([Buffer.from(`${repo.root}/latin-`), Buffer.from([0xe4]), Buffer.from(".md")]), "latin\n");
      writeFileSync(join(repo.root, 'quote"tab\tline\n.md'), "odd\n");
      repo.apply({ commit: "names" }, ...dirty);
      return built(repo);
    },
    without: /not UTF-8/,
  },
  {
    name: "exclusions of its own",
    build() {
      const repo = plain(...dirty);
      mkdirSync(join(repo.root, ".git", "info"), { recursive: true });
      appendFileSync(join(repo.root, ".git", "info", "exclude"), "new.md\n");
      return built(repo);
    },
  },
];
