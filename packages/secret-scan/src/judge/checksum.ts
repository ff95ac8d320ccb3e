// What a token proves of itself without asking anyone.
import { crc32 } from "node:zlib";
import type { Proof } from "../providers/provider.js";

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * The last six units of a GitHub or npm token: the CRC-32 of the thirty before them, in base 62.
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function base62Checksum(entropyPart: string): string {
  let rest = crc32(Buffer.from(entropyPart, "latin1"));
  let text = "";
  for (; rest > 0; rest = Math.floor(rest / 62)) text = (base62[rest % 62] ?? "") + text;
  return text.padStart(6, "0");
}

/** Why a token cannot be one that its vendor gave out; undefined where it can. */
export function disproof(proof: Proof | undefined, token: string): string | undefined {
  if (proof === "crc32-base62") {
    const body = token.slice(token.lastIndexOf("_") + 1);
    return base62Checksum(body.slice(0, -6)) === body.slice(-6) ? undefined : "its checksum is wrong";
  }
  return undefined;
}
