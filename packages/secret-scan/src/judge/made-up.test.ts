// Tests of what was drawn for a test, what is over within a day, and what documentation shows.
import { expect, it } from "vitest";
import { providers } from "../providers/index.js";
import { shapeSample } from "../providers/shape.js";
import { randomFrom, samplePrivateKey, sampleValue } from "../samples/sample.js";
import { proved } from "../samples/prove.js";
import { scanBytes } from "../scan.js";

const random = randomFrom(67);
const labels = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ label }) => label);
function tokenOf(id: string): string {
  const provider = providers.find((one) => one.id === id);
  if (provider === undefined) throw new Error(`There is no provider \`${id}\`.`);
  return proved(provider.proof, shapeSample(provider.shape, random), random);
}

it("a seed that anybody draws is a test's in a test, a document's in a document, and a secret where it is used", () => {
  const seed = tokenOf("nats-seed");
  expect(labels("test/reconnect_test.go", `seed := []byte("${seed}")\n`)).toEqual(["test-data"]);
  expect(labels("src/nats.rs", `#[cfg(test)]\nmod tests {\n    const SEED: &str = "${seed}";\n}\n`)).toEqual(["test-data"]);
  expect(labels("src/nats.rs", `#[cfg(test)]\nmod tests {\n}\nconst SEED: &str = "${seed}";\n`)).toEqual(["secret"]);
  expect(labels("README.md", `# This is my seed\n${seed}\n`)).toEqual(["example"]);
  expect(labels("deploy/nats.conf", `seed = "${seed}"\n`)).toEqual(["secret"]);
  expect(labels("cmd/main.go", `seed := []byte("${seed}")\n`)).toEqual(["secret"]);
});

it("a key in the text of a test's program is made for it, Perl's too; one that is deployed beside a program of that ending is none", () => {
  const key = samplePrivateKey();
  expect(labels("t/plugin/jwt-auth.t", `private_key = [[\n${key}]]\n`)).toEqual(["test-data"]);
  expect(labels("deploy/plugin/jwt-auth.conf", `private_key = [[\n${key}]]\n`)).toEqual(["secret"]);
});

it("a token of hours in a test is a test's; a lasting one is a secret there, but where its name says the same", () => {
  const brief = tokenOf("github-app-token");
  const lasting = tokenOf("github-personal-access-token");
  expect(labels("tests/test_app.py", `answer("${brief}")\n`)).toEqual(["test-data"]);
  expect(labels("src/app.py", `answer("${brief}")\n`)).toEqual(["secret"]);
  expect(labels("tests/test_app.py", `answer("${lasting}")\n`)).toEqual(["secret"]);
  expect(labels("tests/test_app.py", `TEST_TOKEN = "${lasting}"\n`)).toEqual(["test-data"]);
  expect(labels("src/app.py", `TEST_TOKEN = "${lasting}"\n`)).toEqual(["secret"]);
  expect(labels("tests/test_app.py", `LATEST_TOKEN = "${lasting}"\n`)).toEqual(["secret"]);
});

it("what a response gives for a day at most is over, wherever the text says it again; what outlives it is not", () => {
  const [token, other] = [sampleValue(40, random), sampleValue(40, random)];
  const given = `{"access_token": "${token}", "expires_in": 3599, "refresh_token": "${other}"}\n`;
  expect(labels("log/run.json", given)).toEqual(["public", "secret"]);
  expect(labels("log/run.log", `${given}Authorization: Bearer ${token}\n`)).toEqual(["public", "secret", "public"]);
  expect(labels("log/run.log", `GET /cb#access_token=${token}&expires_in=3600&x=1\nAuthorization: Bearer ${token}\n`)).not.toContain("secret");
  expect(labels("log/run.json", given.replace("3599", "864000"))).toEqual(["secret", "secret"]);
  expect(labels("log/run.json", `{"access_token": "${token}"}, {"expires_in": 3599}\n`)).toEqual(["secret"]);
});

it("a value in a comment of which a tool makes pages is an example; in any other comment it is none", () => {
  const value = sampleValue(32, random);
  expect(labels("client.go", `// SetFormData sets it.\n//\n//\t"access_token": "${value}",\nfunc (c *C) Set() {}\n`)).toEqual(["example"]);
  expect(labels("client.go", `//\t"access_token": "${value}",\n\tx := 1\n`)).toEqual(["secret"]);
  expect(labels("client.rs", `/// access_token: "${value}"\nfn set() {}\n`)).toEqual(["example"]);
  expect(labels("Client.java", `/**\n * access_token = "${value}"\n */\nvoid set() {}\n`)).toEqual(["example"]);
  expect(labels("Client.java", `/*\n * access_token = "${value}"\n */\nvoid set() {}\n`)).toEqual(["secret"]);
  expect(labels("Client.java", `// access_token = "${value}"\n`)).toEqual(["secret"]);
});

it("what decodes to letters alone was typed, a session's password of ICE is none, a manual is a document", () => {
  const typed = Buffer.from("slkfjhadslfkjahdslkfjahsldkfjhal").toString("base64");
  expect(labels("src/a.go", `"Authorization": "Bearer ${typed}"\n`)).toEqual(["placeholder"]);
  expect(labels("src/a.yml", `a=ice-pwd:${sampleValue(32, random)}\n`)).toEqual([]);
  const value = sampleValue(28, random);
  expect(labels("tool.1", `tool --ftp-pass=${value}\n`)).toEqual(["example"]);
  expect(labels("app.log.1", `tool --ftp-pass=${value}\n`)).toEqual(["secret"]);
});

it("a key of a test whose name is made of words for keys alone is a test's; one that names a use is none", () => {
  const header = ["-----BEGIN PRIVATE", "KEY-----"].join(" ");
  const footer = header.replace("BEGIN", "END");
  const der = Buffer.concat([Buffer.from([0x30, 0x81, 0xa0]), Buffer.from(Array.from({ length: 160 }, () => Math.floor(random() * 256)))]).toString("base64");
  const key = `${header}\n${der.match(/.{1,64}/g)?.join("\n") ?? ""}\n${footer}\n`;
  for (const path of ["lib/tests/tls-key-cert.pem", "src/__tests__/stop/fixture.key", "tests/tests_key2.pem"])
    expect([path, ...labels(path, key)]).toEqual([path, "test-data"]);
  // A name that would be read in very many ways.
  expect(labels(`lib/tests/${"key-".repeat(50)}!.pem`, key)).toHaveLength(1);
  for (const path of ["lib/tests/deploy-key.pem", "tests/prod-tls.pem", "lib/tls-key-cert.pem"]) expect([path, ...labels(path, key)]).toEqual([path, "secret"]);
});

it("a line of an encoded file is no token; a token among others of its length is one", () => {
  const [token, other, next] = [tokenOf("dropbox-long-lived-token"), tokenOf("dropbox-long-lived-token"), tokenOf("dropbox-long-lived-token")];
  const line = (): string => sampleValue(token.length, random).replace("a", "-");
  expect(token.length).toBeGreaterThan(60);
  expect(labels("data/message.txt", `${line()}\n${line()}\n${token}\n${line()}\n`)).toEqual([]);
  expect(labels("data/tokens.txt", `${other}\n${next}\n${token}\n${other}\n`)).toEqual(["secret", "secret", "secret", "secret"]);
  expect(labels("data/tokens.txt", `${line()}\n\n${token}\n${line()}\n`)).toEqual(["secret"]);
  const plain = tokenOf("anthropic-api-key");
  const beside = sampleValue(plain.length, random);
  expect(labels("data/message.txt", `${beside}\n${beside}\n${plain}\n${beside}\n`)).toContain("secret");
});

it("what Windows encrypted to a machine's key, and an id whose last group somebody typed, are none", () => {
  const head = Buffer.from("010200000e66000000a40000", "hex").toString("base64");
  expect(labels("src/host.config", `<add sessionKey="${head}${sampleValue(128, random)}" />\n`)).toEqual(["placeholder"]);
  expect(labels("config/i18n.yml", '#   deepl_api_key: "48E92789-57A3-466A-9959-1A1A1A1A1A1A"\n')).toEqual(["placeholder"]);
  expect(labels("config/i18n.yml", 'deepl_api_key: "48E92789-57A3-466A-9959-1A7F30C8B21D"\n')).toEqual(["secret"]);
});
