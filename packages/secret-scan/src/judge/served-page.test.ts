// Tests of saved pages: ids and signed links are everybody's where a test keeps a page that names its site, and nowhere else; a server's token is never.
import { expect, it } from "vitest";
import { providers } from "../providers/index.js";
import { randomFrom, sampleToken } from "../samples/sample.js";
import { scanBytes } from "../scan.js";

const random = randomFrom(47);
const sample = (id: string): string => {
  const provider = providers.find((one) => one.id === id);
  if (provider === undefined) throw new Error(`There is no provider ${id}.`);
  return sampleToken(provider, random);
};
const [id, signature, google] = [sample("aws-access-key-id"), sample("azure-sas-signature"), sample("google-api-key")];
const stripe = sample("stripe-secret-key");
const labels = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ label }) => label);

const page = (body: string, head = '<link rel="canonical" href="https://www.kitchen.io/recipe/7"/>'): string =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>Pizza</title>${head}</head>\n<body>${body}</body></html>\n`;
const open = page(`<a href="https://cdn.kitchen.io/a?key=${id}">a</a> <video src="https://x.blob.core.windows.net/a?sr=c&${signature}"> ${google}`);

it("in a page that a test keeps, they were every visitor's", () => {
  expect(labels("tests/data/pizza.html", open)).toEqual(["public", "public", "public"]);
  const graph = page(google, '<meta content="https://kitchen.io/7" property="og:url">');
  expect(labels("tests/data/pizza.html", graph)).toEqual(["public"]);
  const saved = page(google, "").replace("<!DOCTYPE html>", "<!DOCTYPE html>\n<!-- saved from url=(0030)https://kitchen.io/recipe/7 -->");
  expect(labels("examples/pizza.html", saved)).toEqual(["public"]);
});

it.each([
  ["a page of the program's own", "src/pizza.html", open.replace(/<a .*<\/video>?/, "")],
  ["a page that names no site", "tests/data/pizza.html", page(google, "")],
  ["a page of this machine", "tests/data/pizza.html", page(google, '<link rel="canonical" href="http://localhost:80/"/>')],
  ["a page of an example's host", "tests/data/pizza.html", page(google, '<link rel="canonical" href="https://www.example.com/"/>')],
  ["no page", "tests/data/pizza.txt", `<link rel="canonical" href="https://www.kitchen.io/"/> ${google}\n`],
  ["a server's token", "tests/data/pizza.html", page(`<script>pay("${stripe}")</script>`)],
])("%s stays what it is", (_, path, text) => {
  expect(labels(path, text)).toContain("secret");
});

it("an id beside its secret is no id alone", () => {
  const secret = sample("aws-access-key-id").slice(4).toLowerCase() + sample("google-api-key").slice(4, 28);
  const text = page(`${id} secret_access_key: "${secret}"`);
  expect(labels("tests/data/pizza.html", text)[0]).toBe("secret");
});

it("in what a browser recorded for a test, a page's keys are every visitor's; a server's token is none, nor is what a program keeps", () => {
  const recording = (value: string): string =>
    `{\n  "log": {\n    "version": "1.2",\n    "entries": [{ "name": "x-goog-api-key", "value": "${value}" }]\n  }\n}\n`;
  expect(labels("test/data/a.har", recording(google))).toEqual(["public"]);
  expect(labels("test/data/a.har", recording(stripe))).toEqual(["secret"]);
  expect(labels("src/a.har", recording(google))).toEqual(["secret"]);
  expect(labels("test/data/a.json", recording(google).replace('"log"', '"shop"'))).toEqual(["secret"]);
});
