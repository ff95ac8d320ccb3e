// A base that a shallow clone does not have is fetched without a trace: `.git` stays as it is, and nothing of its configuration runs.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitRepo, recordedIo, type GitRepo } from "@caio/testing";
import { openRepository } from "@caio/repo-model/git";
import { runCommand } from "@caio/repo-model/command";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adrGate } from "../index.js";

const limits = "configs/constants/limits.yaml";
const configuration = 'adr-gate:\n  guardrails: ["configs/constants/**"]\n';
const folder = mkdtempSync(join(tmpdir(), "caio-fetch-test-"));
let remote: GitRepo;
let server: Server;
let address = "";
let count = 0;

beforeAll(async () => {
  remote = gitRepo([
    { write: { "caio.yaml": configuration, "docs/adr/0007-limits.md": "# 7. Limits\n\n## Status\n\nAccepted\n", [limits]: "limit: 10\n" } },
    { commit: "base" },
    { git: ["switch", "--quiet", "--create", "change"] },
    { write: { [limits]: "limit: 20\n" } },
    { commit: "change" },
    { git: ["switch", "--quiet", "--create", "two", "change"] },
    { write: { "a.txt": "a\n" } },
    { commit: "second" },
    { git: ["switch", "--quiet", "--create", "merge", "main"] },
    { git: ["merge", "--quiet", "--no-ff", "--no-edit", "change"] },
    // The base goes on, and what changes is two commits: nothing in a clone of one commit tells where it began.
    { git: ["switch", "--quiet", "--create", "later", "main"] },
    { write: { "b.txt": "b\n" } },
    { commit: "later" },
    { git: ["switch", "--quiet", "--create", "later-merge"] },
    { git: ["merge", "--quiet", "--no-ff", "--no-edit", "two"] },
  ]);
  server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.startsWith("/hanging/")) return;
    if (request.headers["authorization"] !== "basic token") {
      response.writeHead(401).end();
      return;
    }
    const child = spawn("git", ["http-backend"], {
      env: {
        PATH: process.env["PATH"],
        GIT_PROJECT_ROOT: join(remote.root, ".git"),
        GIT_HTTP_EXPORT_ALL: "1",
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers["content-type"] ?? "",
        GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
        ...(request.headers["content-encoding"] === undefined ? {} : { HTTP_CONTENT_ENCODING: String(request.headers["content-encoding"]) }),
      },
    });
    request.pipe(child.stdin);
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.on("close", () => {
      const output = Buffer.concat(parts);
      const end = output.indexOf("\r\n\r\n");
      const headers = Object.fromEntries(
        output
          .subarray(0, end)
          .toString()
          .split("\r\n")
          .map((line) => line.split(/: /, 2) as [string, string]),
      );
      response.writeHead(Number.parseInt(headers["Status"] ?? "200", 10), headers).end(output.subarray(end + 4));
    });
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const at = server.address();
  address = typeof at === "object" && at !== null ? `http://127.0.0.1:${at.port}` : "";
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  remote.dispose();
  rmSync(folder, { recursive: true });
});

/** A clone of the newest commits. */
function shallow(branch: string, depth = 1): string {
  const clone = join(folder, `clone-${++count}`);
  execFileSync("git", ["clone", "--quiet", "--depth", String(depth), "--branch", branch, `file://${remote.root}`, clone], { stdio: "ignore" });
  return clone;
}

/** All files below a folder, with their content. */
function digest(root: string): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }).toSorted((a, b) =>
    `${a.parentPath}/${a.name}` < `${b.parentPath}/${b.name}` ? -1 : 1,
  )) {
    const path = join(entry.parentPath, entry.name);
    hash.update(`${path}\0`);
    if (entry.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest("hex");
}

interface Answer {
  readonly status: number;
  readonly codes: readonly string[];
  readonly rules: readonly string[];
}

/** What the gate says of a pull request in a clone; `.git` must stay as it is, and nothing be left in the temporary folder. */
async function gate(
  clone: string,
  body: string,
  head = "change",
  base = "main",
  merge?: string,
  system: (event: string) => Readonly<Record<string, string>> = (event) => ({ GITHUB_EVENT_PATH: event, GITHUB_EVENT_NAME: "pull_request" }),
): Promise<Answer> {
  const event = join(folder, "event.json");
  const repo = { full_name: "acme/app" };
  const pull = { body, base: { sha: remote.git("rev-parse", base), ref: "main", repo }, head: { sha: remote.git("rev-parse", head), repo } };
  const tried = merge === undefined ? {} : { merge_commit_sha: remote.git("rev-parse", merge) };
  writeFileSync(event, JSON.stringify({ pull_request: { ...pull, ...tried }, repository: repo }));
  const before = digest(join(clone, ".git"));
  const left = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("caio-fetch-") && !name.startsWith("caio-fetch-test-"));
  const others = left();
  const { io, said } = recordedIo(clone, { environment: { HOME: folder, CI: "true", ...system(event) } });
  const status = await runCommand([adrGate], { argv: ["--reporter", "json"], io });
  expect(digest(join(clone, ".git"))).toBe(before);
  expect(left().filter((name) => !others.includes(name))).toEqual([]);
  const report: { findings: { rule: string; path: string }[]; troubles: { code: string }[] } = JSON.parse(said());
  return { status, codes: report.troubles.map(({ code }) => code), rules: report.findings.map(({ rule, path }) => `${rule} ${path}`) };
}
const failing = { status: 1, codes: [], rules: [`adr-gate/no-reference ${limits}`] };
const noBase = { status: 2, codes: ["NO_BASE"], rules: [] };

describe("a clone of one commit", () => {
  it("that is the merge: its first parent is fetched", async () => {
    const clone = shallow("merge");
    expect(await gate(clone, "x")).toEqual(failing);
    expect(await gate(clone, "ADR-0007")).toMatchObject({ status: 0, codes: [] });
  });
  it("that is the head, and names the base as its parent", async () => {
    expect(await gate(shallow("change"), "x")).toEqual(failing);
  });
  it("or of two, of which the older one names the base as its parent", async () => {
    expect(await gate(shallow("two", 2), "x", "two")).toEqual(failing);
  });
  it("that is further from the base has no merge base: it is not judged", async () => {
    expect(await gate(shallow("two"), "ADR-0007", "two")).toEqual(noBase);
  });
  it("that is further from the base, which went on: the merge that GitHub tried is fetched with its parents", async () => {
    expect(await gate(shallow("two"), "x", "two", "later", "later-merge")).toEqual(failing);
    expect(await gate(shallow("two"), "ADR-0007", "two", "later", "later-merge")).toMatchObject({ status: 0, codes: [] });
    // The base's tip is there and the head is not: pull_request_target.
    const clone = shallow("later");
    const target = (event: string): Readonly<Record<string, string>> => ({ GITHUB_EVENT_PATH: event, GITHUB_EVENT_NAME: "pull_request_target" });
    expect(await gate(clone, "x", "two", "later", "later-merge", target)).toEqual(failing);
    expect(await gate(clone, "x", "two", "later", undefined, target)).toEqual(noBase);
  });
  it("but a merge of another head, or of none, says nothing", async () => {
    expect(await gate(shallow("two"), "ADR-0007", "two", "later", "merge")).toEqual(noBase);
    expect(await gate(shallow("two"), "ADR-0007", "two", "later", "two")).toEqual(noBase);
    expect(await gate(shallow("two"), "ADR-0007", "two", "later")).toEqual(noBase);
  });
  it("that is further from the merge base, which GitLab names: that commit is fetched, and the base's tip is in force where it is there", async () => {
    const gitlab = (event: string): Readonly<Record<string, string>> => ({
      CI_MERGE_REQUEST_IID: "7",
      CI_MERGE_REQUEST_DESCRIPTION: readFileSync(event, "utf8").includes("ADR-0007") ? "ADR-0007" : "x",
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
      CI_MERGE_REQUEST_DIFF_BASE_SHA: remote.git("rev-parse", "main"),
      CI_COMMIT_SHA: remote.git("rev-parse", "two"),
    });
    const clone = shallow("two");
    expect(await gate(clone, "x", "two", "main", undefined, gitlab)).toEqual(failing);
    expect(await gate(clone, "ADR-0007", "two", "main", undefined, gitlab)).toMatchObject({ status: 0, codes: [] });
    execFileSync("git", ["-C", clone, "fetch", "--quiet", "--depth=1", "origin", "merge:refs/remotes/origin/main"]);
    expect(await gate(clone, "x", "two", "main", undefined, gitlab)).toEqual(failing);
  });
  it("whose remote is gone, or does not have the commit", async () => {
    const clone = shallow("merge");
    execFileSync("git", ["-C", clone, "remote", "set-url", "origin", join(folder, "gone")]);
    expect(await gate(clone, "ADR-0007")).toEqual(noBase);
  });
  it("where `fetch` is off", async () => {
    const clone = shallow("merge");
    writeFileSync(join(clone, "caio.yaml"), `${configuration}  fetch: false\n`);
    expect(await gate(clone, "ADR-0007")).toEqual(noBase);
  });
  it("over HTTP, with the header that the clone's configuration has for it", async () => {
    const clone = shallow("merge");
    const set = (...args: readonly string[]): unknown => execFileSync("git", ["-C", clone, "config", ...args]);
    set("remote.origin.url", `${address}/`);
    expect(await gate(clone, "x")).toEqual(noBase);
    set(`http.${address}/.extraheader`, "AUTHORIZATION: basic token");
    expect(await gate(clone, "x")).toEqual(failing);
  });
  it("of a linked worktree's repository", async () => {
    const clone = shallow("merge");
    const tree = join(folder, `tree-${++count}`);
    execFileSync("git", ["-C", clone, "worktree", "add", "--quiet", "--detach", tree], { stdio: "ignore" });
    const before = digest(join(clone, ".git"));
    const { git } = await openRepository(tree);
    const fetched = await git?.withFetched(remote.git("rev-parse", "main"), 30_000);
    expect(await fetched?.git.commit(remote.git("rev-parse", "main"))).toMatchObject({ message: "base" });
    fetched?.dispose();
    expect(digest(join(clone, ".git"))).toBe(before);
  });
});

describe("nothing of the repository runs", () => {
  /** A clone whose configuration and hooks would each leave a mark. */
  function trap(url?: string): { readonly clone: string; sprung(): readonly string[] } {
    const clone = shallow("merge");
    const marks = join(clone, "..", `marks-${count}`);
    mkdirSync(marks);
    const leave = (name: string): string => `touch ${marks}/${name}; false`;
    const set = (key: string, value: string): unknown => execFileSync("git", ["-C", clone, "config", key, value]);
    for (const key of ["core.sshCommand", "core.gitProxy", "core.askPass", "core.fsmonitor", "core.alternateRefsCommand", "core.pager", "core.editor"])
      set(key, leave(key));
    set("credential.helper", `!${leave("credential")}`);
    set("remote.origin.uploadpack", leave("uploadpack"));
    set("remote.origin.vcs", "trap");
    set("uploadpack.packObjectsHook", leave("packObjectsHook"));
    set(`url.ext::sh -c "${leave("insteadOf")}" .insteadOf`, "file://");
    set("fetch.recurseSubmodules", "yes");
    set("gc.auto", "1");
    set("protocol.ext.allow", "always");
    for (const hook of ["reference-transaction", "post-checkout", "pre-auto-gc", "post-index-change"]) {
      writeFileSync(join(clone, ".git/hooks", hook), `#!/bin/sh\n${leave(hook)}\n`);
      chmodSync(join(clone, ".git/hooks", hook), 0o755);
    }
    if (url !== undefined) set("remote.origin.url", url.replace("MARK", leave("url")));
    return { clone, sprung: () => readdirSync(marks) };
  }
  it("where the base is fetched", async () => {
    const { clone, sprung } = trap();
    expect(await gate(clone, "x")).toEqual(failing);
    expect(sprung()).toEqual([]);
    // The trap works: a fetch within the clone springs it.
    spawnSync("git", ["-C", clone, "fetch", "--depth", "1", "origin", "main"]);
    expect(sprung()).not.toEqual([]);
  });
  it.each([
    "ext::sh -c 'MARK'",
    "fd::17",
    "-uMARK",
    "ssh://-oProxyCommand=MARK/x",
    "-oProxyCommand=MARK:x",
    "trap::x",
    "git://127.0.0.1:1/x",
    "ssh://127.0.0.1:1/x",
    "",
  ])("where the remote is %s", async (url) => {
    const { clone, sprung } = trap(url);
    expect(await gate(clone, "ADR-0007")).toEqual(noBase);
    expect(sprung()).toEqual([]);
  });
});

it("a remote that does not answer is waited for as long as is said", async () => {
  const clone = shallow("merge");
  execFileSync("git", ["-C", clone, "config", "remote.origin.url", `${address}/hanging/`]);
  const { git } = await openRepository(clone);
  const started = performance.now();
  expect(await git?.withFetched(remote.git("rev-parse", "main"), 1000)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(20_000);
});
