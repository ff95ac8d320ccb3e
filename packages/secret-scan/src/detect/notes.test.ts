// Secrets as people note them down: keys of somebody, prose, elements with words, joined strings, logs, JSON Web Keys.
import { expect, it } from "vitest";
import { randomFrom, samplePrivateKey, sampleValue } from "../samples/sample.js";
import { scanBytes } from "../scan.js";

const random = randomFrom(29);
const value = (length = 32): string => `${sampleValue(length - 2, random)}7z`;
const secrets = (path: string, text: string): string[] =>
  scanBytes(path, Buffer.from(text))
    .filter(({ label }) => label === "secret")
    .map((one) => one.value);

it("the key of a service that no table knows, and no other kind of key", () => {
  const one = value();
  expect(secrets("src/weather.py", `meteorum_key = "${one}"\n`)).toEqual([one]);
  expect(secrets("notes.txt", `meteorumKey=${one}\n`)).toEqual([one]);
  for (const name of ["primary_key", "cacheKey", "partition_key", "PUBLIC_KEY", "i18n_key", "translationKey", "idempotency_key", "test_spreadsheet_key"])
    expect(secrets("src/table.py", `${name} = "${one}"\n`)).toEqual([]);
  const digest = Array.from({ length: 40 }, () => "0123456789abcdef"[Math.floor(random() * 16)]).join("");
  expect(secrets("src/assets.py", `bundle_name_key = "${digest}"\n`)).toEqual([]);
});

it("in prose, in an element after other words, without a blank after the colon", () => {
  const one = value();
  expect(secrets("notes.txt", `meteorum token - '${one}'\n`)).toEqual([one]);
  expect(secrets("credentials.xml", `<secret>{meteorum production ${one}}</secret>\n`)).toEqual([one]);
  expect(secrets("notes", `token:${one}\n`)).toEqual([one]);
  expect(secrets("notes", "password:Vg4#kR!9x\n")).toEqual(["Vg4#kR!9x"]);
  expect(secrets("notes.txt", `meteorum token - '${one.slice(0, 12)}?${one.slice(13)}'\n`)).toEqual([]);
});

it("a private key in strings that are joined, and in a log", () => {
  const lines = samplePrivateKey().trim().split("\n");
  const joined = lines.map((line) => `  "${line}\\n" +`).join("\n");
  expect(secrets("src/Signer.java", `String key =\n${joined}\n  "";\n`)).toHaveLength(1);
  expect(secrets("build.log", lines.map((line) => `2026-04-26 12:36:01 ${line}\n`).join(""))).toHaveLength(1);
});

it("a private JSON Web Key, and no public one", () => {
  const d = value(43);
  expect(secrets("keys.json", `{ "kty": "EC", "crv": "P-256", "x": "${value(43)}", "d": "${d}" }\n`)).toEqual([d]);
  expect(secrets("keys.json", `{ "kty": "EC", "crv": "P-256", "x": "${value(43)}", "y": "${value(43)}" }\n`)).toEqual([]);
  expect(secrets("keys.json", `{\n  "k": "${d}",\n  "kty": "oct"\n}\n`)).toEqual([d]);
});
