// Tests of what stands around a value without a vendor's form: one plain sign makes a note of it, two weak ones do, and one weak one does not.
import { memoryRepo } from "@caio/testing";
import { expect, it } from "vitest";
import { secretScan } from "../check.js";
import { providers, type Provider } from "../providers/index.js";
import { randomFrom, samplePrivateKey, sampleToken, sampleValue } from "../samples/sample.js";
import { scanBytes } from "../scan.js";

const random = randomFrom(41);
const value = sampleValue(40, random);
const other = sampleValue(40, random);
const key = samplePrivateKey();
const labels = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ label }) => label);
const reasons = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ reason }) => reason);
const hex = (length: number): string => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
const ids = Array.from({ length: 4 }, () => [8, 4, 4, 4, 12].map(hex).join("-"));
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
  ["src/a.zig", `fn f() void {}\ntest "login" {\n    const api_secret = "${value}";\n}\n`, "test-data"],
  ["src/a.zig", `test "login" {\n}\nconst api_secret = "${value}";\n`, "secret"],
  ["src/a.ts", `if (import.meta.vitest) {\n  const apiSecret = "${value}";\n}\n`, "test-data"],
  ["src/a.ts", `if (import.meta.vitest) {\n}\nconst apiSecret = "${value}";\n`, "secret"],
  ["src/lib.rs", `mod a {\n    #[tokio::test]\n    async fn login() {\n        let api_secret = "${value}";\n    }\n}\n`, "test-data"],
  ["src/lib.rs", `mod a {\n    #[tokio::test]\n    async fn login() {\n    }\n    const API_SECRET: &str = "${value}";\n}\n`, "secret"],
  // A script that starts servers on this machine alone; one of them elsewhere, and a vendor's token, are none.
  ["scripts/start.sh", `SECRET="${value}"\n./bin/agent -bind=127.0.0.$I -rpc-addr=127.0.0.1:$P -encrypt=$SECRET &\n`, "test-data"],
  ["scripts/start.sh", `SECRET="${value}"\n./bin/agent -bind=127.0.0.1 -rpc-addr=10.1.7.3:$P -encrypt=$SECRET &\n`, "secret"],
  ["scripts/start.sh", `API_TOKEN="${value}"\n./bin/agent -bind=127.0.0.1 -token=$API_TOKEN &\n`, "secret"],
  ["src/start.py", `SECRET="${value}"\nrun("agent -bind=127.0.0.1")\n`, "secret"],
  // Containers: one that takes everybody's password, for the application's own key; what a service is, is said by the file.
  [
    "scripts/compose/portal.yml",
    `services:\n  db:\n    image: postgres\n    environment:\n      POSTGRES_PASSWORD: postgres\n  web:\n    build: .\n    environment:\n      SECRET_KEY_BASE: "${value}"\n`,
    "test-data",
  ],
  [
    "scripts/compose/portal.yml",
    `services:\n  db:\n    image: postgres\n    environment:\n      POSTGRES_PASSWORD: \${DB_PASSWORD}\n  web:\n    build: .\n    environment:\n      SECRET_KEY_BASE: "${value}"\n`,
    "secret",
  ],
  [
    "scripts/compose/portal.yml",
    `services:\n  db:\n    image: postgres\n    environment:\n      POSTGRES_PASSWORD: postgres\n  web:\n    build: .\n    environment:\n      SHOP_API_TOKEN: "${value}"\n`,
    "secret",
  ],
  [
    "scripts/compose/relay.yml",
    `services:\n  relay:\n    environment:\n      RELAY_TOKEN: "${value}"\n      URL: ws://portal:8081\n    image: relay\n`,
    "test-data",
  ],
  [
    "scripts/compose/relay.yml",
    `services:\n  relay:\n    environment:\n      RELAY_TOKEN: "${value}"\n      URL: wss://portal.shop.io\n    image: relay\n`,
    "secret",
  ],
  // A list of identifiers; an application's ids beside its secret are none, nor are few.
  [
    "src/keys.ts",
    `  Anchor = "${ids[0]}",\n  OnePassword = "${uuid}",\n  Compass = "${ids[1]}",\n  Harbour = "${ids[2]}",\n  Lantern = "${ids[3]}",\n`,
    "public",
  ],
  [
    "src/keys.ts",
    `  clientId = "${ids[0]}",\n  clientSecret = "${uuid}",\n  tenantId = "${ids[1]}",\n  subscription = "${ids[2]}",\n  objectId = "${ids[3]}",\n`,
    "secret",
  ],
  ["src/keys.ts", `  Anchor = "${ids[0]}",\n  appPassword = "${uuid}",\n`, "secret"],
  // A text in a text that describes; a setting of the same form is none.
  [
    "src/Api.java",
    `@Operation(summary = "Provision",\n    description = "Takes this: " +\n        "  \\"deviceSecret\\": \\"${value}\\"\\n" +\n        "}")\n`,
    "example",
  ],
  ["src/Api.java", `String body = "{" +\n        "  \\"deviceSecret\\": \\"${value}\\"\\n" +\n        "}";\n`, "secret"],
  ["src/Api.java", `String MQTT = "{\\"deviceSecret\\":\\"${value}\\"}";\nString MQTT_DESCRIPTION =\n    "{" +\n    "value: " + MQTT + "}";\n`, "example"],
  ["src/Api.java", `String MQTT = "{\\"deviceSecret\\":\\"${value}\\"}";\nString body =\n    "{" +\n    "value: " + MQTT + "}";\n`, "secret"],
  ["src/a.tf", `description = "the password is"\napp_secret = "${value}"\n`, "secret"],
  // A document's block beside placeholders, and the text around it.
  ["reference.md", `Text\n\n\`\`\`python\nlogin(\n    token="YOUR_TOKEN",\n    client_secret="${value}",\n)\n\`\`\`\n`, "example"],
  ["reference.md", `Text\n\n\`\`\`python\npay(payment_id="payment_id", client_secret="${value}")\n\`\`\`\n`, "example"],
  ["reference.md", `Text\n\n\`\`\`python\nlogin(\n    user="anna",\n    client_secret="${value}",\n)\n\`\`\`\n`, "secret"],
  ["reference.md", `\`\`\`python\nlogin(token="YOUR_TOKEN")\n\`\`\`\nclient_secret="${value}"\n`, "secret"],
  ["src/login.py", `a = """\n\`\`\`\n"""\nlogin(token="YOUR_TOKEN", client_secret="${value}")\n`, "secret"],
  // Comments that are made into pages.
  ["scripts/options.zeek", `##! It prints:\n##!     {"public":"a","secret":"${value}"}\n`, "example"],
  ["scripts/options.zeek", `const client_secret = "${value}";\n`, "secret"],
  ["scripts/options.sh", `## client_secret: "${value}"\n`, "secret"],
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
  expect(found.length > 1 ? found.filter((one) => one !== "placeholder" && (one !== "example" || label === "example")) : found).toEqual([label]);
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

it("a word and a number in a test is a vendor's key where the test names the vendor", () => {
  const digest = hex(32);
  expect(labels("tests/CacheTest.php", `assertEquals('key-${digest}', id());\n`)).toEqual(["test-data"]);
  expect(labels("tests/CacheTest.php", `$mailgun = new Mail('key-${digest}');\n`)).toEqual(["secret"]);
  expect(labels("src/Cache.php", `send('key-${digest}');\n`)).toEqual(["secret"]);
});

it("Firebase's settings are every page's, also far from their id and as Android's resources", () => {
  const google = sampleToken(providers.find(({ id }) => id === "google-api-key") as Provider, random);
  const clients = '{ "client_id": "7-a.apps.googleusercontent.com" },\n'.repeat(40);
  const services = (id: string): string => `{ "client": [ { "${id}": "a" },\n${clients} { "api_key": [ { "current_key": "${google}" } ] } ] }\n`;
  expect(labels("app/google-services.json", services("mobilesdk_app_id"))).toEqual(["public"]);
  expect(labels("app/google-services.json", services("app"))).toEqual(["secret"]);
  expect(
    labels(
      "res/values/setup.xml",
      `<string name="google_api_key">${google}</string>\n<string name="google_app_id">1:104857600123:android:0123abcd4567ef89</string>\n`,
    ),
  ).toEqual(["public"]);
  expect(labels("res/values/setup.xml", `<string name="google_api_key">${google}</string>\n`)).toEqual(["secret"]);
});

it("an application's own key is an example where the settings for production beside it take it from the environment", async () => {
  const errors = async (files: Record<string, string>): Promise<string[]> => {
    const found: string[] = [];
    for await (const { at } of secretScan.run(memoryRepo(files))) found.push(at.path);
    return found;
  };
  const base = `config :shop, secret_key_base: "${value}"\n`;
  expect(await errors({ "config/config.exs": base })).toEqual(["config/config.exs"]);
  expect(await errors({ "config/config.exs": base, "config/runtime.exs": 'secret_key_base: System.fetch_env!("SECRET")\n' })).toEqual([]);
  expect(await errors({ "config/config.exs": base, "config/runtime.exs": "secret_key_base: env_var_to_config!(:secret_key_base)\n" })).toEqual([]);
  const handedOn = 'secret_key_base =\n  System.get_env("SECRET") || raise "none"\nconfig :shop, secret_key_base: secret_key_base\n';
  expect(await errors({ "config/config.exs": base, "config/runtime.exs": handedOn })).toEqual([]);
  expect(await errors({ "config/config.exs": base, "config/runtime.exs": handedOn.replace("System.get_env", "read_file") })).toEqual(["config/config.exs"]);
  expect(await errors({ "config/config.exs": base, "other/runtime.exs": 'secret_key_base: System.fetch_env!("SECRET")\n' })).toEqual(["config/config.exs"]);
  expect(await errors({ "config/config.exs": base, "config/runtime.exs": 'token: System.fetch_env!("SECRET")\n' })).toEqual(["config/config.exs"]);
  expect(await errors({ "config/prod.exs": base, "config/runtime.exs": 'secret_key_base: System.fetch_env!("SECRET")\n' })).toEqual(["config/prod.exs"]);
  const python = `SECRET_KEY = "${value}"\nSHOP_API_TOKEN = "${other}"\n`;
  const production = 'SECRET_KEY = os.environ["SECRET_KEY"]\nSHOP_API_TOKEN = os.environ["SHOP_API_TOKEN"]\n';
  expect(await errors({ "settings/base.py": python })).toEqual(["settings/base.py", "settings/base.py"]);
  // A token that somebody gave out opens what it opened.
  expect(await errors({ "settings/base.py": python, "settings/production.py": production })).toEqual(["settings/base.py"]);
});

it("very many values on one line are judged in linear time", { timeout: 120_000 }, () => {
  const text = Buffer.from(`# http://localhost/\n${`token = "${value}";`.repeat(20_000)}`);
  const started = process.cpuUsage().user;
  scanBytes("config/app.yaml", text);
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(7);
});
