// A provider's token: a row of facts from its vendor's documentation.
import type { Shape } from "./shape.js";

/** What a token proves of itself, offline. */
export type Proof = "crc32-base62";

/** One kind of token. */
export interface Provider {
  /** Kebab-case, the vendor first. */
  readonly id: string;
  /** The vendor and its name for the token, as a message says it. */
  readonly title: string;
  readonly shape: Shape;
  /** Where the token has no mark of its own: words of which one stands in the name that it is assigned to. */
  readonly names?: readonly string[];
  readonly proof?: Proof;
  /** Not a secret by the vendor's word: for test mode, or meant to be public. */
  readonly label?: "test-data" | "public";
  /** The vendor's documentation of the token or its form. */
  readonly source: string;
  /** Where the vendor revokes it. */
  readonly revoke?: string;
}
