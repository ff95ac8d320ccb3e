// The scan on what people write: what is a secret, what only looks like one, and what must not hang it.
import { describe, expect, it, vi } from "vitest";
import { maskText, maskValue, rememberSecret } from "./mask.js";
import { providers } from "./providers/index.js";
import { shapeKeywords } from "./providers/shape.js";
import { randomFrom, samplePrivateKey, sampleToken, sampleValue } from "./samples/sample.js";
import { scanBytes } from "./scan.js";

const random = randomFrom(11);
const value = (length = 32): string => sampleValue(length, random);
const token = (id: string): string => {
  const provider = providers.find((one) => one.id === id);
  if (provider === undefined) throw new Error(id);
  return sampleToken(provider, random);
};
const secrets = (path: string, text: string): string[] =>
  scanBytes(path, Buffer.from(text))
    .filter(({ label }) => label === "secret")
    .map((one) => one.value);
const labels = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ label }) => label);

it("a token of two vendors' forms is the one's whose prefix is longer", () => {
  // 29 characters after `sk_` are Freemius' form too.
  const key = token("stripe-secret-key").slice(0, 8) + value(24);
  expect(scanBytes(".env", Buffer.from(`STRIPE_SECRET_KEY=${key}\n`)).map(({ title }) => title)).toEqual(["Stripe secret key"]);
});

it.each(["([A-Za-z0-9+/=]{20,400})", "[0-9a-f]+-Qz8", "(?:kR7vQ2xL9mT4)", "\\\\w{20}kR7v"])("a regular expression is no secret: %s", (pattern) => {
  expect(labels("src/forms.ts", `const form = /\\spassword="${pattern}"/g;\n`)).not.toContain("secret");
});

describe("an assignment of a random value is found", () => {
  it.each([
    ["app/settings.py", (v: string) => `API_SECRET = "${v}"`],
    ["app/settings.py", (v: string) => `client = Client(api_key='${v}')`],
    ["app/settings.py", (v: string) => `config["secret_key"] = "${v}"`],
    ["app/settings.py", (v: string) => `api_token: str = "${v}"`],
    ["src/config.ts", (v: string) => `const config = { clientSecret: "${v}" };`],
    ["src/config.ts", (v: string) => `const authToken: string = \`${v}\`;`],
    ["src/Main.java", (v: string) => `private static final String API_KEY = "${v}";`],
    ["main.go", (v: string) => `apiKey := "${v}"`],
    ["config.json", (v: string) => `{ "access_token": "${v}" }`],
    ["config.yaml", (v: string) => `auth:\n  client_secret: ${v}\n`],
    [".env", (v: string) => `SESSION_SECRET=${v}\n`],
    [".env", (v: string) => `export API_KEY="${v}"\n`],
    ["config.ini", (v: string) => `[smtp]\npassword = ${v}\n`],
    ["terraform.tf", (v: string) => `  secret_key = "${v}"`],
    ["web.config", (v: string) => `<add key="ApiKey" value="${v}" />`],
    ["settings.xml", (v: string) => `<server><password>${v}</password></server>`],
    ["run.sh", (v: string) => `curl --token ${v} https://shop.io`],
    ["index.php", (v: string) => `define('AUTH_KEY', '${v}');`],
    ["app.rb", (v: string) => `config.secret_key_base = '${v}'`],
    ["deploy.yaml", (v: string) => `- name: DB_PASSWORD\n  value: "${v}"\n`],
    ["a.cs", (v: string) => `var json = "{\\"api_key\\": \\"${v}\\"}";`],
    ["Dockerfile", (v: string) => `ENV API_KEY=${v}\n`],
    ["a.properties", (v: string) => `spring.datasource.password=${v}\n`],
    ["src/lib.rs", (v: string) => `const API_KEY: &str = "${v}";`],
    ["src/lib.rs", (v: string) => `static API_KEY: &'static str = "${v}";`],
    ["app.rb", (v: string) => `@api_key ||= "${v}"`],
    ["app.rb", (v: string) => `key = ENV.fetch("API_KEY", "${v}")`],
    ["src/config.h", (v: string) => `#define API_KEY "${v}"`],
    ["src/config.ts", (v: string) => `const key = process.env.API_KEY || "${v}";`],
    ["src/config.ts", (v: string) => `const key = process.env["API_KEY"] ?? '${v}';`],
    ["app/settings.py", (v: string) => `SECRET_KEY = os.environ.get("SECRET_KEY") or "${v}"`],
    ["app/settings.py", (v: string) => `TOKEN = os.getenv("API_TOKEN", "${v}")`],
    ["main.go", (v: string) => `const (\n\tapiKey = "${v}"\n)`],
    ["main.go", (v: string) => `const apiKey string = "${v}"`],
    ["main.go", (v: string) => `var secret = []byte("${v}")`],
    ["Makefile", (v: string) => `API_TOKEN ::= ${v}\nAPI_SECRET ?= ${v}2`.split("\n")[0] ?? ""],
    ["config.yaml", (v: string) => `db: {user: app, password: ${v}}\n`],
    ["config.yaml", (v: string) => `password: !!str ${v}\n`],
    ["config.yaml", (v: string) => `client_secret: |-\n  ${v}\n`],
    ["config.yaml", (v: string) => `client_secret: >\n  ${v}\nnext: 1\n`],
    ["src/run.py", (v: string) => `os.system("PGPASSWORD=${v} psql -h db -U app")`],
    ["run.md", (v: string) => `docker run -e API_TOKEN=${v} app`],
    ["Dockerfile", (v: string) => `ENV API_TOKEN ${v}\n`],
    ["Dockerfile", (v: string) => `ARG API_TOKEN=${v}\n`],
    ["set.ps1", (v: string) => `$apiKey = '${v}'`],
    ["set.ps1", (v: string) => `Connect-Thing -User app -Password '${v}'`],
    ["set.ps1", (v: string) => `$s = ConvertTo-SecureString "${v}" -AsPlainText -Force`],
    ["web.xml", (v: string) => `<datasource user="app" password="${v}"/>`],
    ["strings.xml", (v: string) => `<string name="api_secret">${v}</string>`],
    ["main.tf", (v: string) => `resource "x" "y" {\n  master_password = "${v}"\n}`],
    ["notes.ipynb", (v: string) => `{ "source": ["api_key = \\"${v}\\"\\n"] }`],
    ["schema.sql", (v: string) => `CREATE USER app IDENTIFIED BY '${v}';`],
    ["schema.sql", (v: string) => `CREATE ROLE app WITH LOGIN PASSWORD '${v}';`],
    ["schema.sql", (v: string) => `CREATE LOGIN app WITH PASSWORD = N'${v}';`],
    ["schema.sql", (v: string) => `SET PASSWORD FOR 'app'@'%' = PASSWORD('${v}');`],
    ["run.sh", (v: string) => `mysql -u app -p${v} orders < a.sql`],
    ["run.sh", (v: string) => `redis-cli -h db -a ${v} ping`],
    ["run.sh", (v: string) => `keytool -genkey -storepass ${v} -alias a`],
    ["run.sh", (v: string) => `curl -b 'a=1; sessionid=${v}' -H 'Cookie: theme=dark; sessionid=${v}' https://shop.io`],
    ["ops/setup.md", (v: string) => `\`\`\`sh\nexport API_SECRET=${v}\n\`\`\`\n`],
  ])("in %s (%#)", (path, write) => {
    for (let round = 0; round < 20; round++) {
      const one = value(32);
      expect(secrets(path, write(one))).toEqual([one]);
    }
  });
});

describe("what is no secret is not reported", () => {
  it.each([
    ["README.md", "Set `OPENAI_API_KEY=sk-...` first."],
    ["README.md", "OPENAI_API_KEY=sk-your-key-here"],
    ["README.md", "OPENAI_API_KEY=sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"],
    ["README.md", "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE"],
    ["README.md", `AWS_SECRET_ACCESS_KEY=${"wJalrXUtnFEMI/K7MDENG/bPxRfiCY"}EXAMPLEKEY`],
    ["docs/a.md", "api_key: <YOUR_API_KEY>"],
    ["config.yaml", "password: ${DB_PASSWORD}"],
    ["config.yaml", "password: '{{ vault.password }}'"],
    ["config.yaml", "password: changeme123!"],
    ["src/a.py", 'password = os.environ["PASSWORD"]'],
    ["src/a.py", 'token_type = "client_credentials_grant_type"'],
    ["src/a.py", 'PASSWORD_HASHER = "django.contrib.auth.hashers.PBKDF2"'],
    ["src/a.py", 'password_hash = "$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW"'],
    ["src/a.py", 'api_key = "0123456789abcdef0123456789abcdef"'],
    ["src/a.py", 'secret_key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"'],
    ["src/a.ts", 'const nextPageToken = "CAUQAAHlV2ZVY2VydGlmaWNhdGU9MQ";'],
    ["src/a.ts", 'const publicKey = "pk9fR3mQz7Lx2Vb8Nc5Wd1Ty6";'],
    ["src/a.ts", 'const primaryKey = "q8Zr3mQz7Lx2Vb8Nc5Wd1Ty6";'],
    ["src/a.ts", 'const cacheKey = "q8Zr3mQz7Lx2Vb8Nc5Wd1Ty6";'],
    ["package-lock.json", '"integrity": "sha512-Zr3mQz7Lx2Vb8Nc5Wd1Ty6q8Zr3mQz7Lx2Vb8Nc5Wd1Ty6q8Zr3mQz7Lx2Vb8=="'],
    ["docker-compose.yml", "DATABASE_URL: postgres://postgres:postgres@db:5432/app"],
    ["README.md", "redis://user:password@localhost:6379"],
    ["src/pem.ts", 'const begin = "-----BEGIN PRIVATE KEY-----"; const end = "-----END PRIVATE KEY-----";'],
    ["docs/keys.md", "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----"],
    ["locale/de.json", '{ "password": "Passwort zurücksetzen", "token": "Zugriffsschlüssel" }'],
  ])("%s: %s", (path, text) => {
    expect(secrets(path, text)).toEqual([]);
  });
});

it("a token of a vendor's form is a secret in documents, examples and tests too", () => {
  for (const path of ["docs/guide.md", "examples/app.py", "tests/test_client.py", "README.md"]) {
    const one = token("gitlab-personal-access-token");
    expect(secrets(path, `use ${one} for it\n`)).toEqual([one]);
  }
});

it("a random value without a vendor's form is test data in a test, with its reason", () => {
  expect(labels("tests/test_client.py", `api_key = "${value()}"`)).toEqual(["test-data"]);
});

it("private keys: a real one, in a file and in a string; not a broken one", () => {
  const key = samplePrivateKey();
  expect(secrets("deploy/id_ec", key)).toEqual([key.trim()]);
  expect(secrets("src/a.ts", `const key = "${key.trim().replaceAll("\n", "\\n")}";`)).toHaveLength(1);
  expect(labels("deploy/id_ec", key.replace(/\n(.{10}).*\n/, "\n$1\n"))).toEqual(["placeholder"]);
  expect(labels("tests/certs/server.pem", key)).toEqual(["test-data"]);
  for (const path of ["test-ca/rsa-2048/inter.key", "Benchmarks/Signing.swift", "demo-setups/relay.yaml"]) expect(labels(path, key)).not.toContain("secret");
  for (const path of ["ca/rsa-2048/inter.key", "Signing/Signing.swift", "setups/relay.yaml", "demo-setups/deploy.key"])
    expect(labels(path, key)).toEqual(["secret"]);
  const comment = (tag: string): string =>
    `/**\n * Imports a key.\n *\n * ${tag}\n *\n * \`\`\`js\n * const pkcs8 = \`${key.trim().replaceAll("\n", "\n * ")}\`\n */\n`;
  expect(labels("src/import.ts", comment("@example"))).toEqual(["example"]);
  expect(labels("src/import.ts", comment("@private"))).toEqual(["secret"]);
  // An algorithm's name names nobody.
  for (const name of ["ecdh", "pgp", "x25519"]) expect(labels(`cmd/stub/${name}.key`, key)).toEqual(["test-data"]);
  expect(labels("cmd/keys/pgp.key", key)).toEqual(["secret"]);
});

it("JSON Web Tokens, by what they say of themselves", () => {
  const part = (data: unknown): string => Buffer.from(JSON.stringify(data)).toString("base64url");
  const made = (payload: unknown, alg = "HS256"): string => `${part({ alg, typ: "JWT" })}.${part(payload)}.${value(43)}`;
  const label = (path: string, one: string): string[] => labels(path, `curl -H "Authorization: Bearer ${one}"\n`);
  expect(label("deploy.sh", made({ sub: "svc-4711", aud: "api.shop.io" }))).toEqual(["secret"]);
  expect(label("deploy.sh", made({ sub: "svc-4711" }, "none"))).toEqual(["placeholder"]);
  expect(label("deploy.sh", made({ sub: "1234567890", name: "John Doe" }))).toEqual(["example"]);
  expect(label("app.ts", made({ iss: "supabase", role: "anon" }))).toEqual(["public"]);
  expect(label("tests/a.py", made({ sub: "svc-4711" }))).toEqual(["test-data"]);
  // What ended is over; a count of something else, an end to come and milliseconds say nothing.
  expect(label("deploy.sh", made({ sub: "svc-4711", exp: 1_527_768_000 }))).toEqual(["public"]);
  for (const exp of [3600, 4_102_444_800, 1_527_768_000_000, "1527768000"]) expect(label("deploy.sh", made({ sub: "svc-4711", exp }))).toEqual(["secret"]);
  expect(label("a.sh", `eyJub3QiOiJhIHRva2VuIn0.${value(20)}.${value(43)}`)).toEqual([]);
});

it("the key of a signed address, by the day on which the address ends", () => {
  const id = providers.flatMap((one) => (one.id === "aws-access-key-id" ? [sampleToken(one, random)] : []))[0] ?? "";
  const address = (date: string, seconds: string): string =>
    `https://s3.amazonaws.com/shop/a.zip?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${id}%2F20160503%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=${date}&X-Amz-Expires=${seconds}&X-Amz-Signature=0`;
  const label = (text: string): string[] => labels("a.json", `{"url": "${text}"}`);
  expect(label(address("20160503T152844Z", "300"))).toEqual(["public"]);
  expect(label(encodeURIComponent(address("20160503T152844Z", "300")))).toEqual(["public"]);
  expect(label(address("20990503T152844Z", "300"))).toEqual(["secret"]);
  expect(label(address("20160503T152844Z", "300").replace("&X-Amz-Expires=300", ""))).toEqual(["secret"]);
  expect(label(`https://shop.s3.amazonaws.com/a?AWSAccessKeyId=${id}&Expires=1462306302&Signature=b`)).toEqual(["public"]);
  expect(label(`https://shop.s3.amazonaws.com/a?AWSAccessKeyId=${id}&Expires=4102444800&Signature=b`)).toEqual(["secret"]);
  expect(label(id)).toEqual(["secret"]);
  const signed = (end: string): string => `https://shop.blob.core.windows.net/a?sp=r&se=${end}&${token("azure-sas-signature")}&rscd=b`;
  for (const end of ["2025-08-15T21%3A58%3A27Z", "2025-08-15T21:58:27Z", "2025-08-15"]) expect(label(signed(end))).toEqual(["public"]);
  for (const end of ["2099-08-15T21%3A58%3A27Z", "soon"]) expect(label(signed(end))).toEqual(["secret"]);
});

it("a token by the day on which the record that gives it says that it ends", () => {
  const one = token("github-app-token");
  const label = (text: string): string[] => labels("recorded.txt", text);
  expect(label(`{"token":"${one}", "expires_at":"2024-11-25T01:00:02Z", "permissions":{"issues":"read"}}`)).toEqual(["public"]);
  expect(label(`'{\\"expiresAt\\":\\"2024-11-25T01:00:02.000+02:00\\",\\"token\\":\\"${one}\\"}'`)).toEqual(["public"]);
  expect(label(`{"token":"${one}", "expires_at":"2099-11-25T01:00:02Z"}`)).toEqual(["secret"]);
  expect(label(`{"token":"${one}"},\n{"expires_at":"2024-11-25T01:00:02Z"}`)).toEqual(["secret"]);
  expect(label(`token = ${one}\n# "expires_at": "2024-11-25T01:00:02Z"\n`)).toEqual(["secret"]);
});

it("a hexadecimal number is nobody's token, whatever it begins with", () => {
  const digits = Array.from({ length: 44 }, () => "0123456789ABCDEF"[Math.floor(random() * 16)]).join("");
  expect(labels("HashTest.cs", `"EAAA${digits}" +\n`)).not.toContain("secret");
  expect(labels("pay.cs", `"EAAA${digits.slice(0, 40)}xyz9" +\n`)).toEqual(["secret"]);
});

it("a sample account, and a short password in a program's documentation", () => {
  expect(labels("setup.cfg", "db = mssql://scott:tiger^5HHH@mssql2022:1433/test\n")).toEqual(["example"]);
  const password = value(12);
  expect(labels("src/base.py", `"""Connects.\n\n    connect("mssql://app:${password}@mssql2017/shop")\n"""\n`)).toEqual(["example"]);
  expect(labels("src/base.py", `connect("mssql://app:${password}@mssql2017/shop")\n`)).toEqual(["secret"]);
});

it("what a message says of a password is not masked, and what it opens is", () => {
  expect(maskText("A password in a `postgres` URL stands here: its password was drawn by chance.")).toBe(
    "A password in a `postgres` URL stands here: its password was drawn by chance.",
  );
  const one = value(20);
  expect(maskText(`machine shop.io login app password ${one}`)).not.toContain(one);
});

it("a DocSearch key is public", () => {
  expect(labels("a.html", `<script data-cf-beacon='{"token": "208bb9c14574939326032b937431014b"}'></script>`)).toEqual(["public"]);
  expect(labels("docs/config.ts", 'search: { appId: "7H67QR5P0A", apiKey: "208bb9c14574939326032b937431014b", indexName: "guide" }')).toEqual(["public"]);
});

it("a password in a URL", () => {
  const password = value(20);
  expect(secrets("config.yaml", `url: postgres://app:${password}@db.shop.io:5432/x`)).toEqual([password]);
  expect(labels("config.yaml", `url: postgres://app:${password}@localhost:5432/x`)).toEqual(["example"]);
  for (const host of ["db", "db.prod.internal", "postgres.svc.cluster.local", "10.20.30.40"]) {
    expect(labels("config.yaml", `url: postgres://app:${password}@${host}:5432/x`)).toEqual(["secret"]);
  }
  expect(labels("config.yaml", "url: postgres://app:Sommer2024@db:5432/x")).not.toContain("secret");
});

describe("masks", () => {
  it("show at most four units, none of a short value, and keep the columns", () => {
    expect(maskValue("short")).toBe("*****");
    const one = token("gitlab-personal-access-token");
    const text = `é token = "${one}" # end\n`;
    const masked = maskText(text);
    expect(masked).toHaveLength(text.length);
    expect(masked).not.toContain(one.slice(0, 12));
    expect(masked.endsWith('" # end\n')).toBe(true);
    for (const line of [`machine a.io login b password ${one}x9!`, `kind: Secret\ndata:\n  password: ${Buffer.from(`${value(12)}!`).toString("base64")}\n`]) {
      expect(maskText(line)).toContain("********");
    }
    expect(maskText(`machine a.io login b password Kobavira77\n`)).not.toContain("Kobavira77");
    expect(maskText(`db.shop.io:5432:a:b:Kobavira77\n`)).not.toContain("Kobavira77");
    const key = samplePrivateKey();
    const encoded = Buffer.from(key).toString("base64");
    expect(maskText(`PEM=${encoded}\n`)).not.toContain(encoded.slice(40, 60));
    expect(maskText(key)).not.toContain(key.split("\n")[1]);
  });
});

describe("hostile and large input", () => {
  const within = (milliseconds: number, work: () => void): void => {
    const start = process.cpuUsage().user;
    work();
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(milliseconds);
  };
  it.each([
    ["names", "password_".repeat(200_000)],
    ["quotes", 'password="'.repeat(150_000)],
    ["schemes", "a://b:".repeat(200_000)],
    ["headers", "-----BEGIN PRIVATE KEY-----".repeat(20_000)],
    ["prefixes", "sk-".repeat(500_000)],
    ["walk back", `${"A".repeat(1_000_000)}T3BlbkFJ`],
    ["white space", `password${" ".repeat(1_000_000)}`],
    ["kinds", "kind: Secret\n".repeat(100_000)],
    ["kinds without an end", "kind: Secret ".repeat(100_000)],
    ["keys of connections", "user=a;server=b;password=".repeat(100_000)],
    ["headers of schemes", "Authorization: Basic ".repeat(100_000)],
    ["commands", "curl -u ".repeat(200_000)],
    ["encoded keys", "LS0tLS1CRUdJTi ".repeat(100_000)],
    ["one encoded key", `LS0tLS1CRUdJTi${"LS0tLS1CRUdJTi".repeat(100_000)}`],
    ["variables", 'variable "password" { '.repeat(100_000)],
    ["one line", `x="${"a1B2".repeat(500_000)}"`],
  ])("%s are linear", (_name, text) => {
    // Far above what a linear scan of some megabytes takes, far below what a quadratic one would.
    within(15_000, () => scanBytes("a.py", Buffer.from(text)));
  });
  it.each([
    [".netrc", "password Kobavira77 ".repeat(150_000)],
    [".netrc", `password${" ".repeat(1_000_000)}`],
    [".pgpass", "a:1:".repeat(200_000)],
    [".npmrc", "_auth".repeat(200_000)],
    [".docker/config.json", '"auth": "'.repeat(100_000)],
    [".htpasswd", "a:$1$".repeat(200_000)],
  ])("credential files: %s (%#) is linear", (path, text) => {
    within(15_000, () => scanBytes(path, Buffer.from(text)));
  });
  it("bytes that are no UTF-8, and NULs", () => {
    const one = token("gitlab-personal-access-token");
    expect(scanBytes("a", Buffer.concat([Buffer.from([0xff, 0xfe, 0, 1, 0x80, 0x20]), Buffer.from(` ${one} `), Buffer.from([0xc3])]))).toHaveLength(1);
  });
});

it("a password in which letters and digits alternate, and none that spells a word", () => {
  const said = (password: string): readonly string[] => scanBytes("src/db.py", Buffer.from(`password = "${password}"\n`)).map(({ label }) => label);
  expect(said(["cq2tPr1", "a2x"].join(""))).toContain("secret");
  expect(said(["2IWJD88F", "H4Y"].join(""))).toContain("secret");
  for (const word of ["p4ssw0rd1", "h3ll0w0rld", "s3cr3tw0rd", "abc123def456"]) expect(said(word)).not.toContain("secret");
});

describe("what costs is counted", () => {
  it("of a run that holds a keyword everywhere, no place is looked at twice", () => {
    const looks = vi.spyOn(RegExp.prototype, "exec");
    expect(scanBytes("a.txt", Buffer.from("A".repeat(50_000)))).toEqual([]);
    expect(looks.mock.calls.length).toBeLessThan(5000);
    looks.mockRestore();
  });
  it("a token with its keyword inside is found behind and among others", () => {
    const provider = providers.find(({ shape, names }) => names === undefined && shapeKeywords(shape).before > 0 && shapeKeywords(shape).keywords.length > 0);
    if (provider === undefined) throw new Error("No provider's keyword stands inside its tokens.");
    const tokens = Array.from({ length: 30 }, () => sampleToken(provider, random));
    expect(scanBytes("a.txt", Buffer.from(tokens.join("\n"))).length).toBeGreaterThan(25);
    expect(scanBytes("a.txt", Buffer.from(tokens.join(" "))).length).toBeGreaterThan(25);
  });
  it("of many secrets that begin alike each is masked, and the longest where one begins another", () => {
    const head = value(8);
    const all = Array.from({ length: 20_000 }, (_, at) => `${head}${String(at).padStart(6, "0")}`);
    for (const one of all) rememberSecret(one);
    rememberSecret(`${head}000001longer`);
    const text = all.map((one) => `<${one}>`).join("") + `<${head}000001longer>`;
    const slices = vi.spyOn(String.prototype, "startsWith");
    const masked = maskText(text);
    const { length } = slices.mock.calls;
    slices.mockRestore();
    expect(length).toBeLessThan(5000);
    expect(masked).toBe(text.replace(/<[^>]*>/g, (one) => `<${maskValue(one.slice(1, -1))}>`));
  });
});
