// External addresses against a real server on loopback: answers, retries, limits, and what a hostile document must not reach.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Machine } from "@caio/repo-model/check";
import { judge } from "@caio/testing";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { docSync } from "../index.js";
import { isPrivateHost, isPublicAddress } from "./address.js";
import { askAll, askLimits, type AskLimits } from "./ask-all.js";
import { openUrlCache } from "./cache.js";
import { urlProblem } from "./syntax.js";
import { addressOf } from "./url-facts.js";

const asked: string[] = [];
let base = "";
let server: Server;

function respond(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? "/";
  asked.push(`${request.method} ${path}`);
  const count = asked.filter((line) => line.endsWith(` ${path}`)).length;
  const say = (status: number, headers: Record<string, string> = {}): void =>
    void response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : "x".repeat(1000));
  if (path === "/gone") say(404);
  else if (path === "/get-only") say(request.method === "HEAD" ? 405 : 200);
  else if (path === "/login") say(401);
  else if (path === "/moved") say(301, { location: "/ok" });
  else if (path === "/loop") say(302, { location: "/loop" });
  else if (path === "/inside") say(302, { location: `http://127.0.0.2:${(server.address() as AddressInfo).port}/ok` });
  else if (path === "/file") say(302, { location: "file:///etc/passwd" });
  else if (path === "/busy") say(count === 1 ? 429 : 200, count === 1 ? { "retry-after": "0" } : {});
  else if (path === "/later") say(429, { "retry-after": "3600" });
  else if (path === "/flaky") say(count < 3 ? 502 : 200);
  else if (path === "/down") say(502);
  else if (path === "/drip") response.writeHead(200, { "content-length": "100000000" }).flushHeaders();
  else if (path !== "/hang") say(200);
}

beforeEach(async () => {
  asked.length = 0;
  server = createServer(respond);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

// A busy machine is late: only a server that never answers runs into a time-out.
const limits: AskLimits = { ...askLimits, interval: 0, pause: 5, timeout: 60_000, isOpen: (address) => address === "127.0.0.1" };
const ask = async (paths: readonly string[], more: Partial<AskLimits> = {}): Promise<unknown[]> => {
  const answers = await askAll(
    paths.map((path) => (path.startsWith("/") ? base + path : path)),
    { ...limits, ...more },
    new AbortController().signal,
  );
  return paths.map((path) => {
    const answer = answers.get(path.startsWith("/") ? base + path : path);
    return answer?.kind === "status" ? answer.status : answer?.kind === "failed" ? answer.code : answer?.kind;
  });
};

describe("answers", () => {
  it("HEAD, then GET where a server wants it; redirects are followed, and not without an end", async () => {
    expect(await ask(["/ok", "/gone", "/get-only", "/login", "/moved", "/loop"])).toEqual([200, 404, 200, 401, 200, "TOO_MANY_REDIRECTS"]);
    expect(asked.filter((line) => line.endsWith(" /get-only"))).toEqual(["HEAD /get-only", "GET /get-only"]);
    expect(asked.filter((line) => line.endsWith(" /loop"))).toHaveLength(6);
  });
  it("each address is asked once, whatever its anchor", async () => {
    expect(await ask(["/ok", "/ok", "/ok"])).toEqual([200, 200, 200]);
    expect(asked).toEqual(["HEAD /ok"]);
  });
  it("what passes is tried again; `Retry-After` is waited for, and not an hour", async () => {
    expect(await ask(["/busy", "/flaky", "/down", "/later"])).toEqual([200, 200, 502, 429]);
    expect(asked.filter((line) => line.endsWith(" /busy"))).toHaveLength(2);
    expect(asked.filter((line) => line.endsWith(" /flaky"))).toHaveLength(3);
    expect(asked.filter((line) => line.endsWith(" /later"))).toHaveLength(1);
  });
  it("a server that is silent, refuses or never ends does not hold up the run", async () => {
    const closed = createTcpServer();
    await new Promise<void>((resolve) => void closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise<void>((resolve) => void closed.close(() => resolve()));
    expect(await ask(["/hang"], { retries: 0, timeout: 50 })).toEqual(["ETIMEDOUT"]);
    // The body of a hundred million bytes never comes: it is not waited for.
    expect(await ask(["/drip", `http://127.0.0.1:${port}/`], { retries: 0 })).toEqual([200, "ECONNREFUSED"]);
  });
});

describe("limits", () => {
  it("one host gets its requests in turn", async () => {
    // Where a turn comes after the end of the run, it never comes: no clock is looked at here.
    expect(await ask(["/a", "/b", "/c"], { interval: 3_600_000, time: 600_000 })).toEqual([200, "lost", "lost"]);
    expect(asked).toEqual(["HEAD /a"]);
    expect(await ask(["/d", "/e", "/f"], { interval: 1 })).toEqual([200, 200, 200]);
  });
  it("the budget ends a run: what is left is said to be lost", async () => {
    expect(await ask(["/a", "/b", "/c"], { requests: 2, atOnce: 1 })).toEqual([200, 200, "lost"]);
    expect(await ask(["/d", "/e"], { time: 0, interval: 1, atOnce: 1 })).toContain("lost");
  });
  it("an abort ends a run", async () => {
    const abort = new AbortController();
    const run = askAll([`${base}/hang`], { ...limits, timeout: 10_000 }, abort.signal);
    setTimeout(() => abort.abort(), 50);
    await expect(run).rejects.toThrow("abort");
  });
});

describe("what a document must not reach", () => {
  it("private addresses by number, by name and by redirect", async () => {
    expect(await ask(["/inside", "/file"])).toEqual(["private", "BAD_REDIRECT"]);
    expect(await ask(["/ok", base.replace("127.0.0.1", "localhost")], { isOpen: isPublicAddress })).toEqual(["private", "private"]);
    expect(asked).toEqual(["HEAD /inside", "HEAD /file"]);
  });
  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "::ffff:10.0.0.1",
    "fe80::1",
    "fd00::1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
    "no",
  ])("%s", (address) => expect(isPublicAddress(address)).toBe(false));
  test.each(["1.1.1.1", "172.32.0.1", "2606:4700::1111"])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));
  test("hosts and passwords", () => {
    expect(["localhost", "db", "x.local", "a.internal", "x.test", "[::1]", "2130706433.localhost", "example.com."].map(isPrivateHost)).toEqual(
      Array.from({ length: 8 }, () => true),
    );
    expect(
      ["http://2130706433/", "http://0x7f.1/", "https://u:p@github.com/", "https://{host}/", "ftp://x.org/", "https://github.com/x#y"].map((url) =>
        addressOf(url, false),
      ),
    ).toEqual([undefined, undefined, undefined, undefined, undefined, "https://github.com/x"]);
  });
});

test("syntax", () => {
  const faults = ["https:///x", "http:/x.org", "https:x.org", "https://https://x.org", "http://https//x", "https://", "https://a..b/", "https://x:99999/"];
  expect(faults.filter((url) => urlProblem(url) === undefined)).toEqual([]);
  const fine = [
    "https://x.org",
    "http://localhost:1",
    "https://{h}/",
    "https://<h>/",
    "https://...",
    "//x.org/y",
    "https://x.org/a b",
    "https://例え.jp",
    "https://[::1]/",
    "mailto:x",
    "http::StatusCode",
  ];
  expect(fine.filter((url) => urlProblem(url) !== undefined)).toEqual([]);
});

describe("a check", () => {
  const machine = (environment: Machine["environment"]): Machine => ({
    platform: "linux",
    environment,
    which: () => undefined,
    exists: () => false,
    isExecutable: () => false,
    read: () => undefined,
    list: () => undefined,
    realPath: () => undefined,
  });
  it("asks nothing without --online; with it each fault stands at its link, and what answered is remembered", async () => {
    const cache = mkdtempSync(join(tmpdir(), "caio-cache-"));
    try {
      const context = { machine: machine({ CAIO_ONLINE_PRIVATE: "1", XDG_CACHE_HOME: cache }) };
      const files = { "README.md": `[a](${base}/ok#x) <${base}/gone> [c](${base}/down)\n\n<a href="${base}/gone#top">d</a>\n` };
      expect((await judge(docSync, files, { context })).findings).toEqual([]);
      expect(asked).toEqual([]);
      const { findings, troubles } = await judge(docSync, files, { context, options: { online: true } });
      expect([findings.map(({ severity, data }) => [severity, data?.["answer"]]), troubles]).toEqual([
        [
          ["error", 404],
          ["warning", 502],
          ["error", 404],
        ],
        [],
      ]);
      asked.length = 0;
      await judge(docSync, files, { context, options: { online: true } });
      expect(asked.filter((line) => line.endsWith(" /ok"))).toEqual([]);
      expect(asked).toContain("HEAD /gone");
      expect(readFileSync(join(cache, "caio", "addresses.json"), "utf8")).not.toContain("127.0.0.1");
    } finally {
      rmSync(cache, { recursive: true, force: true });
    }
  }, 30_000);
  it("leaves the own network alone where the environment does not open it", async () => {
    await judge(docSync, { "README.md": `[a](${base}/ok)\n` }, { context: { machine: machine({}) }, options: { online: true } });
    expect(asked).toEqual([]);
  });
  it("a network that is not there is a trouble, and no fault of the documents", async () => {
    server.close();
    server.closeAllConnections();
    const context = { machine: machine({ CAIO_ONLINE_PRIVATE: "1" }) };
    const { findings, troubles } = await judge(docSync, { "README.md": `[a](${base}/ok)\n` }, { context, options: { online: true } });
    expect([findings, troubles.map(({ code }) => code)]).toEqual([[], ["ONLINE_UNREACHABLE"]]);
  }, 30_000);
});

test("the cache forgets after a day, and survives what is no cache", () => {
  const folder = mkdtempSync(join(tmpdir(), "caio-cache-"));
  try {
    const at = (now: number) => openUrlCache({ XDG_CACHE_HOME: folder }, now);
    at(1000).keep(["https://x.org/"]);
    expect([at(2000).has("https://x.org/"), at(1000 + 24 * 3600_000).has("https://x.org/"), at(0).has("https://x.org/")]).toEqual([true, false, false]);
    expect(openUrlCache({}, 0).has("x")).toBe(false);
    expect(openUrlCache({ XDG_CACHE_HOME: "relative" }, 0).has("x")).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
