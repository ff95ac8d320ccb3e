// What a detector found: a place that may hold a secret, judged or not.

/** `secret` alone is an error; the others say why a value is none. */
export const labels = ["placeholder", "example", "test-data", "public", "hash", "secret"] as const;
export type Label = (typeof labels)[number];

/** The rules that candidates belong to. */
export type Kind = "provider-token" | "private-key" | "connection-string" | "credential-file" | "authorization" | "generic-secret" | "custom-secret";

/** A judged candidate; `start` and `end` are byte offsets of the value. */
export interface Candidate {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  /** As one byte a unit. */
  readonly value: string;
  /** What it is, as a message says it: `GitHub personal access token`. */
  readonly title: string;
  readonly label: Label;
  /** Why it has this label. */
  readonly reason: string;
  /** The provider's id. */
  readonly provider?: string;
  /** The name that it is assigned to. */
  readonly name?: string;
  readonly revoke?: string;
}

/** A file's bytes as detectors see them: `text` has one unit a byte. */
export interface Blob {
  readonly path: string;
  readonly text: string;
}
