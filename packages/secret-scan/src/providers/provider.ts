// A provider's token: a row of facts from its vendor's documentation.
import type { Shape } from "./shape.js";

/** What a token proves of itself, offline: see `judge/proof.ts`. */
export type Proof =
  | "crc32-base62"
  | "crc32-base36"
  | "crc32-hex"
  | "crc32-little-endian"
  | "crc16-base32"
  | "bech32"
  | "base58check"
  | "uuid-4"
  | "base64-json"
  | "base64-number"
  | "curve25519";

/** One kind of token. */
export interface Provider {
  /** Kebab-case, the vendor first. */
  readonly id: string;
  /** The vendor and its name for the token, as a message says it. */
  readonly title: string;
  readonly shape: Shape;
  /**
   * Where the token has no mark of its own: words of which one stands in the name that it is assigned to. A word that speaks of no secret
   * (`fastly`) holds where another part of the name does (`fastly_api_key`).
   */
  readonly names?: readonly string[];
  /** The least entropy of what is drawn by chance in it, in bits a unit. */
  readonly entropy?: number;
  readonly proof?: Proof;
  /** Not a secret by the vendor's word: for test mode, or meant to be public. */
  readonly label?: "test-data" | "public";
  /** Whether whoever uses it draws it, as a key pair: no vendor gives it out, and tests draw their own. */
  readonly isDrawn?: true;
  /** For how many hours the vendor lets one hold at most, where that is no more than a day. */
  readonly hours?: number;
  /** The vendor's documentation of the token or its form. */
  readonly source: string;
  /** Where the vendor revokes it. */
  readonly revoke?: string;
}
