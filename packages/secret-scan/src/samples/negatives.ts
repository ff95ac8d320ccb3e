// Rows of the labelled set that hold no secret, though they look it.
import type { Row } from "./labelled.js";
import type { ValueKind, Values } from "./values.js";

const rows = (
  category: string,
  kinds: readonly ValueKind[],
  list: readonly (readonly [path: string, write: (value: string, values: Values) => string])[],
): readonly Row[] => list.map(([path, write]) => ({ category, path, kinds, write }));

const base64 = (text: string): string => Buffer.from(text).toString("base64");

const search = rows(
  "public material",
  ["hex"],
  [["docs/algolia.js", (v) => `const ALGOLIA_API_KEY = "${v.slice(0, 32)}";\nconst ALGOLIA_INDEX_NAME = "shop-docs";`]],
);

const identifiers = rows(
  "identifier",
  ["uuid", "hex"],
  [
    ["src/ids.ts", (v) => `const requestId = "${v}";`],
    ["app/models.py", (v) => `tenant_id = "${v}"`],
    ["config.yaml", (v) => `project: ${v}\nregion: eu`],
    ["src/main.go", (v) => `const clientID = "${v}"`],
    ["app.json", (v) => `{ "projectId": "${v}", "slug": "shop" }`],
    ["events.sql", (v) => `INSERT INTO events VALUES ('${v}', 'created');`],
    ["src/cache.ts", (v) => `const cacheKey = "${v}";`],
    ["src/partition.py", (v) => `primary_key = "${v}"`],
    ["src/api.ts", (v) => `const nextPageToken = "${v}";`],
    ["src/flags.ts", (v) => `const idempotencyKey = "${v}";`],
  ],
);

const digests = rows(
  "hash",
  ["hex", "base64"],
  [
    [".github/workflows/ci.yml", (v) => `      - uses: actions/checkout@${v}`],
    ["deps.bzl", (v) => `    sha256 = "${v}",`],
    ["index.html", (v) => `<script src="a.js" integrity="sha256-${v}" crossorigin></script>`],
    ["yarn.lock", (v) => `  resolved "https://registry.example/left-pad-1.0.0.tgz#${v}"`],
    ["package-lock.json", (v) => `      "integrity": "sha512-${v}",`],
    ["Cargo.lock", (v) => `checksum = "${v}"`],
    ["go.sum", (v) => `github.com/a/b v1.2.3 h1:${v}`],
    ["requirements.txt", (v) => `flask==3.0.0 --hash=sha256:${v}`],
    ["src/etag.ts", (v) => `const etag = '"${v}"';`],
    ["CHANGELOG.md", (v) => `- fixed the login ([${v.slice(0, 8)}](https://git.shop.io/c/${v}))`],
    ["Dockerfile", (v) => `FROM node@sha256:${v}`],
    ["src/hash.py", (v) => `password_hash = "sha256$${v}"`],
  ],
);

const documentation = rows(
  "placeholder",
  ["none"],
  [
    ["README.md", () => "export OPENAI_API_KEY=sk-..."],
    ["README.md", () => "API_KEY=your-api-key-here"],
    ["README.md", () => "curl -u user:password https://api.shop.io"],
    ["README.md", () => "curl -u username:api_token https://api.shop.io"],
    ["README.md", () => 'curl -H "Authorization: Bearer YOUR_ACCESS_TOKEN" https://api.shop.io'],
    ["README.md", () => 'curl -H "Authorization: Bearer $TOKEN" https://api.shop.io'],
    ["README.md", () => "Authorization: Basic <base64 of user:password>"],
    ["docs/auth.md", () => `Authorization: Basic ${base64("user:password")}`],
    ["docs/auth.md", () => `Authorization: Basic ${base64("Aladdin:open sesame")}`],
    ["docs/db.md", () => "postgres://user:password@localhost:5432/db"],
    ["docs/db.md", () => "Server=localhost;Database=shop;User Id=sa;Password=yourStrong(!)Password;"],
    ["docs/db.md", () => "jdbc:mysql://localhost/shop?user=root&password=secret"],
    ["docs/aws.md", () => `AWS_SECRET_ACCESS_KEY=${"wJalrXUtnFEMI/K7MDENG/"}bPxRfiCYEXAMPLEKEY`],
    [".env.example", () => "DB_PASSWORD=changeme\nAPI_TOKEN=xxxxxxxxxxxxxxxxxxxxxxxx"],
    [".env.sample", () => "SECRET_KEY=replace-me-with-a-long-random-string"],
    ["docs/netrc.md", () => "machine api.shop.io login USER password PASSWORD"],
    [".netrc.example", () => "machine api.shop.io\n  login me\n  password <your password>"],
    [".npmrc", () => "//registry.npmjs.org/:_authToken=${NPM_TOKEN}\nregistry=https://registry.npmjs.org/"],
    [".npmrc", () => "save-exact=true\nalways-auth=true\n_auth=${NPM_AUTH}"],
    [".pypirc", () => "[distutils]\nindex-servers = pypi\n[pypi]\nusername = __token__\npassword = <token>"],
    [".pgpass", () => "# hostname:port:database:username:password\nlocalhost:5432:*:postgres:postgres"],
    [".docker/config.json", () => '{ "auths": { "docker.shop.io": {} }, "credsStore": "desktop" }'],
    ["k8s/secret.yaml", () => `kind: Secret\ndata:\n  password: ${base64("changeme")}\n  username: ${base64("orders")}`],
    ["templates/secret.yaml", () => "kind: Secret\ndata:\n  password: {{ .Values.password | b64enc | quote }}"],
    [
      "k8s/secret.yaml",
      () => `kind: Secret\ndata:\n  database: ${base64("orders")}\n  LOG_LEVEL: ${base64("information")}\n  HOST: ${base64("db-orders.shop.svc.cluster")}`,
    ],
  ],
);

const lookups = rows(
  "look-up or template",
  ["none"],
  [
    ["app/settings.py", () => 'SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]'],
    ["src/config.ts", () => "const apiKey = process.env.SHOP_API_KEY;"],
    ["src/config.ts", () => "const password = `${prefix}-${suffix}`;"],
    ["main.go", () => 'apiKey := os.Getenv("SHOP_API_KEY_PRODUCTION")'],
    ["config/database.yml", () => "password: <%= ENV['DATABASE_PASSWORD'] %>"],
    [".github/workflows/ci.yml", () => "          token: ${{ secrets.GITHUB_TOKEN }}"],
    ["main.tf", () => "password = var.db_password"],
    ["main.tf", () => 'password = "${data.vault_generic_secret.db.data["password"]}"'],
    ["docker-compose.yml", () => "      POSTGRES_PASSWORD_FILE: /run/secrets/postgres_password"],
    ["docker-compose.yml", () => "      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set it}"],
    ["values.yaml", () => "existingSecret: orders-database-credentials-v2"],
    ["deploy.yaml", () => "valueFrom:\n  secretKeyRef:\n    name: orders-db-credentials\n    key: password"],
    ["app/db.py", () => 'conn = connect(f"host={host} user={user} password={password}")'],
    ["Startup.cs", () => 'var c = $"Server={server};User Id={user};Password={password};";'],
    ["src/Db.java", () => 'String url = "jdbc:mysql://" + host + "?user=" + user + "&password=" + password;'],
    ["deploy.sh", () => 'curl -u "$USER:$PASSWORD" https://api.shop.io'],
    ["deploy.sh", () => 'curl -u "${API_USER}:${API_TOKEN}" https://api.shop.io'],
    ["src/api.ts", () => "headers.Authorization = `Bearer ${token}`;"],
    ["src/api.ts", () => 'const header = "Basic " + btoa(user + ":" + password);'],
    ["app/api.py", () => 'headers = {"Authorization": "Bearer " + access_token_for_service}'],
    ["config/app.yaml", () => "secret: vault:secret/data/orders#database_password"],
    ["config/app.yaml", () => "password: ENC[AES256_GCM,data:aGVsbG8gd29ybGQ=,iv:YWJj,tag:ZGVm,type:str]"],
    ["wp-config.php", () => "define('DB_PASSWORD', getenv('WORDPRESS_DB_PASSWORD'));"],
    ["wp-config.php", () => "define('AUTH_KEY', 'put your unique phrase here');"],
    ["deploy.sh", () => 'sshpass -p "$PASSWORD" ssh orders@shop.io'],
  ],
);

const source = rows(
  "name in code",
  ["none"],
  [
    ["locale/en.json", () => '{ "password": "Choose a password", "passwordHint": "At least 12 characters, 1 digit" }'],
    ["locale/de.json", () => '{ "token": "Zugriffsschlüssel123", "login.password.reset": "Passwort zurücksetzen" }'],
    ["src/form.tsx", () => '<input type="password" name="password" autoComplete="current-password" />'],
    ["src/names.ts", () => 'const names = ["injectPassword", "inject2FaPassword", "injectNpm2FaToken", "zipDataEpilogue"];'],
    ["src/form.tsx", () => 'const passwordField = "customer_password_confirmation_1";'],
    ["app/forms.py", () => 'password = forms.CharField(label="Password", widget=forms.PasswordInput)'],
    ["app/constants.py", () => 'CSRF_TOKEN_NAME = "X-CSRF-Token-V2"\nTOKEN_URL = "https://auth.shop.io/oauth2/token"'],
    ["app/constants.py", () => 'CSRF_COOKIE = "csrftoken"\nSESSION_COOKIE_NAME = "shop_session_v2_id"'],
    ["app/lexer.py", () => 'token = "STRING_LITERAL_DOUBLE_QUOTED_2"'],
    ["src/tokens.ts", () => 'const tokenType = "urn:ietf:params:oauth:token-type:access_token";'],
    ["src/errors.ts", () => 'const invalidToken = "ERR_AUTH_TOKEN_EXPIRED_4012";'],
    ["src/auth.ts", () => 'export const passwordPolicy = "min12-upper1-lower1-digit1";'],
    ["app/urls.py", () => 'path("password/reset/", views.reset, name="password_reset_confirm_v2")'],
    ["src/k8s.go", () => 'secretName := "orders-database-tls-2024"'],
    ["src/store.ts", () => 'localStorage.getItem("shop.auth.token.v2")'],
    ["src/keys.ts", () => 'const apiKeyHeader = "X-Shop-Api-Key-V2";'],
    ["src/version.ts", () => 'export const version = "12.4.0-beta.20240312+build.5114f85";'],
    ["src/SecretManagerServiceClientFactoryBuilder2.java", () => "class SecretManagerServiceClientFactoryBuilder2 {}"],
    ["app/test_double.py", () => 'fake_password = "not-a-real-password-1"'],
    ["src/docs.ts", () => "// Basic authentication is described in RFC7617SectionTwo and BearerTokenUsageRFC6750."],
    ["docs/basic.md", () => "Basic configuration/installation/troubleshooting follows; bearer tokens/sessions/refreshTokens are next."],
    ["src/min.js", () => "!function(e,t){var n=t.password=e.token,r=t.secret||n.key;e.exports=function(a,o){return r.call(n,a,o)}}(this,window);"],
    ["static/app.min.js", () => 'var a={password:"input-password-1",tokenKey:"k",secret:function(){return this.b}};a.token="t9";'],
  ],
);

const tests = rows(
  "test double",
  ["token", "human"],
  [
    ["tests/test_client.py", (v) => `client = Client(api_key="${v}")`],
    ["src/__tests__/auth.test.ts", (v) => `const password = "${v}";`],
    ["spec/models/user_spec.rb", (v) => `let(:password) { "${v}" }`],
    ["tests/fixtures/.netrc", (v) => `machine a.io login u password ${v}`],
    ["tests/test_db.py", (v) => `URL = "postgres://orders:${v}@localhost/orders"`],
    ["tests/test_http.py", (v) => `headers = {"Authorization": "Basic ${base64(`user:${v}`)}"}`],
    ["tests/test_http.py", (v) => `headers = {"Authorization": "Bearer ${v}"}`],
    ["tests/DbTests.cs", (v) => `var c = "Server=localhost;User Id=sa;Password=${v};";`],
  ],
);

const machine = rows(
  "public material",
  ["base64", "token"],
  [
    ["certs/ca.pem", (_v, { bytes }) => `-----BEGIN CERTIFICATE-----\nMIIB${bytes(45)}\n${bytes(48)}\n-----END CERTIFICATE-----`],
    ["deploy/key.pub", (_v, { bytes }) => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${bytes(30)} orders@shop.io`],
    ["src/keys.ts", (_v, { bytes }) => `const publicKey = "${bytes(32)}";`],
    ["src/logo.ts", (_v, { bytes }) => `export const logo = "data:image/png;base64,iVBORw0KGgo${bytes(90)}";`],
    ["style.css", (_v, { bytes }) => `@font-face { src: url(data:font/woff2;base64,d09GMgAB${bytes(90)}); }`],
    ["k8s/config.yaml", (v) => `kind: ConfigMap\ndata:\n  banner: ${v}`],
    ["sealed.yaml", (_v, { bytes }) => `kind: SealedSecret\nspec:\n  encryptedData:\n    password: Ag${bytes(60)}`],
    ["src/site.ts", (v) => `const recaptchaSiteKey = "${v}";`],
    [
      "k8s/tls.yaml",
      (_v, { bytes }) => `kind: Secret\ndata:\n  tls.crt: ${base64(`-----BEGIN CERTIFICATE-----\nMIIB${bytes(60)}\n-----END CERTIFICATE-----\n`)}`,
    ],
  ],
);

/** All rows that hold none. */
export const negatives: readonly Row[] = [search, identifiers, digests, documentation, lookups, source, tests, machine].flat();
