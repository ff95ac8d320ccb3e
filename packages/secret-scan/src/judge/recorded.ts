// What a program recorded of a service's answers, and a cloud's log of what was done: what held for hours has ended, and an id opens nothing by itself.
import type { Blob, Candidate, Label } from "../detect/candidate.js";

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

/** Why a vendor's token in a recording opens nothing; undefined where it may. */
export function recordedDoubt(blob: Blob, candidate: Candidate): Doubt | undefined {
  const isId = ids.has(candidate.provider ?? "");
  if (!isId && !isTemporary(candidate)) return undefined;
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
