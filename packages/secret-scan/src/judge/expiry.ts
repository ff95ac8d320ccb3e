// What says of itself until when it holds. A report hangs on no clock: what ended before this program was written has ended whenever it runs.

/** A day before which everything is past; a later one only makes more of it known. */
const past = Date.UTC(2026, 10, 1) / 1000;
/** No clock of a token said less: it is a count of something else. */
const earliest = Date.UTC(2001, 0, 1) / 1000;

/** The day on which what holds until `seconds` (since 1970) ended, as `2018-05-31`; undefined where that is not known to be past. */
export function endedOn(seconds: unknown): string | undefined {
  if (typeof seconds !== "number" || !(seconds > earliest && seconds < past)) return undefined;
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** How far an address reaches around what stands in it. */
const reach = 3000;
const ofAddress = /[A-Za-z0-9%\-_.~!*+:@/?$;,=&#\\]/;

/** The address around a range: the key that signs it stands in it beside its end. */
function addressAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < reach && ofAddress.test(text[from - 1] ?? "")) from--;
  let to = end;
  while (to < text.length && to - end < reach && ofAddress.test(text[to] ?? "")) to++;
  return text.slice(from, to);
}

/** The end of an Azure shared access signature: `se=2025-08-15T21:58:27Z`, also percent-encoded. */
const signedEnd = /(?:^|[?&;])(?:amp;)?se=(\d{4}-\d\d-\d\d)(?:T(\d\d)(?::|%3A)(\d\d)(?:(?::|%3A)(\d\d))?Z)?(?![^&"'\s])/i;

/**
 * The day on which the signed address around a range ended: Amazon's, by `X-Amz-Date` and `X-Amz-Expires` (seconds, at most a week) or, before version 4, `Expires`;
 * Azure's, by `se`.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 * https://learn.microsoft.com/en-us/rest/api/storageservices/create-service-sas
 */
export function addressEndedOn(text: string, start: number, end: number): string | undefined {
  const address = addressAround(text, start, end);
  const [, day, hour = "23", minute = "59", second = "59"] = signedEnd.exec(address) ?? [];
  if (day !== undefined && /(?:^|[?&;])(?:amp;)?sig=/.test(address)) return endedOn(Date.parse(`${day}T${hour}:${minute}:${second}Z`) / 1000);
  if (!/(?:AWSAccessKeyId=|X-Amz-Credential(?:=|%3D))$/i.test(text.slice(Math.max(0, start - 24), start))) return undefined;
  const old = /[?&;]Expires=(\d{9,10})(?!\d)/.exec(address)?.[1];
  if (old !== undefined && /[?&;]Signature=/.test(address)) return endedOn(Number(old));
  const [, year, month, date, hours, minutes, seconds] = /X-Amz-Date(?:=|%3D)(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/i.exec(address) ?? [];
  const length = /X-Amz-Expires(?:=|%3D)(\d{1,6})(?!\d)/i.exec(address)?.[1];
  if (year === undefined || length === undefined || !/X-Amz-Signature/i.test(address)) return undefined;
  const begin = Date.UTC(Number(year), Number(month) - 1, Number(date), Number(hours), Number(minutes), Number(seconds)) / 1000;
  return endedOn(begin + Number(length));
}

const member =
  /\\?["'](?:expires?_?(?:at|on)|expiration|valid_?until)\\?["']\s{0,4}:\s{0,4}\\?["'](\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))\\?["']/i;
/** How far the members of one record stand from each other. */
const near = 600;

/** What stands around a range in the same record. */
function recordAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - near), start);
  const after = text.slice(end, end + near);
  const close = after.search(/[{}]/);
  return `${before.slice(Math.max(before.lastIndexOf("{"), before.lastIndexOf("}")) + 1)}\n${close === -1 ? after : after.slice(0, close)}`;
}

/** The day on which a token ended by the record that gives it: `{"token": "…", "expires_at": "2024-11-25T01:00:02Z"}`. */
export function recordEndedOn(text: string, start: number, end: number): string | undefined {
  if (!/["']\s{0,4}:\s{0,4}\\?["']$/.test(text.slice(Math.max(0, start - 16), start))) return undefined;
  const found = member.exec(recordAround(text, start, end));
  return found === null ? undefined : endedOn(Date.parse(found[1] ?? "") / 1000);
}

/** What gives a token and says for how many seconds it holds: RFC 6749, sections 5.1 and, in an address, 4.2.2. */
const given = /\\?["'](?:access_?token|id_?token|token)\\?["']\s{0,4}:\s{0,4}\\?["']([^"'\\\s]{8,4096})\\?["']|[#?&](?:access|id)_token=([^&#"'\s]{8,4096})/gi;
const seconds = /\\?["']expires_?in\\?["']\s{0,4}:\s{0,4}\\?["']?(\d{1,6})(?!\d)|[#?&]expires_in=(\d{1,6})(?!\d)/i;
/** What holds for no longer is over when somebody finds it. */
const aDay = 86_400;
const mostGiven = 10_000;

const briefly = new WeakMap<{ readonly text: string }, ReadonlyMap<string, number>>();

function givenIn(text: string): Map<string, number> {
  const found = new Map<string, number>();
  if (!/expires_?in/i.test(text)) return found;
  let count = 0;
  for (const match of text.matchAll(given)) {
    if (count++ === mostGiven) break;
    const [, inRecord, inAddress] = seconds.exec(recordAround(text, match.index, match.index + match[0].length)) ?? [];
    const length = Number(inRecord ?? inAddress ?? Infinity);
    if (length <= aDay) found.set(match[1] ?? match[2] ?? "", length);
  }
  return found;
}

/** For how many seconds a value holds by what gives it in the same text, at most a day; undefined where nothing says so. */
export function holdsFor(blob: { readonly text: string }, value: string): number | undefined {
  let all = briefly.get(blob);
  if (all === undefined) briefly.set(blob, (all = givenIn(blob.text)));
  // Without quotes a value reaches as far as the address does.
  return all.get(value) ?? all.get(value.split("&", 1)[0] ?? "");
}
