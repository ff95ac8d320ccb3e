// Rows of the labelled set: files that programs keep credentials in, and forms of code and commands beside those of `positives.ts`.
import { secret as s, type Row } from "./labelled.js";
import type { ValueKind, Values } from "./values.js";

const rows = (
  category: string,
  kinds: readonly ValueKind[],
  list: readonly (readonly [path: string, write: (value: string, values: Values) => string])[],
): readonly Row[] => list.map(([path, write]) => ({ category, path, kinds, write }));

const base64 = (text: string): string => Buffer.from(text).toString("base64");

const languages = rows(
  "code",
  ["token", "base64"],
  [
    ["src/lib.rs", (v) => `pub const API_KEY: &str = "${s(v)}";`],
    ["app/client.rb", (v) => `@client_secret ||= "${s(v)}"`],
    ["app/client.rb", (v) => `token = ENV.fetch("API_TOKEN", "${s(v)}")`],
    ["include/config.h", (v) => `#define API_SECRET "${s(v)}"`],
    ["src/config.js", (v) => `const secret = process.env.API_SECRET || "${s(v)}";`],
    ["app/settings.py", (v) => `API_TOKEN = os.environ.get("API_TOKEN", "${s(v)}")`],
    ["main.go", (v) => `const (\n\tapiSecret = "${s(v)}"\n)`],
    ["main.go", (v) => `token := getenv("API_TOKEN", "${s(v)}")`],
    ["lib/Client.pm", (v) => `my $api_secret = '${s(v)}';`],
    ["src/Client.scala", (v) => `val apiSecret: String = "${s(v)}"`],
    ["src/client.ex", (v) => `config :shop, api_secret: "${s(v)}"`],
    ["Client.swift", (v) => `let apiSecret: String = "${s(v)}"`],
    ["R/client.R", (v) => `api_secret <- "${s(v)}"`],
    ["tools/set.ps1", (v) => `$apiSecret = "${s(v)}"`],
    ["res/values/keys.xml", (v) => `<string name="api_secret">${s(v)}</string>`],
    ["build.gradle", (v) => `buildConfigField "String", "API_SECRET", "\\"${s(v)}\\""`],
    ["main.tf", (v) => `resource "a" "b" {\n  client_secret = "${s(v)}"\n}`],
    ["config.yaml", (v) => `api: {user: shop, token: ${s(v)}}`],
    ["config.yaml", (v) => `api_secret: |-\n  ${s(v)}`],
    ["notebooks/load.ipynb", (v) => `{ "source": ["api_secret = \\"${s(v)}\\"\\n"] }`],
    ["Dockerfile", (v) => `ENV API_SECRET ${s(v)}`],
    ["Jenkinsfile", (v) => `sh "API_SECRET=${s(v)} ./deploy.sh"`],
    [".gitlab-ci.yml", (v) => `variables:\n  DEPLOY_TOKEN: "${s(v)}"`],
    ["ops/notes.txt", (v) => `api_token: ${s(v)}`],
  ],
);

const commands = rows(
  "command line",
  ["token", "human"],
  [
    ["deploy.sh", (v) => `mysql -h db.shop.io -u orders -p'${s(v)}' shop < a.sql`],
    ["deploy.sh", (v) => `PGPASSWORD='${s(v)}' psql -h db.shop.io -U orders`],
    ["deploy.sh", (v) => `redis-cli -h cache.shop.io -a '${s(v)}' flushall`],
    ["deploy.sh", (v) => `ldapsearch -D cn=admin,dc=shop -w '${s(v)}' -b dc=shop`],
    ["deploy.sh", (v) => `keytool -importkeystore -srcstorepass '${s(v)}' -alias shop`],
    ["deploy.ps1", (v) => `$p = ConvertTo-SecureString "${s(v)}" -AsPlainText -Force`],
    ["backup.cmd", (v) => `sqlcmd -S db.shop.io -U sa -P "${s(v)}" -Q "backup"`],
    [".bash_history", (v) => `ls\nsshpass -p '${s(v)}' ssh orders@shop.io\nexit`],
  ],
);

const statements = rows(
  "SQL",
  ["token", "human"],
  [
    ["db/users.sql", (v) => `CREATE USER 'orders'@'%' IDENTIFIED BY '${s(v)}';`],
    ["db/users.sql", (v) => `ALTER USER orders IDENTIFIED WITH mysql_native_password BY '${s(v)}';`],
    ["db/roles.sql", (v) => `CREATE ROLE orders WITH LOGIN PASSWORD '${s(v)}';`],
    ["db/login.sql", (v) => `CREATE LOGIN orders WITH PASSWORD = N'${s(v)}', CHECK_POLICY = OFF;`],
  ],
);

const files = rows(
  "credential file",
  ["token", "human"],
  [
    ["FileZilla/sitemanager.xml", (v) => `<Server><Host>shop.io</Host><User>orders</User><Pass encoding="base64">${s(base64(v))}</Pass></Server>`],
    ["FileZilla/recentservers.xml", (v) => `<Server><User>orders</User><Pass>${s(v)}</Pass></Server>`],
    [".vscode/sftp.json", (v) => `{ "host": "shop.io", "password": "${s(v)}" }`],
    [".idea/webServers.xml", (v) => `<fileTransfer host="shop.io" username="orders" password="${s(v)}" />`],
    ["wp-config.php", (v) => `define('DB_PASSWORD', '${s(v)}');`],
    ["app/settings.py", (v) => `DATABASES = {"default": {"USER": "orders", "PASSWORD": "${s(v)}"}}`],
    [".m2/settings.xml", (v) => `<server><username>orders</username><password>${s(v)}</password></server>`],
    ["nuget.config", (v) => `<add key="ClearTextPassword" value="${s(v)}" />`],
    ["conf/tomcat-users.xml", (v) => `<user username="orders" password="${s(v)}" roles="manager-gui"/>`],
    ["gradle.properties", (v) => `signing.keyId=24875D73\nsigning.password=${s(v)}`],
    [".msmtprc", (v) => `account shop\nuser orders\npassword ${s(v)}`],
    ["etc/wpa_supplicant.conf", (v) => `network={\n  ssid="shop"\n  psk="${s(v)}"\n}`],
    ["etc/ppp/chap-secrets", (v) => `orders * ${s(v)} *`],
    ["config/database.yml", (v) => `production:\n  username: orders\n  password: ${s(v)}`],
    [".env.production", (v) => `DB_USERNAME=orders\nDB_PASSWORD=${s(v)}`],
    ["unattend.xml", (v) => `<AdministratorPassword><Value>${s(v)}</Value></AdministratorPassword>`],
    ["pg_service.conf", (v) => `[shop]\nhost=db.shop.io\npassword=${s(v)}`],
  ],
);

const machineFiles = rows(
  "credential file",
  ["base64"],
  [
    [".env", (v) => `APP_NAME=shop\nAPP_KEY=${s(`base64:${v}`)}`],
    [".yarnrc.yml", (v) => `npmRegistryServer: "https://npm.shop.io"\nnpmAuthToken: "${s(v)}"`],
    [".aws/credentials", (v) => `[default]\naws_session_token = ${s(v)}`],
    ["Preferences/Groups.xml", (v) => `<Properties userName="admin" cpassword="${s(v)}"/>`],
    ["terraform.tfstate", (v) => `{ "attributes": { "master_password": "${s(v)}" } }`],
    ["secret.json", (v) => `{ "kind": "Secret", "data": { "password": "${s(base64(v))}" } }`],
    ["wp-config.php", (v) => `define('AUTH_KEY', '${s(`${v}|#)`)}');`],
    ["config/settings.py", (v) => `SECRET_KEY = "${s(`${v.slice(0, 30)}!$^&#`)}"`],
  ],
);

const hexFiles = rows(
  "credential file",
  ["hex"],
  [
    ["config/master.key", (v) => s(v.slice(0, 32))],
    ["web.config", (v) => `<machineKey validationKey="${s(v)}" decryption="AES" />`],
    ["curl.sh", (v) => `curl -H 'Cookie: theme=dark; sessionid=${s(v)}' https://shop.io/orders`],
  ],
);

const encoded = rows(
  "encoded",
  ["github", "gitlab", "stripe"],
  [
    ["config/blob.txt", (v) => s(base64(`{"user":"orders","login":"${v}"}`))],
    ["config/blob.txt", (v) => s(Buffer.from(`login ${v}`).toString("hex"))],
    ["config/blob.txt", (v) => s(base64(`login ${base64(`login ${v}`)}`))],
    ["config/links.txt", (v) => s(`https://shop.io/go?to=https%3A%2F%2Fapi.shop.io%2F%3Faccess%3D${v}`)],
  ],
);

/** Rows with secrets in files of programs, code, commands and encodings. */
export const filePositives: readonly Row[] = [languages, commands, statements, files, machineFiles, hexFiles, encoded].flat();
