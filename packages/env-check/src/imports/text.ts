// A Python source as text: PEP 263.

/** Decodes by its mark or coding comment, else UTF-8; what is not valid is read as Latin-1, which keeps the structure. */
export function decodePython(source: string | Uint8Array): string {
  if (typeof source === "string") return source.startsWith("\ufeff") ? source.slice(1) : source;
  const head = Buffer.from(source.subarray(0, 400))
    .toString("latin1")
    .split(/\r\n|\n|\r/, 2);
  const label = head.map((line) => /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1]).find((one) => one !== undefined);
  const isLatin = label !== undefined && /^(?:latin-?1|iso-?8859-?1|iso-latin-1|cp1252|ascii)/i.test(label.replaceAll("_", "-"));
  if (isLatin) return Buffer.from(source).toString("latin1");
  try {
    return new TextDecoder(label === undefined || /^utf/i.test(label) ? "utf-8" : label, { fatal: true }).decode(source);
  } catch {
    return Buffer.from(source).toString("latin1");
  }
}
