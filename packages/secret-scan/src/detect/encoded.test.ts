// What is encoded is found as it would be found decoded, to a depth and within a budget.
import { describe, expect, it } from "vitest";
import { providers } from "../providers/index.js";
import { randomFrom, samplePrivateKey, sampleToken, sampleValue } from "../samples/sample.js";
import { scanBytes } from "../scan.js";

const random = randomFrom(5);
const token = (): string => {
  const provider = providers.find(({ id }) => id === "gitlab-personal-access-token");
  if (provider === undefined) throw new Error("no provider");
  return sampleToken(provider, random);
};
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const hex = (text: string): string => Buffer.from(text).toString("hex");
const wide = (text: string): string => Buffer.from(text, "utf16le").toString("base64");
const inLines = (text: string): string => text.replace(/(.{64})/g, "$1\n");
const wrapped = (text: string): string => inLines(base64(text));
/** So many bytes of any value, in base64. */
function picture(size: number): string {
  const random = randomFrom(6);
  return Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256))).toString("base64");
}
const found = (text: string, decodeDepth?: number) =>
  scanBytes("deploy/run.sh", Buffer.from(text), decodeDepth === undefined ? {} : { decodeDepth }).filter(({ label }) => label === "secret");

describe("a secret is found", () => {
  it.each([
    ["in base64", (one: string) => base64(`{ "user": "a", "note": "${one}" }`), "base64"],
    ["in base64url without padding", (one: string) => Buffer.from(`login ${one}?`).toString("base64url"), "base64"],
    ["in base64 over lines", (one: string) => wrapped(`# a comment of some length that stands before it\ntoken = "${one}"\n# and one behind it\n`), "base64"],
    ["in hexadecimal digits", (one: string) => hex(`login ${one}`), "hexadecimal digits"],
    ["percent-encoded", (one: string) => `https://shop.io/r?to=https%3A%2F%2Fapi.shop.io%2F%3Ftoken%3D${one}%26a%3D1`, "percent-encoding"],
    ["in UTF-16 in base64", (one: string) => wide(`Invoke-Login ${one}`), "base64"],
    ["in base64 in base64", (one: string) => base64(`login ${base64(`login ${one}`)}`), "base64"],
    ["in hexadecimal digits in base64", (one: string) => base64(`login ${hex(`login ${one}`)}`), "base64"],
  ])("%s", (_name, write, form) => {
    for (let round = 0; round < 20; round++) {
      const encoded = write(token());
      expect(found(`run ${encoded} now\n`)).toMatchObject([{ title: expect.stringContaining(`in ${form}`), provider: "gitlab-personal-access-token" }]);
      expect(found(`run ${encoded} now\n`, 0).filter(({ title }) => title.includes(` in ${form}`))).toEqual([]);
    }
  });
});

it("the depth is kept", () => {
  const text = base64(`login ${base64(`login ${base64(`login ${token()}`)}`)}`);
  expect([0, 1, 2, 3].map((depth) => found(`run ${text}\n`, depth).length)).toEqual([0, 0, 0, 1]);
});

it("a login, a private key and a connection string in base64", () => {
  const password = sampleValue(20, random);
  expect(found(`x ${base64(`export DB_PASSWORD=${password}\n`)}\n`)).toHaveLength(1);
  expect(found(`x ${base64(samplePrivateKey())}\n`)).toMatchObject([{ kind: "private-key" }]);
  expect(found(`x ${base64(`postgres://app:${password}@db.shop.io/x`)}\n`)).toMatchObject([{ kind: "connection-string" }]);
});

it("digests, pictures and words are no texts", () => {
  for (const text of [
    picture(6000),
    hex(picture(6000)).slice(0, 64),
    "getUserAuthenticationProviderConfigurationFactory",
    "src/components/authentication/providers/index",
  ]) {
    expect(scanBytes("a.css", Buffer.from(`a { b: ${text} }\n`))).toEqual([]);
  }
});

describe("hostile texts take linear time", () => {
  it.each([
    ["one run", "QUJD".repeat(1_000_000)],
    ["text in one run", base64("password = ".repeat(200_000))],
    ["many runs", `${base64("password is not here")} `.repeat(60_000)],
    ["nested runs", Array.from({ length: 8 }).reduce<string>((text) => base64(`a ${text}`), "x".repeat(100_000))],
    ["percent signs", "%3D".repeat(500_000)],
    ["percent signs in words", "a%3Db ".repeat(200_000)],
    ["lines", `${"QUJD".repeat(16)}\n`.repeat(50_000)],
    ["digits", "41".repeat(1_500_000)],
    // A test of an executable as a Go file holds it: 28,000 lines.
    ["lines of a picture", inLines(picture(4_500_000))],
    ["lines of digits that are no text", `${"f1e2".repeat(16)}\n`.repeat(90_000)],
    ["lines of what is no text, though it is ASCII", `${Buffer.from("\x01\x02\x03".repeat(16)).toString("base64")}\n`.repeat(90_000)],
    ["lines of beginnings of tokens", `eyJ${"QUJD".repeat(15)}Q\n`.repeat(90_000)],
  ])("%s", (_name, text) => {
    const start = process.cpuUsage().user;
    scanBytes("a.txt", Buffer.from(text), { decodeDepth: 8 });
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(15_000);
  });
});
