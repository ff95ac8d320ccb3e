// Pages that a site served to everybody, kept for a test: the ids and signed links in them are in every visitor's hands.
import type { Blob, Candidate, Label } from "../detect/candidate.js";
import { isLocalName } from "./local-host.js";
import { placeOf } from "./place.js";
import { hasSecretHalf } from "./recorded.js";

const head = /^(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,40}|<!--[^>]{0,400}>\s{0,40}){0,4}<(?:!doctype html|html)\b/i;
const tag = /<(?:link|meta)\b[^>]{1,600}>/gi;
const mostTags = 300;
/** A page's own address: RFC 6596's `canonical`, Open Graph's `og:url` (https://ogp.me/). */
const saysAddress = /\brel=["']?canonical\b|\b(?:property|name)=["']?og:url\b/i;
const site = /\b(?:href|content)=["']?https?:\/\/([a-z0-9.-]{4,253})/i;
/** What browsers and SingleFile write into a page that they save. */
const saved =
  /<!-- saved from url=\(\d{1,6}\)https?:\/\/([a-z0-9.-]{4,253})|Page saved with SingleFile[ \t]*\r?\n[ \t]*url:[ \t]*https?:\/\/([a-z0-9.-]{4,253})/i;
const nobodys = /(?:^|\.)(?:example(?:\.(?:com|org|net))?|test|invalid)$/i;

const isSite = (host: string | undefined): boolean => host !== undefined && host.includes(".") && !isLocalName(host) && !nobodys.test(host);

/** Whether a text is a page that says by which site it was served. */
function saysItsSite(text: string): boolean {
  if (!head.test(text.slice(0, 3000))) return false;
  const [, browser, single] = saved.exec(text.slice(0, 3000)) ?? [];
  if (isSite(browser ?? single)) return true;
  let count = 0;
  for (const [one] of text.matchAll(tag)) {
    if (saysAddress.test(one) && isSite(site.exec(one)?.[1])) return true;
    if (++count === mostTags) return false;
  }
  return false;
}

/** What a browser recorded of the pages that it showed (http://www.softwareishard.com/blog/har-12-spec/). */
const recording = /^(?:\xef\xbb\xbf)?\s{0,200}\{\s{0,40}"log"\s{0,10}:\s{0,10}\{\s{0,40}"(?:version|creator|browser|pages|entries)"\s{0,10}:/;

/** Pages that name their site, and hold no secret beside an id. */
const pages = new WeakMap<Blob, boolean>();

/** What pages hand out: ids, which open nothing without their secret, the signatures of links, and keys of maps and videos. A server's tokens are none of them. */
const handedOut: ReadonlySet<string> = new Set(["aws-access-key-id", "azure-sas-signature", "google-api-key"]);

/** Why a vendor's token in a saved page was everybody's; undefined where it may be a secret. Neither the folder nor the page's head is enough alone. */
export function servedDoubt(blob: Blob, { provider }: Candidate): { readonly label: Label; readonly reason: string } | undefined {
  if (!handedOut.has(provider ?? "")) return undefined;
  const { isTest, isExample } = placeOf(blob.path);
  if (!isTest && !isExample) return undefined;
  let isPage = pages.get(blob);
  if (isPage === undefined) pages.set(blob, (isPage = (saysItsSite(blob.text) || recording.test(blob.text.slice(0, 1000))) && !hasSecretHalf(blob.text)));
  return isPage ? { label: "public", reason: "it stands in a page that its site served to everybody, and that was kept for a test" } : undefined;
}
