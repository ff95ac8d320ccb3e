// A place is one sign of several: what lowers a finding beside it, and what does not.
import { expect, it } from "vitest";
import { randomFrom, samplePrivateKey, sampleValue } from "../samples/sample.js";
import { scanBytes } from "../scan.js";

const random = randomFrom(23);
const labels = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ label }) => label);
const key = samplePrivateKey();

it.each([
  // The folder alone.
  ["tests/data/deploy.pem", "secret"],
  ["tests/certs/production.key", "secret"],
  ["examples/worker.pem", "secret"],
  ["tests/deployment/app.pem", "secret"],
  // Among a test's data, with a name of nobody's.
  ["src/test/resources/saml/simple.priv", "test-data"],
  ["testdata/rootca.key", "test-data"],
  // The folder, and a name that says test, authority or nobody.
  ["tests/certs/server.key", "test-data"],
  ["tests/tls/ca-key.pem", "test-data"],
  ["test/fixtures/key.pem", "test-data"],
  ["examples/self_signed_certs/key.pem", "test-data"],
  ["examples/chain_cert/cert.key", "test-data"],
  ["dummyserver/certs/cacert.key", "test-data"],
  ["tests/rsa/private_jwtio.pem", "test-data"],
  ["src/rsa/private_jwtio.pem", "secret"],
  ["testcerts/private.key", "test-data"],
  ["deploy/key.pem", "secret"],
  // A name of what is to fail.
  ["resources/ssl/key/wrong.pem", "test-data"],
  ["resources/ssl/key/badminton.pem", "secret"],
])("a private key in %s: %s", (path, label) => {
  expect(labels(path, key)).toEqual([label]);
});

it.each([
  ["docs/conf.py", "secret"],
  ["docs/deploy.sh", "secret"],
  ["website/settings.ts", "secret"],
  // A class that a test is made of, and words that only begin like one.
  ["src/Lab/TestConstants.cs", "test-data"],
  ["src/http/MockHelpers.kt", "test-data"],
  ["src/Testimonials.cs", "secret"],
  ["src/Stubborn.kt", "secret"],
  // A text written to be read, in a place that documents.
  ["docs/install.md", "example"],
  ["README.md", "example"],
])("a value without a form in %s: %s", (path, label) => {
  expect(labels(path, `api_secret = "${sampleValue(40, random)}"\n`)).toEqual([label]);
});

it("a key in a comment that calls it an example", () => {
  const comment = `/**\n * A typical input looks\n * like this:\n *\n${key.trim().replace(/^/gm, " * ")}\n */\n`;
  expect(labels("src/Certificates.kt", comment)).toEqual(["example"]);
  expect(labels("src/Certificates.kt", `/**\n * Ours:\n${key.trim().replace(/^/gm, " * ")}\n */\n`)).toEqual(["secret"]);
});

it("a line of an encoded block is no token", () => {
  const line = (): string => sampleValue(64, random);
  const token = `${sampleValue(11, random)}AAAAAAAAAA${sampleValue(43, random)}`;
  expect(labels("request.pem", `-----BEGIN CERTIFICATE REQUEST-----\n${line()}\n${token}\n-----END CERTIFICATE REQUEST-----\n`)).toEqual([]);
  expect(labels("config.py", `dropbox = "${token}"\n`)).toEqual(["secret"]);
});

it("what stands behind a language's prompt, and a token in a comment that leaves values out", () => {
  const value = sampleValue(34, random);
  expect(labels("lib/token.ex", `  iex> secret     = "${value}"\n`)).toEqual(["example"]);
  expect(labels("lib/token.ex", `  secret     = "${value}"\n`)).toEqual(["secret"]);
  const id = `AKIA${"QX7RWZ2LM5TYKN3V"}`;
  expect(labels("event.go", `//\t"arn": "...",\n//\t"accessKeyId": "${id}"\n`)).toEqual(["example"]);
  expect(labels("event.go", `//\t"accessKeyId": "${id}"\n`)).toEqual(["secret"]);
});
