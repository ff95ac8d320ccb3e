// The checksums that vendors put into tokens, each from the vendor's or the standard's own description.
import { crypto } from "../crypto.js";

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/** `node:zlib` is loaded with the first token that has a checksum. */
const crcOf = (text: string): number => process.getBuiltinModule("node:zlib").crc32(Buffer.from(text, "latin1"));

/**
 * The last six units of a GitHub or npm token: the CRC-32 of the thirty before them, in base 62.
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function base62Checksum(entropyPart: string): string {
  let rest = crcOf(entropyPart);
  let text = "";
  for (; rest > 0; rest = Math.floor(rest / 62)) text = (base62[rest % 62] ?? "") + text;
  return text.padStart(6, "0");
}

/** The CRC-32 in base 36, seven units. https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/ */
export function base36Checksum(text: string): string {
  return crcOf(text).toString(36).padStart(7, "0");
}

/** The CRC-32 as eight hexadecimal digits, the highest byte first: Atlassian. */
export function hexChecksum(text: string): string {
  return crcOf(text).toString(16).padStart(8, "0");
}

/** The CRC-32 as eight hexadecimal digits, the lowest byte first: Grafana. */
export function littleEndianChecksum(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crcOf(text));
  return bytes.toString("hex");
}

/** CRC-16 of XModem: Stellar (SEP-23) and NATS put it, lowest byte first, behind a key before base 32. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc;
}

/** Base 32 (RFC 4648) without padding, to bytes; what does not fill a byte is left out. */
export function base32Bytes(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const unit of text) {
    value = ((value << 5) | base32.indexOf(unit)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 255);
    }
  }
  return Buffer.from(bytes);
}

/** Bytes in base 32 without padding. */
export function base32Text(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 5; bits -= 5) text += base32[(value >> (bits - 5)) & 31] ?? "";
  }
  return bits === 0 ? text : text + (base32[(value << (5 - bits)) & 31] ?? "");
}

function polymod(values: readonly number[]): number {
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let checksum = 1;
  for (const value of values) {
    const top = checksum >>> 25;
    checksum = ((checksum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of generators.entries()) if (((top >>> bit) & 1) === 1) checksum ^= generator;
  }
  return checksum >>> 0;
}

/** The six units that end a text in bech32 (BIP 173), of its human-readable part and its data, both in small letters. */
export function bech32Checksum(prefix: string, data: string): string {
  const codes = [...prefix].map((unit) => unit.charCodeAt(0));
  const values = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...[...data].map((unit) => bech32.indexOf(unit))];
  const rest = polymod([...values, 0, 0, 0, 0, 0, 0]) ^ 1;
  return Array.from({ length: 6 }, (_all, at) => bech32[(rest >>> (5 * (5 - at))) & 31] ?? "").join("");
}

const twice = (bytes: Uint8Array): Buffer => crypto().createHash("sha256").update(crypto().createHash("sha256").update(bytes).digest()).digest();

/** Whether a text in base 58 ends in the first four bytes of the double SHA-256 of what is before them (Bitcoin's Base58Check). */
export function isBase58Check(text: string): boolean {
  let number = 0n;
  for (const unit of text) number = number * 58n + BigInt(base58.indexOf(unit));
  const hex = number.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  return bytes.length > 4 && twice(bytes.subarray(0, -4)).subarray(0, 4).equals(bytes.subarray(-4));
}

/** Bytes in Base58Check; the first is not zero. */
export function base58CheckText(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.concat([bytes, twice(bytes).subarray(0, 4)]).toString("hex")}`);
  let text = "";
  for (; number > 0n; number /= 58n) text = (base58[Number(number % 58n)] ?? "") + text;
  return text;
}
