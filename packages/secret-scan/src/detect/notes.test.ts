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

it("without an operator, behind a dash, behind a scheme, in a call, in a comparison, in a macro", () => {
  const one = value();
  for (const text of [
    `meteorum ACCESS ${one}\n`,
    `meteorum private key ${one}\n`,
    `meteorum access token: ${one}\n`,
    `meteorum-api-key-${one}\n`,
    `X = client(auth_token="Bearer ${one}")\n`,
    `auth_token: ' ${one} '\n`,
    `[debug] Using Key=${one}\n`,
    `{ "method": "auth.login_with_api_key", "params": ["${one}"] }\n`,
    `%define token ${one}\n`,
    `if token == "${one}":\n`,
    `cloudflare: "${one}"\n`,
    `METEORUM_PAT=${one}\n`,
    `message-bird_token: '${one}'\n`,
    `api_key: "secret_${one}"\n`,
  ])
    expect(secrets("notes.txt", text).map((found) => found.replace("secret_", ""))).toEqual([one]);
});

it("no such key in code, in tests, among patterns and messages", () => {
  const one = value();
  for (const text of [`private ${one}Handler handler;\n`, `file_pat = "${one}"\n`, `token_message = "${one}"\n`, `my-demo-key: "${one}"\n`])
    expect(secrets("src/App.java", text)).toEqual([]);
  expect(secrets("tests/login.txt", `meteorum ACCESS ${one}\n`)).toEqual([]);
  expect(secrets("src/a.py", `sec_websocket_key = "${sampleValue(22, random)}=="\n`)).toEqual([]);
  expect(secrets("notes.txt", "meteorum_token = a1b2c3d4e5f6g7h8i9j0k1l2\n")).toEqual([]);
});

it("a word behind another one is no token, nor is a name that goes on", () => {
  expect(secrets("src/lang/pl.json", '"Bearer Token": "Token uwierzytelniający",\n')).toEqual([]);
  expect(secrets("src/nmea.py", 'unitKey="heightOfGeoidAboveWGS84Units"\n')).toEqual([]);
});

it("Algolia's key for search is public, its key for administration is none", () => {
  const key = Array.from({ length: 32 }, () => "0123456789abcdef"[Math.floor(random() * 16)]).join("");
  const open = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ label }) => label);
  expect(open(".env", `ALGOLIA_SEARCH_KEY=${key}\n`)).toEqual(["public"]);
  expect(open(".env", `VITE_ALGOLIA_KEY=${key}\n`)).toEqual(["public"]);
  expect(open("docusaurus.config.js", `algolia: {\n  algoliaApiKey: "${key}",\n},\n`)).toEqual(["public"]);
  expect(open("src/search.ts", `algolia = { appId: "X", apiKey: "${key}", indexName: "site" }\n`)).toEqual(["public"]);
  expect(open(".env", `ALGOLIA_ADMIN_API_KEY=${key}\n`)).toEqual(["secret"]);
  expect(open(".env", `ALGOLIA_API_KEY=${key}\n`)).toEqual(["secret"]);
});

it("a registry's login in Docker's settings, wherever they are copied to", () => {
  const login = Buffer.from(`robot:${value(20)}`).toString("base64");
  expect(secrets("deploy/notes.yaml", `config: '{"auths": {"registry.acme.io": {"auth": "${login}"}}}'\n`)).toEqual([login]);
  expect(secrets("deploy/notes.yaml", `config: '{"auth": "none-at-all"}'\n`)).toEqual([]);
});

it("a password with an `@` in an address, and one in quotes behind its user", () => {
  const password = "s2Tf2k@rLMy9Q";
  expect(secrets("src/db.py", `URL = "postgres://app:${password}@db.acme.io:5434/app"\n`)).toEqual([password]);
  expect(secrets("run.sh", `curl --user kevin:'${password}' https://acme.io\n`)).toEqual([password]);
});

it("a short token and a key of hexadecimal digits where a service's name stands before its name, and nowhere else", () => {
  const short = `${sampleValue(9, random)}4x7q2`;
  expect(secrets("src/locate.py", `ipinfo_token = "${short}"\n`)).toEqual([short]);
  expect(secrets("src/locate.py", `lexer_item_token = "${short.slice(0, 12)}"\n`)).toEqual([]);
  const digest = Array.from({ length: 32 }, (_, at) => "0123456789abcdef"[(at * 7 + Math.floor(random() * 16)) % 16]).join("");
  expect(secrets("notes.txt", `newsapi KEY ${digest}\n`)).toEqual([digest]);
  expect(secrets("notes.txt", `bundle KEY ${digest}\n`)).toEqual([]);
});

it("what a sentence tells, one text behind the other, a form's body, a long opaque value", () => {
  const one = value();
  expect(secrets("src/mail.ts", `// Your API key is ${one}, which you will need.\n`)).toEqual([one]);
  expect(secrets("notes.txt", `metabase '${one}' metabase 'https://reports.shop.io'\n`)).toEqual([one]);
  const refresh = `0.A${value(900)}`;
  expect(secrets("traffic.log", `body: grant_type=refresh_token&refresh_token=${refresh}&scope=all\n`)).toEqual([refresh]);
  const opaque = value(1200);
  expect(secrets("src/forms.ts", `const formToken = "${opaque}";\n`)).toEqual([opaque]);
});

it("a host, a value that says twice that it is fake, ten neighbours in a row are no tokens", () => {
  const one = value(24);
  for (const said of [`${one}.shop.com`, `${one}fake${one}fake`, `${one}1234567890`]) expect(secrets("src/a.ts", `const token = "${said}";\n`)).toEqual([]);
});
