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
  // 43 units, as a project's are; a person's begins with `phx_`.
  [`const POSTHOG_TOKEN = "${mixed}${mixed.slice(21)}";\n`, "public"],
  [`const POSTHOG_SECRET = "${mixed}${mixed.slice(21)}";\n`, "secret"],
  // What is beside the address of who collects events; nothing is without it, nor is a secret beside it.
  [`const apiKeyProd = "${hex}";\nfetch("https://api.eu.amplitude.com/2/httpapi");\n`, "public"],
  [`const secretKey = "${hex}";\nfetch("https://api.eu.amplitude.com/2/httpapi");\n`, "secret"],
  [`const apiKeyProd = "${hex}";\nfetch("https://api.shop.io/2/httpapi");\n`, "secret"],
  // Algolia's id of an application, and what a page searches with.
  [`import { DocSearchButton } from "@docsearch/react";\naa("init", { appId: "PFK639M3JK", apiKey: "${hex}" });\n`, "public"],
  [`const client = { appId: "PFK639M3JK", apiKey: "${hex}" };\n`, "secret"],
  [`const token = "${hex}";\nfetch("https://api.mixpanel.com/track");\n`, "public"],
  [`#define BACKTRACE_TOKEN "${hex}${hex.slice(7)}${hex.slice(0, 7)}"\nL"https://shop.sp.backtrace.io:6098/"\n`, "public"],
  [`#define SHOP_TOKEN "${hex}${hex.slice(7)}${hex.slice(0, 7)}"\nL"https://backtrace.shop.io:6098/"\n`, "secret"],
])("%s is %s", (text, label) => {
  expect(labels(text)).toEqual([label]);
});
