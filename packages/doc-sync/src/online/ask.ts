// One address asked over HTTP: no redirect is followed to where a document must not reach, and no body is read.
import { lookup as resolveName } from "node:dns";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";

/** What an address said. `retryAfter` in milliseconds. */
export type Answer =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: "private"; readonly host: string }
  | { readonly kind: "failed"; readonly code: string }
  | { readonly kind: "lost" };

export interface AskOptions {
  readonly timeout: number;
  /** Whether an IP address may be asked: those that are public. */
  isOpen(address: string): boolean;
  readonly signal: AbortSignal;
  /** Waits for the turn of a host, before each request to it. Gives false where the budget is spent. */
  turn(host: string): Promise<boolean>;
}

const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
/** What servers answer to HEAD who know only GET, or distrust it. */
const wantsGet = new Set([400, 403, 404, 405, 406, 416, 429, 500, 501, 503]);

/** Resolves names, and refuses those that lead to a private address: the one that was looked at is the one that is connected to. */
function openLookup(isOpen: AskOptions["isOpen"]): LookupFunction {
  return (host, options, done) => {
    resolveName(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, "", 0);
      const open = addresses.filter(({ address }) => isOpen(address));
      const [first] = open;
      if (first === undefined || open.length < addresses.length) return done(Object.assign(new Error("private address"), { code: "PRIVATE" }), "", 0);
      if (options.all === true) done(null, open);
      else done(null, first.address, first.family);
    });
  };
}

function retryAfterOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const delay = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(delay) ? Math.max(0, delay) : undefined;
}

/** One request; the response's head alone. */
function head(url: URL, method: "HEAD" | "GET", { timeout, isOpen, signal }: AskOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? httpsRequest : httpRequest)(
      url,
      {
        method,
        lookup: openLookup(isOpen),
        agent: false,
        signal,
        headers: { "user-agent": "caio-doc-sync (link check)", accept: "*/*", ...(method === "GET" ? { range: "bytes=0-0" } : {}) },
        // Heads of more than this are an attack.
        maxHeaderSize: 16 * 1024,
      },
      (response) => {
        clearTimeout(timer);
        // The body is none of ours, however long it is.
        response.on("error", () => {});
        response.destroy();
        resolve(response);
      },
    );
    // Over all: a server that sends a byte now and then is too slow, too.
    const timer = setTimeout(() => request.destroy(Object.assign(new Error("timeout"), { code: "ETIMEDOUT" })), timeout);
    request.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    request.end();
  });
}

/** Asks an address, following redirects. Throws nothing but an abort. */
export async function ask(address: string, options: AskOptions): Promise<Answer> {
  let url = new URL(address);
  let method: "HEAD" | "GET" = "HEAD";
  for (let hops = 0; hops <= mostRedirects;) {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    if (isIP(host) !== 0 && !options.isOpen(host)) return { kind: "private", host: url.hostname };
    if (!(await options.turn(url.host))) return { kind: "lost" };
    let response: IncomingMessage;
    try {
      response = await head(url, method, options);
    } catch (error) {
      options.signal.throwIfAborted();
      const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "UNKNOWN";
      return code === "PRIVATE" ? { kind: "private", host: url.hostname } : { kind: "failed", code };
    }
    const { statusCode: status = 0, headers } = response;
    if (redirects.has(status) && headers.location !== undefined) {
      let next: URL;
      try {
        next = new URL(headers.location, url);
      } catch {
        return { kind: "failed", code: "BAD_REDIRECT" };
      }
      if (!/^https?:$/.test(next.protocol)) return { kind: "failed", code: "BAD_REDIRECT" };
      // Nobody's password goes to another host, or anywhere.
      next.username = "";
      next.password = "";
      url = next;
      method = "HEAD";
      hops++;
      continue;
    }
    if (method === "HEAD" && wantsGet.has(status) && headers["retry-after"] === undefined) {
      method = "GET";
      continue;
    }
    const retryAfter = retryAfterOf(headers["retry-after"]);
    return { kind: "status", status, ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
  return { kind: "failed", code: "TOO_MANY_REDIRECTS" };
}
