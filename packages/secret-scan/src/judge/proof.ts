// What a token proves of itself without asking anyone: checksums and structure.
import type { Proof } from "../providers/provider.js";
import { base32Bytes, base36Checksum, base62Checksum, bech32Checksum, crc16, hexChecksum, isBase58Check, littleEndianChecksum } from "./checksum.js";

const wrong = "its checksum is wrong";

function hasJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64").toString("utf8"));
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}

function endsInCrc16(token: string): boolean {
  const bytes = base32Bytes(token);
  return bytes.length > 2 && crc16(bytes.subarray(0, -2)) === bytes.readUInt16LE(bytes.length - 2);
}

/** Why a token does not hold what its form promises; undefined where it does. */
const checks: Readonly<Record<Proof, (token: string) => string | undefined>> = {
  "crc32-base62": (token) => {
    const body = token.slice(token.lastIndexOf("_") + 1);
    return base62Checksum(body.slice(0, -6)) === body.slice(-6) ? undefined : wrong;
  },
  "crc32-base36": (token) => (base36Checksum(token.slice(0, -7)) === token.slice(-7) ? undefined : wrong),
  "crc32-hex": (token) => (hexChecksum(token.slice(0, -8)) === token.slice(-8).toLowerCase() ? undefined : wrong),
  // Behind the body and an underscore.
  "crc32-little-endian": (token) => (littleEndianChecksum(token.slice(0, -9)) === token.slice(-8).toLowerCase() ? undefined : wrong),
  "crc16-base32": (token) => (endsInCrc16(token) ? undefined : wrong),
  bech32: (token) => {
    const folded = token.toLowerCase();
    const at = folded.lastIndexOf("1");
    return bech32Checksum(folded.slice(0, at), folded.slice(at + 1, -6)) === folded.slice(-6) ? undefined : wrong;
  },
  base58check: (token) => (isBase58Check(token) ? undefined : wrong),
  "uuid-4": (token) => (/-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(token) ? undefined : "it is no random UUID (version 4)"),
  "base64-json": (token) => (hasJson(token.slice(token.indexOf("eyJ"))) ? undefined : "what it encodes is no JSON"),
  "base64-number": (token) =>
    /^\d{17,20}$/.test(Buffer.from(token.slice(0, token.indexOf(".")), "base64").toString("latin1")) ? undefined : "it does not begin with an account's number",
  // RFC 7748, section 5: how a private key for X25519 is clamped.
  curve25519: (token) => {
    const bytes = Buffer.from(token, "base64");
    return bytes.length === 32 && ((bytes[0] ?? 0) & 7) === 0 && ((bytes[31] ?? 0) & 0xc0) === 0x40 ? undefined : "its bits are no private key's";
  },
};

/** Proofs that a token that was made up fails but once in thousands of times. */
const checksums: ReadonlySet<Proof> = new Set(["crc32-base62", "crc32-base36", "crc32-hex", "crc32-little-endian", "crc16-base32", "bech32", "base58check"]);

/** Whether a proof is a checksum. */
export function isChecksum(proof: Proof | undefined): boolean {
  return proof !== undefined && checksums.has(proof);
}

/** Why a token cannot be one that its vendor gave out; undefined where it can. */
export function disproof(proof: Proof | undefined, token: string): string | undefined {
  return proof === undefined ? undefined : checks[proof](token);
}
