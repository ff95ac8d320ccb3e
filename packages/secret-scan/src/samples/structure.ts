// What a private key and a JSON Web Token must hold to be one (RFC 7468, X.690, RFC 7519): read anew, without the scanner's own judgement.

/** Whether base64 encodes a JSON object. */
export function isJsonObject(text: string): boolean {
  try {
    return typeof JSON.parse(Buffer.from(text, "base64url").toString("utf8")) === "object";
  } catch {
    return false;
  }
}

/** Whether a text in PEM holds a body that can be a key: base64 of one DER sequence, OpenSSH's magic, or PGP's and encrypted ones of some length. */
export function couldBeKey(text: string): boolean {
  const [, kind = "", body = ""] = /-----BEGIN ([A-Z0-9 ]*?PRIVATE KEY(?: BLOCK)?)-----([\s\S]*?)-----END /.exec(text) ?? [];
  if (/\.{3}|<[a-z]|\{\{|\$\{/i.test(body)) return false;
  const base64 = body
    .replace(/\\{1,4}[nrt]/g, "\n")
    .replace(/^[ \t"'+,>*#/|]*[A-Za-z-]+: .*$/gm, "")
    .replace(/[^A-Za-z0-9+/=]+/g, "");
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length < 32) return false;
  if (kind.includes("BLOCK")) return bytes.length > 200;
  if (/ENCRYPTED/.test(body) || bytes.subarray(0, 14).toString("latin1") === "openssh-key-v1") return true;
  const size = bytes[1] ?? 0;
  const whole = size < 0x80 ? size + 2 : size === 0x81 ? (bytes[2] ?? 0) + 3 : ((bytes[2] ?? 0) << 8) + (bytes[3] ?? 0) + 4;
  return bytes[0] === 0x30 && Math.abs(whole - bytes.length) <= 4;
}

/** Whether what begins as a JSON Web Token, or as one in base64 once more, is one that somebody may have been given. */
export function couldBeToken(token: string): boolean {
  const text = token.startsWith("ZX") ? Buffer.from(token, "base64").toString("latin1") : token;
  const parts = text.split(".");
  // One part alone is some vendor's form, not this one.
  if (parts.length < 3) return !token.startsWith("ZX");
  const [head = "", payload = ""] = parts;
  if (!isJsonObject(head) || !isJsonObject(payload)) return false;
  const said = Buffer.from(payload, "base64url").toString("utf8");
  // "must not be accepted for processing" (RFC 7519, 4.1.4): what ended before this was written, whenever it is read.
  const end = Number(/"exp": ?(\d{9,10})(?!\d)/.exec(said)?.[1]);
  if (end < Date.UTC(2026, 10, 1) / 1000) return false;
  return !/John ?Doe|1234567890|"iss": ?"joe"|example\.com|hello hacker/i.test(said);
}
