// Bytes to text and back without loss: UTF-8, UTF-16 by its byte-order mark, and one reversible escape for all else.
import { Buffer, isAscii, isUtf8, transcode } from "node:buffer";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** `valid` is false where bytes were escaped: such a text is scanned and never fixed. The text keeps its byte-order mark. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly valid: boolean;
}

/** Decodes UTF-8; each byte that is not part of it becomes U+DC80..U+DCFF, as in Python's `surrogateescape` (PEP 383). */
export function fromBytes(bytes: Uint8Array): string {
  if (isAscii(bytes)) return (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).toString("latin1");
  return isUtf8(bytes) ? decodeValid(bytes) : escapeInvalid(bytes);
}

/** By way of UTF-16, which takes a third of the time of `TextDecoder`. */
function decodeValid(bytes: Uint8Array): string {
  return transcode(bytes, "utf8", "utf16le").toString("utf16le");
}

function escapeInvalid(bytes: Uint8Array): string {
  let result = "";
  let from = 0;
  let at = 0;
  while (at < bytes.length) {
    const size = sequenceLength(bytes, at);
    if (size > 0) {
      at += size;
      continue;
    }
    result += Buffer.from(bytes.buffer, bytes.byteOffset + from, at - from).toString("utf8") + String.fromCharCode(0xdc00 + (bytes[at] as number));
    at++;
    from = at;
  }
  return result + Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.length - from).toString("utf8");
}

/** Length of the well-formed UTF-8 sequence at `at`, 0 when there is none (Unicode 15, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const tail = (offset: number, low = 0x80, high = 0xbf): boolean => {
    const byte = bytes[at + offset];
    return byte !== undefined && byte >= low && byte <= high;
  };
  if (first >= 0xc2 && first <= 0xdf) return tail(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) return tail(1, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf) && tail(2) ? 3 : 0;
  if (first >= 0xf0 && first <= 0xf4) return tail(1, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf) && tail(2) && tail(3) ? 4 : 0;
  return 0;
}

/** The reverse of `fromBytes`. */
export function toBytes(text: string): Uint8Array {
  if (!/[\udc80-\udcff]/.test(text)) return Buffer.from(text, "utf8");
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff && isLow(text.charCodeAt(at + 1))) at++;
    else if (unit >= 0xdc80 && unit <= 0xdcff) {
      parts.push(Buffer.from(text.slice(from, at), "utf8"), Buffer.from([unit - 0xdc00]));
      from = at + 1;
    }
  }
  parts.push(Buffer.from(text.slice(from), "utf8"));
  return Buffer.concat(parts);
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** A file's bytes as text, for who does not ask how they were encoded. */
export function textOf(bytes: Uint8Array): string {
  return bytes[0] === 0xff || bytes[0] === 0xfe ? decodeText(bytes).text : fromBytes(bytes);
}

/** Decodes a file's bytes. UTF-16 is known by its byte-order mark alone. */
export function decodeText(bytes: Uint8Array): Decoded {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if ((isLittle || isBig) && bytes.length % 2 === 0) {
    const swapped = Buffer.from(bytes);
    if (isBig) swapped.swap16();
    const text = swapped.toString("utf16le");
    return { text, encoding: isLittle ? "utf-16le" : "utf-16be", valid: true };
  }
  return { text: fromBytes(bytes), encoding: "utf-8", valid: isUtf8(bytes) };
}

/** The reverse of `decodeText`. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8") return toBytes(text);
  const bytes = Buffer.from(text, "utf16le");
  return encoding === "utf-16be" ? bytes.swap16() : bytes;
}
