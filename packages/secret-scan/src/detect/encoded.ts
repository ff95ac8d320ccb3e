// Texts in base64 (RFC 4648), hexadecimal digits and percent-encoding (RFC 3986): found, decoded, and kept where what comes out is a text.

/** A part of a file that encodes a text. */
export interface EncodedText {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
  readonly form: "base64" | "hexadecimal digits" | "percent-encoding";
}

/** Runs below this length hold no secret. */
export const shortestRun = 24;
/** What is longer is data. */
const longest = 256 * 1024;
/** How much of a run is decoded to see whether it is a text. */
const probe = 24;

const isBase64 = new Uint8Array(256);
for (const unit of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_") isBase64[unit.charCodeAt(0)] = 1;
const isHex = new Uint8Array(256);
for (const unit of "0123456789abcdefABCDEF") isHex[unit.charCodeAt(0)] = 1;
/** What stands in a percent-encoded text. */
const isQuery = new Uint8Array(256);
for (const unit of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%-_.~!*+:@/?$;,=&#") isQuery[unit.charCodeAt(0)] = 1;

const isText = (byte: number): boolean => (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13;

/** Whether bytes are a text in ASCII, or one in UTF-16 as PowerShell encodes commands. */
function kindOf(bytes: Uint8Array): "text" | "wide" | undefined {
  if (bytes.length < 8) return undefined;
  if (bytes.every(isText)) return "text";
  return bytes.every((byte, at) => (at % 2 === 0 ? isText(byte) : byte === 0)) ? "wide" : undefined;
}

const slice = (bytes: Uint8Array, start: number, end: number): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);

function decoded(text: string, form: "base64" | "hex"): Buffer | undefined {
  // What is glued to the front shifts the units: nothing readable comes out, and that is the end of it.
  const kind = kindOf(Buffer.from(text.slice(0, probe), form));
  if (kind === undefined) return undefined;
  const bytes = Buffer.from(text, form);
  return kind === "text" ? bytes : Buffer.from(bytes.filter((_byte, at) => at % 2 === 0));
}

/** The next line's part of a run, as encoders break lines at 60 to 76 units; undefined where the run does not go on. */
function nextPart(bytes: Uint8Array, end: number, length: number): readonly [from: number, to: number] | undefined {
  let at = end;
  if (bytes[at] === 13) at++;
  if (bytes[at] !== 10) return undefined;
  at++;
  while (bytes[at] === 32 || bytes[at] === 9) at++;
  const from = at;
  while (at < bytes.length && at - from <= length && isBase64[bytes[at] as number] === 1) at++;
  return at === from || at - from > length ? undefined : [from, at];
}

const isWrapped = (length: number): boolean => length >= 60 && length <= 76;

/** Whether the line after a run is a part of it. */
const goesOn = (bytes: Uint8Array, start: number, end: number): boolean => isWrapped(end - start) && nextPart(bytes, end, end - start) !== undefined;

/** Where a run that lines of equal length continue ends. */
function wrappedEnd(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (!isWrapped(length)) return end;
  let last = end;
  for (;;) {
    const [from, to] = nextPart(bytes, last, length) ?? [last, last];
    if (from === to || to - start > longest) return last;
    last = to;
    if (to - from < length) return last;
  }
}

/** The runs of base64 and hexadecimal digits; only every 24th byte is looked at between them. */
export function* encodedRuns(bytes: Uint8Array): Generator<EncodedText> {
  let done = 0;
  for (let at = shortestRun - 1; at < bytes.length; at += shortestRun) {
    if (isBase64[bytes[at] as number] !== 1) continue;
    let start = at;
    while (start > done && isBase64[bytes[start - 1] as number] === 1) start--;
    let end = at + 1;
    while (end < bytes.length && isBase64[bytes[end] as number] === 1) end++;
    done = end;
    if (end - start >= shortestRun && end - start <= longest) {
      const found = runAt(bytes, start, end);
      if (found !== undefined) {
        yield found;
        done = found.end;
      }
    }
    at = Math.max(at, done - 1);
  }
}

/** The six bits of each unit of base64 and base64url. */
const bits = new Uint8Array(256);
for (const [at, unit] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries()) bits[unit.charCodeAt(0)] = at;
bits[45] = 62;
bits[95] = 63;

/** Whether what the first units decode to has ASCII alone, as texts have: of four units three bytes, each below 128. */
function mayBeText(bytes: Uint8Array, start: number): boolean {
  for (let at = start; at < start + shortestRun; at += 4) {
    const [first, second, third] = [bits[bytes[at] as number] as number, bits[bytes[at + 1] as number] as number, bits[bytes[at + 2] as number] as number];
    if (first >= 32 || (second & 8) !== 0 || (third & 2) !== 0) return false;
  }
  return true;
}

/** A run that ends at `end`, or in a later line. The lines that go on are looked for only where the run is a text: else each of them would look for the others. */
function runAt(bytes: Uint8Array, start: number, end: number): EncodedText | undefined {
  const isMaybeText = mayBeText(bytes, start);
  const isMaybeHex = isHex[bytes[start] as number] === 1 && isHex[bytes[end - 1] as number] === 1;
  if (isMaybeHex && !goesOn(bytes, start, end)) {
    const text = slice(bytes, start, end).toString("latin1");
    if (/^(?:[0-9a-fA-F]{2}){12,}$/.test(text)) {
      const found = decoded(text, "hex");
      return found === undefined ? undefined : { start, end, bytes: found, form: "hexadecimal digits" };
    }
  }
  if (!isMaybeText) return undefined;
  const head = slice(bytes, start, start + probe).toString("latin1");
  // A JSON Web Token speaks for itself.
  if ((head.startsWith("eyJ") && bytes[end] === 46) || kindOf(Buffer.from(head, "base64")) === undefined) return undefined;
  let stop = wrappedEnd(bytes, start, end);
  const found = decoded(slice(bytes, start, stop).toString("latin1"), "base64");
  if (found === undefined) return undefined;
  for (const last = stop + 2; stop < last && bytes[stop] === 61;) stop++;
  return { start, end: stop, bytes: found, form: "base64" };
}

/** Percent-encoded units that stand in what holds a secret: `:`, `=`, `"`, `@`. */
export const percentKeywords: readonly string[] = ["%3a%2f%2f", "%3d", "%22%3a", "%22:", "%7b%22"];

/** The percent-encoded text around a keyword that ends at `end`. */
export function percentEncodedAt(bytes: Uint8Array, end: number): EncodedText | undefined {
  let start = end;
  while (start > 0 && end - start < 4096 && isQuery[bytes[start - 1] as number] === 1) start--;
  let stop = end;
  while (stop < bytes.length && stop - end < longest && isQuery[bytes[stop] as number] === 1) stop++;
  const text = slice(bytes, start, stop)
    .toString("latin1")
    .replace(/%([0-9A-Fa-f]{2})/g, (_all, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return stop - start < shortestRun ? undefined : { start, end: stop, bytes: Buffer.from(text, "latin1"), form: "percent-encoding" };
}
