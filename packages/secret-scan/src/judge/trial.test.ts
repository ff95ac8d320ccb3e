// Tests of what stands around a value without a vendor's form: one plain sign makes a note of it, two weak ones do, and one weak one does not.
import { expect, it } from "vitest";
import { randomFrom, samplePrivateKey, sampleValue } from "../samples/sample.js";
import { scanBytes } from "../scan.js";

const random = randomFrom(41);
const value = sampleValue(40, random);
const other = sampleValue(40, random);
const key = samplePrivateKey();
const labels = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ label }) => label);
const reasons = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ reason }) => reason);
const uuid = "6d1c17a7-c736-4e22-b02c-e2955b7ecc64";

it.each([
  // Development and a key of the application's own; either alone is none.
  ["config/dev.exs", `secret_key_base: "${value}"\n`, "test-data"],
  ["config/prod.exs", `secret_key_base: "${value}"\n`, "secret"],
  ["config/dev.exs", `api_token: "${value}"\n`, "secret"],
  // Local addresses and a key of the application's own, or a value that stands twice.
  ["deploy/proxy.cfg", `cookie_secret="${value}"\nredirect_url="http://localhost:4180/cb"\n`, "test-data"],
  ["deploy/proxy.cfg", `cookie_secret="${value}"\nredirect_url="https://login.shop.io/cb"\n`, "secret"],
  ["deploy/proxy.cfg", `client_secret="${value}"\nredirect_url="http://localhost:4180/cb"\n`, "secret"],
  // Development and local addresses.
  ["contrib/local/proxy.cfg", `client_secret="${value}"\nredirect_url="http://keycloak:8080/cb"\n`, "test-data"],
  ["contrib/local/proxy.cfg", `client_secret="${value}"\nredirect_url="https://login.shop.io/cb"\n`, "secret"],
  // A running program's settings: an address of this machine says nothing of the others.
  [".env", `APP_URL=http://localhost\nAPP_SECRET=${value}\n`, "secret"],
  // A comment beside it.
  ["src/app.py", `# Not a real key.\nAPI_SECRET = "${value}"\n`, "test-data"],
  ["src/app.py", `API_SECRET = "${value}"  # test fixture\n`, "test-data"],
  ["src/app.py", `# Keep the key that is used in production secret!\nAPI_SECRET = "${value}"\n`, "secret"],
  ["src/app.py", `# Not a real key.\n\nAPI_SECRET = "${value}"\n`, "secret"],
  [
    "src/check.ts",
    `// token is randomly generated and not real\nconst token = "github_pat_${sampleValue(22, random)}_${sampleValue(59, random)}"\n`,
    "example",
  ],
  ["src/check.ts", `// The token for production\nconst token = "github_pat_${sampleValue(22, random)}_${sampleValue(59, random)}"\n`, "secret"],
  ["migrations/V1.php", "$tokens->addUniqueIndex(['token'], 'UNIQ_6FB0DB1E5F37A13B');\n", "placeholder"],
  // A name that says that it is none, of a vendor's form or not.
  ["src/login.go", `const defaultClientNotSoSecret = "${value}"\n`, "public"],
  ["src/login.go", `const defaultClientSecret = "${value}"\n`, "secret"],
  ["src/login.go", `var notASecret = "GOCSPX-${sampleValue(28, random)}"\n`, "public"],
  ["src/login.go", `var googleSecret = "GOCSPX-${sampleValue(28, random)}"\n`, "secret"],
  ["src/login.go", `var knotSecret = "GOCSPX-${sampleValue(28, random)}"\n`, "secret"],
  // Settings of what runs the tests; the application's own key where the addresses are local ones; a mark of who translates.
  ["phpunit.xml", `<php>\n  <env name="APP_KEY" value="${value}"/>\n</php>\n`, "test-data"],
  ["tox.ini", `[testenv]\nsetenv =\n    API_SECRET = ${value}\n`, "test-data"],
  ["config.xml", `<php>\n  <env name="APP_KEY" value="${value}"/>\n</php>\n`, "secret"],
  [".env.dev.docker", `APP_KEY=${value}\n`, "test-data"],
  ["lang/aa.php", "'api_token' => 'crwdns12312:0crwdne12312:0',\n", "placeholder"],
  // A seed, and what follows it in the statement.
  ["database/seeds/02.ts", `const apiToken = "${value}";\ninsert({ label: "Local Test User" });\n`, "test-data"],
  ["database/seeds/02.ts", `const apiToken = "${value}";\ninsert({ label: "Shop" });\n`, "secret"],
  ["database/02.ts", `const apiToken = "${value}";\ninsert({ label: "Local Test User" });\n`, "secret"],
  ["src/encode.cs", 'var filterToken = "vpp_rkrga=format=bgra:afbc=1";\n', "placeholder"],
  // A container that the file starts, in a place of trials.
  [".ci/docker-compose-sql.yaml", `services:\n  sql:\n    image: mssql\n    environment:\n      SA_TOKEN: "${value}"\n`, "test-data"],
  ["deploy/docker-compose-sql.yaml", `services:\n  sql:\n    image: mssql\n    environment:\n      SA_TOKEN: "${value}"\n`, "secret"],
  // What a shell's program says of itself.
  ["hack/registry", `usage="Usage: $ME\n\n    APP_PASS=\\"T8JVJzKrcl4p6uT\\"\n"\n`, "example"],
  ["hack/registry", `usage="Usage: $ME"\nAPP_PASS="T8JVJzKrcl4p6uT"\n`, "secret"],
  // Percent-encoded words; the next variable of a list; a piece of longer base64.
  ["src/client.erl", 'parse("amqp://fr%2Fed:pa%2Fssw@my_proxy.shop.io:9876")\n', "example"],
  ["src/client.erl", `parse("amqp://fred:${sampleValue(20, random)}@my_proxy.shop.io:9876")\n`, "secret"],
  ["cmd/main.go", 'var names = []string{\n\t"SFP_ATLAS_PASSWORD",\n\t"SFP_ATLAS_X509_URI",\n}\n', "placeholder"],
  // A record that a comment shows; what Cirrus encrypted.
  ["idp/lark.go", `// GetToken\n/*\n{\n    "access_token": "${value}"\n}\n*/\n`, "example"],
  ["idp/lark.go", `/* a */\nvar a = map[string]string{\n    "access_token": "${value}",\n}\n`, "secret"],
  [".cirrus.yml", `env:\n  gcp_credentials: ENCRYPTED[a28959877b2c9c36f151781b0a05407218cda646c7d047fc]\n`, "placeholder"],
  // Its name.
  ["src/app.py", `FAKE_API_SECRET = "${value}"\n`, "test-data"],
  // The description of an interface, a page's code, a program's help.
  ["api/shop.yaml", `openapi: 3.1.0\npaths:\n  client_secret: "${value}"\n`, "example"],
  ["api/shop.yaml", `name: shop\npaths:\n  client_secret: "${value}"\n`, "secret"],
  ["web/start.html.tpl.php", `<pre><code>client_secret = "${value}"</code></pre>\n`, "example"],
  ["web/start.php", `<code>x</code>\n<?php $client_secret = "${value}";\n`, "secret"],
  ["cmd/help.go", `const tokenExample = \`shop login --api-token ${uuid}\n\`\n`, "example"],
  ["cmd/run.go", `const script = \`shop login --api-token ${uuid}\n\`\n`, "secret"],
  // A program's own tests.
  ["src/lib.rs", `fn f() {}\n#[cfg(test)]\nmod tests {\n    let api_secret = "${value}";\n}\n`, "test-data"],
  ["src/lib.rs", `#[cfg(test)]\nmod tests {\n}\nfn f() { let api_secret = "${value}"; }\n`, "secret"],
  // The application's own key where the environment gives none.
  ["app/settings.py", `SECRET_KEY = os.environ.get("SECRET_KEY", "${value}")\n`, "example"],
  ["app/settings.py", `SHOP_API_TOKEN = os.environ.get("SHOP_API_TOKEN", "${value}")\n`, "secret"],
  ["Jenkinsfile", `GITHUB_TOKEN=credentials('${uuid}')\n`, "placeholder"],
  ["src/a.py", "API_TOKEN = 'laksdjflkasjfwj92jfslj2qu0-9apsoifjk'\n", "placeholder"],
  ["root/defaults/dns.ini", `# Replace with your values\ndns_api_key = ${uuid}\n`, "test-data"],
  ["etc/dns.ini", `# Replace with your values\ndns_api_key = ${uuid}\n`, "secret"],
  ["cmd/alias.go", `CustomHelpTemplate: \`NAME:\n  "secretKey": "${value}"\n\``, "example"],
  [".env", "APP_SECRET=ch4n63m31fy0uc4n\n", "placeholder"],
  ["docs/install/settings.yaml", `secret-key: ${value}\n`, "test-data"],
  ["docs/install/settings.yaml", `api-token: ${value}\n`, "secret"],
  ["src/flow.go", `\t// This value is safe to be embedded in version control\n\toauthClientSecret = "${value}"\n`, "public"],
  ["src/flow.go", `\t// This value is kept safe\n\toauthClientSecret = "${value}"\n`, "secret"],
  ["src/flow.go", `\t// This value is intentionally secret, and is not public\n\toauthClientSecret = "${value}"\n`, "secret"],
  ["plugins/genpass", `# Example password: ${value}\n`, "example"],
  [
    "ci/cloudbuild.yaml",
    `secrets:\n- kmsKeyName: projects/shop/locations/global/keyRings/a/cryptoKeys/b\n  secretEnv:\n    GITHUB_TOKEN: "${value}"\n`,
    "placeholder",
  ],
  ["ci/cloudbuild.yaml", `env:\n    GITHUB_TOKEN: "${value}"\n`, "secret"],
  ["src/a.R", `token <- secret_decrypt("${value}", "KEY")\n`, "placeholder"],
])("%s: %s", (path, text, label) => {
  const found = labels(path, text);
  // Of a look-up the name that it asks for is a candidate too.
  expect(found.length > 1 ? found.filter((one) => one !== "placeholder") : found).toEqual([label]);
});

it("a value that a file with local addresses says twice is of a trial", () => {
  const compose = (host: string): string => `  GOTRUE_CLIENT_SECRET: '${value}'\n  URL: http://${host}:9999\n  GOTRUE_CLIENT_SECRET: '${value}'\n`;
  expect(labels("infra/docker-compose.yml", compose("localhost"))).toEqual(["test-data", "test-data"]);
  expect(labels("infra/docker-compose.yml", compose("auth.shop.io"))).toEqual(["secret", "secret"]);
  expect(reasons("infra/docker-compose.yml", compose("localhost"))[0]).toContain("local");
});

it("a key that development's settings name as their own is of a trial; one that a deployment has is none", () => {
  expect(labels("config/dev.exs", `jwt_signing_key: """\n${key}"""\n`)).toEqual(["test-data"]);
  expect(labels("config/prod.exs", `jwt_signing_key: """\n${key}"""\n`)).toEqual(["secret"]);
  expect(labels("config/dev.exs", `github_app: """\n${key}"""\n`)).toEqual(["secret"]);
  expect(labels("src/keys.rs", `const TEST_FAKE_KEY_1: &str = "${key}";\n`)).toEqual(["test-data"]);
});

it("forms that no secret has: a word in escapes, few bytes, a fingerprint, a public key, the next member's name", () => {
  expect(labels("intl/de.json", String.raw`{"PW": "\u1353\u120b\u12cd"}`)).not.toContain("secret");
  expect(labels("src/a.h", String.raw`#define Alg_Token "\xC1\xD3\xC7\xC4\xF0\xF1\xF0\xF0"`)).not.toContain("secret");
  expect(labels("Dockerfile", "ENV GPG_KEYS=A0D6EEA1DCAE49A635A3B2F0779B22DFB3E717B7\n")).not.toContain("secret");
  expect(labels("src/names.json", `{\n  "${uuid}": "Shop Security Token",\n  "89b19028-256b-4025-8872-255358d950e4": "Shop Key"\n}\n`)).not.toContain("secret");
  expect(labels("src/encode.cs", 'var filterFirstPass = "vpp_rkrga=format=bgra:afbc=1";\n')).toEqual([]);
  expect(labels("src/a.json", `{"api_token": "${other}", "x": 1}`)).toEqual(["secret"]);
});

it("a hash whose dollars are escaped, and a claim of NATS without its seed", () => {
  const hash = String.raw`\$5\$6fc35c3b0c7d4633\$27fca7574f9b79d0cb93ae03e45379470cbbdfcacdd6401f97ebc620f31f3a1`;
  expect(labels("turn/setup.sh", `db.insert({ name: 'a', password: '${hash}' })\n`)).toEqual(["hash"]);
  const part = (claim: object): string => Buffer.from(JSON.stringify(claim)).toString("base64url");
  const claim = (nats: object): string =>
    `${part({ typ: "JWT", alg: "ed25519-nkey" })}.${part({ iss: "OAB", name: "shop", nats })}.${Buffer.from(value + other).toString("base64url")}`;
  expect(labels("conf/js.conf", `A: "${claim({ limits: {} })}"\n`)).toEqual(["public"]);
  expect(labels("conf/js.conf", `A: "${claim({ bearer_token: true })}"\n`)).toEqual(["secret"]);
});

it("very many values on one line are judged in linear time", { timeout: 120_000 }, () => {
  const text = Buffer.from(`# http://localhost/\n${`token = "${value}";`.repeat(20_000)}`);
  const started = process.cpuUsage().user;
  scanBytes("config/app.yaml", text);
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(7);
});
