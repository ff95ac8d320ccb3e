// What a program recorded of a service's answers, and a cloud's log of what was done: what held for hours has ended, and an id opens nothing by itself.
import type { Blob, Candidate, Label } from "../detect/candidate.js";
import { endedOn } from "./expiry.js";

interface Doubt {
  readonly label: Label;
  readonly reason: string;
}

/**
 * How recordings begin: placebo's of boto (https://github.com/garnaat/placebo), VCR's cassettes and what follows their form
 * (https://vcrpy.readthedocs.io/en/latest/, https://github.com/vcr/vcr).
 */
const recordingHead =
  /^\s{0,20}\{\s{0,20}"status_code"\s{0,4}:\s{0,4}\d{3}\s{0,4},\s{0,20}"data"\s{0,4}:|^(?:---[ \t]*\r?\n|#[^\n]{0,200}\n){0,10}(?:http_)?interactions:[ \t]*\r?\n|^\s{0,20}\{\s{0,20}"(?:http_)?interactions"\s{0,4}:\s{0,4}\[/;
/** What each event of CloudTrail has (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html). */
const event = ["eventVersion", "eventSource", "eventName"].map((name) => new RegExp(`["']${name}\\\\?["']`));
/** What boto adds to an answer, and S3's answers that say the id again (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html). */
const answer = /["']ResponseMetadata\\?["']|<Code>(?:SignatureDoesNotMatch|InvalidAccessKeyId)</;

/** Ids of keys: without their secrets they open nothing. Each vendor's page says which half is secret. */
const ids: ReadonlySet<string> = new Set([
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
  "aws-access-key-id",
  // https://www.tencentcloud.com/document/product/598/34227
  "tencent-secret-id",
  // https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
  "alibaba-access-key-id",
]);
const secretHalf = /secret_?-?(?:access_?-?)?key\\?["']?[ \t]{0,4}[:=][ \t]{0,4}\\?["']?(?=\S*\d)[A-Za-z0-9/+]{20,}/i;

/** Whether a text has the secret that makes something of an id. */
export const hasSecretHalf = (text: string): boolean => secretHalf.test(text);

/** Tokens of AWS's Security Token Service, whose longest session is 36 hours (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html). */
const isTemporary = ({ provider, value }: Candidate): boolean =>
  provider === "aws-session-token" || (provider === "aws-access-key-id" && value.startsWith("ASIA"));

interface Recording {
  readonly isOne: boolean;
  readonly hasSecret: boolean;
}
const known = new WeakMap<Blob, Recording>();

function recordingOf(blob: Blob): Recording {
  let recording = known.get(blob);
  if (recording === undefined) {
    const { text } = blob;
    const isOne = recordingHead.test(text.slice(0, 3000)) || answer.test(text) || event.every((one) => one.test(text));
    known.set(blob, (recording = { isOne, hasSecret: isOne && secretHalf.test(text) }));
  }
  return recording;
}

/** Where Amazon's shop has it in each link to a ware (https://webservices.amazon.com/paapi5/documentation/). */
const ofShop = /[?&;]SubscriptionId=$/;
/**
 * The header of a signed request, which holds for minutes and carries no secret.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html
 */
const signedHeader = /AWS4-HMAC-SHA256\s{1,4}Credential=$/;
const scope = /^\/(\d{4})(\d\d)(\d\d)\/[\w-]{2,30}\/[\w-]{2,40}\/aws4_request\b/;

/** Why an id opens nothing by where it is shown without its secret; undefined where it may. */
function shownId({ text }: Blob, { start, end }: Candidate): Doubt | undefined {
  const before = text.slice(Math.max(0, start - 60), start);
  if (ofShop.test(before)) return secretHalf.test(text) ? undefined : { label: "public", reason: "it is a key's id, in a link to a ware" };
  const [, year, month, date] = signedHeader.test(before) ? (scope.exec(text.slice(end, end + 120)) ?? []) : [];
  const day = endedOn(Date.UTC(Number(year), Number(month) - 1, Number(date)) / 1000);
  if (day === undefined || secretHalf.test(text)) return undefined;
  return { label: "public", reason: `it is a key's id, in a request that was signed on ${day} and holds no secret` };
}

/** Why a vendor's token in a recording opens nothing; undefined where it may. */
export function recordedDoubt(blob: Blob, candidate: Candidate): Doubt | undefined {
  const isId = ids.has(candidate.provider ?? "");
  if (!isId && !isTemporary(candidate)) return undefined;
  const shown = candidate.provider === "aws-access-key-id" ? shownId(blob, candidate) : undefined;
  if (shown !== undefined) return shown;
  const { isOne, hasSecret } = recordingOf(blob);
  if (!isOne) return undefined;
  if (isTemporary(candidate)) return { label: "test-data", reason: "it held for 36 hours at most, and stands in what was recorded" };
  return hasSecret ? undefined : { label: "public", reason: "it is a key's id, without its secret, in what was recorded" };
}

const page = /INNERTUBE_API_KEY|innertubeApiKey|\bytcfg\b/;
const pages = new WeakMap<Blob, boolean>();

/** Whether a text is a page of YouTube's, which hands its keys to every visitor. */
export function isYouTubePage(blob: Blob): boolean {
  let is = pages.get(blob);
  if (is === undefined) pages.set(blob, (is = page.test(blob.text)));
  return is;
}
