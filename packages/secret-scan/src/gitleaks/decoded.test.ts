// Tests of imported rules on what is encoded: found as often as it is decoded, and named where it stands.
import { sourceText, repoPath } from "@caio/repo-model/text";
import { expect, it } from "vitest";
import { importedCandidates } from "./candidates.js";
import { readGitleaksConfiguration } from "./read-configuration.js";
import { gitleaksSearch } from "./search.js";

const toml = `[[rules]]\nid = "r"\nregex = 'key=k-([0-9]{8})'\n`;
const configuration = await readGitleaksConfiguration(sourceText(repoPath(".gitleaks.toml"), toml), {
  text: () => Promise.resolve(undefined),
  trouble: (error) => {
    throw error;
  },
});
const search = gitleaksSearch(configuration, () => {});
const base64 = (text: string): string => Buffer.from(text).toString("base64");
/** `line:what stands there:what it says`. */
const found = (text: string, depth: number): string[] =>
  importedCandidates(search, "a.txt", Buffer.from(text), undefined, depth).map(
    ({ line, value, decoded }) => `${line}:${Buffer.from(value, "latin1").toString()}:${decoded ?? ""}`,
  );
const once = base64("the key=k-12345678 of it");

it("base64, as often as it is decoded", () => {
  expect(found(`a\nb ${once} c\n`, 0)).toEqual([]);
  expect(found(`a\nb ${once} c\n`, 1)).toEqual([`2:${once}:12345678`]);
  expect(found(`é ${base64(once)}\n`, 1)).toEqual([]);
  expect(found(`é ${base64(once)}\n`, 2)).toEqual([`1:${base64(once)}:12345678`]);
});

it("hexadecimal digits, percent-encoding and escapes, also where a match reaches beyond them", () => {
  const hex = Buffer.from("the key=k-12345678").toString("hex");
  expect(found(`x ${hex} y`, 1)).toEqual([`1:${hex}:12345678`]);
  expect(found("a.io/?key%3Dk-12345678&b%20c", 1)).toEqual(["1:key%3Dk-12345678&b%20:12345678"]);
  expect(found(String.raw`"\u006b\u0065\u0079=k-12345678"`, 1)).toEqual([String.raw`1:\u006b\u0065\u0079=k-12345678:12345678`]);
});

it("what stands in clear is found once, and what is no text is not decoded", () => {
  expect(found(`key=k-12345678 ${"A".repeat(40)} %zz`, 2)).toEqual(["1:12345678:"]);
});

it("very many encoded texts are decoded in linear time", { timeout: 120_000 }, () => {
  const started = process.cpuUsage().user;
  expect(found(`${once} `.repeat(20_000), 2).length).toBeGreaterThan(19_900);
  for (const bad of ["%41", "U+0041", "a".repeat(31)]) found(`${bad}zz `.repeat(100_000), 2);
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(20);
});
