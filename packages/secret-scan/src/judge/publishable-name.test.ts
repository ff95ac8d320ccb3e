// Tests of names whose values their vendors say may be published.
import { expect, it } from "vitest";
import { randomFrom } from "../samples/sample.js";
import { scanBytes } from "../scan.js";

const random = randomFrom(47);
const mixed = Array.from({ length: 32 }, () => "abcdefghijkmnpqrstuvwxyzABCDEFGHIJKLMN23456789"[Math.floor(random() * 46)] ?? "").join("");
const hex = Array.from({ length: 32 }, () => "0123456789abcdef"[Math.floor(random() * 16)] ?? "").join("");
const labels = (text: string): string[] => scanBytes("src/analytics.ts", Buffer.from(text)).map(({ label }) => label);

it.each([
  [`const body = { writeKey: "${mixed}" };\n`, "public"],
  [`const body = { secretKey: "${mixed}" };\n`, "secret"],
  [`const mixpanelToken = "${hex}";\n`, "public"],
  [`const mixpanelSecret = "${hex}";\n`, "secret"],
  [`const AMPLITUDE_API_KEY = "${hex}";\n`, "public"],
  [`const clientToken = "pub${hex}";\n`, "public"],
  [`const clientToken = "${mixed}";\n`, "secret"],
])("%s is %s", (text, label) => {
  expect(labels(text)).toEqual([label]);
});
