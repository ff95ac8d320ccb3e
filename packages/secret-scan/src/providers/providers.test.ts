// Each row of the tables is tested by samples made of it: all are found, and none of what is left out, lengthened or spelt in words.
import { describe, expect, it } from "vitest";
import { tokenMatchers } from "../detect/provider-token.js";
import { isChecksum } from "../judge/proof.js";
import { randomFrom, sampleToken } from "../samples/sample.js";
import { scanBytes } from "../scan.js";
import { explainProvider } from "./describe.js";
import { providers, type Provider } from "./index.js";
import { shapeSample } from "./shape.js";

/** A name that tells the provider: its own word, and one that speaks of a secret where its own does not. */
const nameOf = ({ names }: Provider): string => {
  const word = names?.[0] ?? "";
  return /key|token|secret|pass|auth/.test(word) ? word : `${word}_token`;
};
const scan = (text: string, path = "config/production.env") => scanBytes(path, Buffer.from(text));

it("ids are unique, and every row names its documentation", () => {
  expect(new Set(providers.map(({ id }) => id)).size).toBe(providers.length);
  for (const { source } of providers) expect(source).toMatch(/^https:\/\//);
  expect(providers.length).toBeGreaterThan(200);
});

it("`explain` shows every row", () => {
  for (const { id, source, title } of providers) {
    const text = explainProvider(id) ?? "";
    expect(text).toContain(source);
    expect(text).toContain(title);
  }
  expect(explainProvider("github-personal-access-token")).toContain("`ghp_`, 36 of `A-Za-z0-9`");
  expect(explainProvider("nobody")).toBeUndefined();
});

describe.each(providers)("$id", (provider) => {
  const random = randomFrom(7);
  const isNamed = provider.names !== undefined;
  const inText = (token: string): string => (isNamed ? `${nameOf(provider)} = "${token}"\n` : `client = Client("${token}")\n`);
  it("finds 50 of 50 samples, whole and with the right label", () => {
    for (let round = 0; round < 50; round++) {
      const token = sampleToken(provider, random);
      const found = scan(`x = 1\n${inText(token)}`);
      expect(found.map(({ value, label }) => ({ value, label }))).toEqual([{ value: token, label: provider.label ?? "secret" }]);
    }
  });
  it("takes a repeated body and an ellipsis for placeholders", () => {
    const token = sampleToken(provider, random);
    const literal = provider.shape[0];
    const prefix = typeof literal === "string" ? literal : token.slice(0, 4);
    const cut = token.slice(0, Math.ceil(token.length * 0.6));
    for (const text of [shapeSample(provider.shape, () => 0), `${cut}...`, `${cut}…`, `${prefix}your-key-here`, `${prefix}xxxxxxxxxxxxxxxxxxxxxxxx`]) {
      expect(scan(inText(text)).filter(({ label }) => label === "secret")).toEqual([]);
    }
  });
  it("does not take a part of a longer word for a token", () => {
    const token = sampleToken(provider, random);
    if (isNamed) return expect(tokenMatchers.some((matcher) => matcher.provider === provider)).toBe(false);
    const last = provider.shape.at(-1);
    if (typeof last !== "object" || !("alphabet" in last) || last.max !== last.min) return expect(token.length).toBeGreaterThan(8);
    const longer = `${token}${token.slice(-4)}`;
    expect(scan(`x = "${longer}"`).filter(({ value }) => value === token)).toEqual([]);
  });
});

describe("a checksum that is wrong is a placeholder, and says so", () => {
  it.each(providers.filter(({ proof, names }) => isChecksum(proof) && names === undefined))("$id", (provider) => {
    const token = sampleToken(provider, randomFrom(3));
    // Another unit of the same kind.
    const next = ({ a: "c", A: "C", "2": "3" } as Readonly<Record<string, string>>)[token.at(-1) ?? ""];
    const wrong = token.slice(0, -1) + (next ?? (/[0-9]/.test(token.at(-1) ?? "") ? "2" : /[A-Z]/.test(token.at(-1) ?? "") ? "A" : "a"));
    expect(scan(`t = "${wrong}"`)).toMatchObject([{ label: "placeholder", reason: "its checksum is wrong" }]);
  });
});
