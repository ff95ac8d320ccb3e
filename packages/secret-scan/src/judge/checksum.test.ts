// The checksums against the values that their standards print.
import { expect, it } from "vitest";
import { base32Bytes, base32Text, bech32Checksum, crc16, hexChecksum, isBase58Check, littleEndianChecksum } from "./checksum.js";

it("CRC-32 and CRC-16 of the standards' check text", () => {
  expect(hexChecksum("123456789")).toBe("cbf43926");
  expect(littleEndianChecksum("123456789")).toBe("2639f4cb");
  expect(crc16(Buffer.from("123456789"))).toBe(0x31c3);
});

it("bech32, by the examples of BIP 173", () => {
  expect(bech32Checksum("a", "")).toBe("2uel5l");
  expect(bech32Checksum("abcdef", "qpzry9x8gf2tvdw0s3jn54khce6mua7l")).toBe("mqqqxw");
  expect(bech32Checksum("split", "checkupstagehandshakeupstreamerranterredcaperred")).toBe("2y9e3w");
});

it("Base58Check, by a public key of BIP 32", () => {
  const key = "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8";
  expect(isBase58Check(key)).toBe(true);
  expect(isBase58Check(key.replace("F", "G"))).toBe(false);
});

it("base 32 there and back", () => {
  for (const text of ["MZXW6YTB", "GAAZI4TCR3TY5OJHCTJC2A4QSY6CJWJH5IAJTGKIN2ER7LBNVKOCCWN7"]) expect(base32Text(base32Bytes(text))).toBe(text);
  const key = base32Bytes("GAAZI4TCR3TY5OJHCTJC2A4QSY6CJWJH5IAJTGKIN2ER7LBNVKOCCWN7");
  expect(crc16(key.subarray(0, -2))).toBe(key.readUInt16LE(key.length - 2));
});
