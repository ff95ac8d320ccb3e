// Gives a drawn text of a token's form what the form promises: its checksum or its structure.
import {
  base32Bytes,
  base32Text,
  base36Checksum,
  base58CheckText,
  base62Checksum,
  bech32Checksum,
  crc16,
  hexChecksum,
  littleEndianChecksum,
} from "../judge/checksum.js";
import type { Proof } from "../providers/provider.js";
import { randomBytesFrom } from "./random-bytes.js";

function withCrc16(token: string): string {
  const bytes = base32Bytes(token).subarray(0, -2);
  const end = Buffer.alloc(2);
  end.writeUInt16LE(crc16(bytes));
  return base32Text(Buffer.concat([bytes, end]));
}

/** Keys in Base58Check: Bitcoin's (version 0x80, compressed), or BIP 32's by its four letters. */
function walletKey(token: string, random: () => number): string {
  const versions: Readonly<Record<string, string>> = { xprv: "0488ade4", yprv: "049d7878", zprv: "04b2430c" };
  const version = versions[token.slice(0, 4)];
  if (version === undefined) return base58CheckText(Buffer.concat([Buffer.from([0x80]), randomBytesFrom(random, 32), Buffer.from([1])]));
  return base58CheckText(Buffer.concat([Buffer.from(version, "hex"), randomBytesFrom(random, 41), Buffer.from([0]), randomBytesFrom(random, 32)]));
}

const hex = (random: () => number, length: number): string =>
  randomBytesFrom(random, Math.ceil(length / 2))
    .toString("hex")
    .slice(0, length);

const makers: Readonly<Record<Proof, (token: string, random: () => number) => string>> = {
  "crc32-base62": (token) => {
    const head = token.slice(0, -6);
    return head + base62Checksum(head.slice(head.lastIndexOf("_") + 1));
  },
  "crc32-base36": (token) => token.slice(0, -7) + base36Checksum(token.slice(0, -7)),
  "crc32-hex": (token) => token.slice(0, -8) + hexChecksum(token.slice(0, -8)).toUpperCase(),
  "crc32-little-endian": (token) => `${token.slice(0, -8)}${littleEndianChecksum(token.slice(0, -9))}`,
  "crc16-base32": withCrc16,
  bech32: (token) => {
    const folded = token.toLowerCase();
    const at = folded.lastIndexOf("1");
    const end = bech32Checksum(folded.slice(0, at), folded.slice(at + 1, -6));
    return token.slice(0, -6) + (folded === token ? end : end.toUpperCase());
  },
  base58check: walletKey,
  "uuid-4": (token) => `${token.slice(0, -22)}4${token.slice(-21, -17)}a${token.slice(-16)}`,
  "base64-json": (token, random) => {
    const body = Buffer.from(JSON.stringify({ k: hex(random, 40), n: "ci", id: 1 })).toString("base64");
    return token.slice(0, token.indexOf("eyJ")) + body.replace(/=+$/, "");
  },
  "base64-number": (token, random) => {
    const number = Array.from({ length: 18 }, (_all, at) => String(at === 0 ? 1 : Math.floor(random() * 10))).join("");
    return Buffer.from(number).toString("base64") + token.slice(token.indexOf("."));
  },
  curve25519: (_token, random) => {
    const bytes = randomBytesFrom(random, 32);
    bytes[0] = (bytes[0] ?? 0) & 0xf8;
    bytes[31] = ((bytes[31] ?? 0) & 0x3f) | 0x40;
    return bytes.toString("base64");
  },
};

/** The token with its proof made right. */
export function proved(proof: Proof | undefined, token: string, random: () => number): string {
  return proof === undefined ? token : makers[proof](token, random);
}
