// Bytes that a source of chance determines.

/** `length` bytes. */
export function randomBytesFrom(random: () => number, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));
}
