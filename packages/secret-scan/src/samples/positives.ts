// Rows of the labelled set that hold secrets: source code, configuration and continuous integration.
import { secret as s, type Row } from "./labelled.js";
import type { ValueKind, Values } from "./values.js";

const rows = (
  category: string,
  kinds: readonly ValueKind[],
  list: readonly (readonly [path: string, write: (value: string, values: Values) => string])[],
): readonly Row[] => list.map(([path, write]) => ({ category, path, kinds, write }));

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const indented = (text: string, by: string): string => text.trim().replace(/^/gm, by);

/** Secrets in source code. */
const code = rows(
  "code",
  ["token", "hex"],
  [
    ["app/settings.py", (v) => `SECRET_KEY = "${s(v)}"\nDEBUG = False`],
    ["app/client.py", (v) => `client = Client(host="api.shop.io", api_key='${s(v)}')`],
    ["app/auth.py", (v) => `def headers():\n    return {"X-Api-Key": "${s(v)}", "Accept": "application/json"}`],
    ["src/config.ts", (v) => `export const config = { clientSecret: "${s(v)}", retries: 3 };`],
    ["src/api.js", (v) => `const accessToken = '${s(v)}';`],
    ["main.go", (v) => `\tapiKey := "${s(v)}"\n\tclient := shop.New(apiKey)`],
    ["src/Main.java", (v) => `private static final String API_KEY = "${s(v)}";`],
    ["src/Config.kt", (v) => `const val CLIENT_SECRET = "${s(v)}"`],
    ["config/initializers/shop.rb", (v) => `Shop.configure do |c|\n  c.api_secret = '${s(v)}'\nend`],
    ["index.php", (v) => `$config['auth_token'] = '${s(v)}';`],
    ["Startup.cs", (v) => `options.ClientSecret = "${s(v)}";`],
    ["src/main.rs", (v) => `const API_TOKEN: &str = "${s(v)}";`],
    ["src/upload.ts", (v) => `await fetch("https://api.shop.io/v1/orders?api_key=${s(v)}&page=2");`],
  ],
);

const passwords = rows(
  "password in code",
  ["password", "human"],
  [
    ["app/mail.py", (v) => `smtp.login("orders@shop.io", password="${s(v)}")`],
    ["app/settings.py", (v) => `DATABASES = {"default": {"USER": "orders", "PASSWORD": "${s(v)}", "HOST": "db.shop.io"}}`],
    ["wp-config.php", (v) => `define('DB_USER', 'orders');\ndefine( 'DB_PASSWORD', '${s(v)}' );`],
    ["src/db.ts", (v) => `const pool = new Pool({ host: "db.shop.io", user: "orders", password: "${s(v)}" });`],
    ["src/Db.java", (v) => `dataSource.setUsername("orders");\ndataSource.setPassword("${s(v)}");`],
    ["db.php", (v) => `$db = new PDO($dsn, $user); $password = "${s(v)}";`],
  ],
);

const configuration = rows(
  "configuration",
  ["token", "password"],
  [
    [".env", (v) => `PORT=80\nAPP_SECRET=${s(v)}\n`],
    [".env.production", (v) => `export API_SECRET="${s(v)}"`],
    ["application.properties", (v) => `spring.datasource.username=orders\nspring.datasource.password=${s(v)}`],
    ["config/app.ini", (v) => `[smtp]\nuser = orders\npassword = ${s(v)}`],
    ["config/app.toml", (v) => `[auth]\nclient_secret = "${s(v)}"`],
    ["settings.xml", (v) => `<server>\n  <username>orders</username>\n  <password>${s(v)}</password>\n</server>`],
    ["web.config", (v) => `<add key="ApiSecret" value="${s(v)}" />`],
    ["appsettings.json", (v) => `{\n  "Smtp": { "User": "orders", "Password": "${s(v)}" }\n}`],
    ["config/application.yml", (v) => `mail:\n  username: orders\n  password: ${s(v)}`],
    ["values.yaml", (v) => `postgresql:\n  auth:\n    postgresPassword: "${s(v)}"`],
    ["prod.tfvars", (v) => `db_password = "${s(v)}"`],
    ["main.tf", (v) => `variable "db_password" {\n  type    = string\n  default = "${s(v)}"\n}`],
    ["main.tf", (v) => `resource "aws_db_instance" "orders" {\n  username = "orders"\n  password = "${s(v)}"\n}`],
    ["docker-compose.yml", (v) => `services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: ${s(v)}`],
    ["docker-compose.yml", (v) => `services:\n  db:\n    environment:\n      - MYSQL_ROOT_PASSWORD=${s(v)}`],
    ["Dockerfile", (v) => `FROM node:22\nENV API_SECRET=${s(v)}`],
    ["Dockerfile", (v) => `ARG DB_PASSWORD="${s(v)}"`],
    [".github/workflows/deploy.yml", (v) => `    env:\n      DEPLOY_TOKEN: "${s(v)}"`],
    ["deploy.yaml", (v) => `        env:\n        - name: DB_PASSWORD\n          value: "${s(v)}"`],
    ["deploy.sh", (v) => `export DB_PASSWORD='${s(v)}'\nmake deploy`],
    ["terraform.tfstate", (v) => `{ "attributes": { "username": "orders", "password": "${s(v)}" } }`],
    ["secret.yaml", (v) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  password: "${s(v)}"`],
  ],
);

const kubernetes = rows(
  "kubernetes data",
  ["token", "password", "human"],
  [
    [
      "k8s/secret.yaml",
      (v) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\ndata:\n  username: ${base64("orders")}\n  password: ${s(base64(v))}`,
    ],
    ["k8s/all.yaml", (v) => `kind: Service\n---\napiVersion: v1\ndata:\n  API_TOKEN: "${s(base64(v))}"\nkind: Secret\n---\nkind: Deployment`],
  ],
);

const credentialFiles = rows(
  "credential file",
  ["token", "password", "human"],
  [
    [".netrc", (v) => `machine api.shop.io\n  login orders\n  password ${s(v)}`],
    [".netrc", (v) => `machine api.shop.io login orders password ${s(v)}`],
    [".pgpass", (v) => `# host:port:database:user:password\ndb.shop.io:5432:orders:app:${s(v)}`],
    [".pypirc", (v) => `[pypi]\nusername = orders\npassword = ${s(v)}`],
    [".npmrc", (v) => `//npm.shop.io/:username=orders\n//npm.shop.io/:_password=${s(base64(v))}`],
    [".npmrc", (v) => `registry=https://npm.shop.io/\n_auth=${s(base64(`orders:${v}`))}`],
    [".docker/config.json", (v) => `{\n  "auths": {\n    "docker.shop.io": {\n      "auth": "${s(base64(`orders:${v}`))}"\n    }\n  }\n}`],
    [".my.cnf", (v) => `[client]\nuser=orders\npassword=${s(v)}`],
    [".git-credentials", (v) => `https://orders:${s(encodeURIComponent(v))}@git.shop.io`],
    [".vscode/sftp.json", (v) => `{ "host": "shop.io", "username": "orders", "password": "${s(v)}" }`],
  ],
);

const npmTokens = rows("credential file", ["uuid", "npm", "token"], [[".npmrc", (v) => `//npm.shop.io/:_authToken=${s(v)}`]]);

const hashes = rows(
  "password hash",
  ["none"],
  [
    [".htpasswd", (_v, { bytes }) => `orders:${s(`$apr1$${bytes(6)}$${bytes(16).replace(/[+=]/g, "").slice(0, 22).padEnd(22, "k")}`)}`],
    [".htpasswd", (_v, { bytes }) => `orders:${s(`{SHA}${bytes(20)}`)}`],
    [".htpasswd", (_v, { bytes }) => `orders:${s(`$2y$10$${bytes(42).replace(/[+=]/g, "x").slice(0, 53)}`)}`],
    [
      "backup/etc/shadow",
      (_v, { bytes }) => `orders:${s(`$6$${bytes(9).replace(/\+/g, ".")}$${bytes(64).replace(/[+=]/g, ".").slice(0, 86)}`)}:19000:0:99999:7:::`,
    ],
  ],
);

const headers = rows(
  "header",
  ["token", "hex"],
  [
    ["deploy.sh", (v) => `curl -H "Authorization: Bearer ${s(v)}" https://api.shop.io/v1`],
    ["src/api.ts", (v) => `const headers = { Authorization: "Bearer ${s(v)}" };`],
    ["app/api.py", (v) => `headers = {"Authorization": "Token ${s(v)}"}`],
    ["api.http", (v) => `GET https://api.shop.io/v1\nAuthorization: Bearer ${s(v)}`],
    ["deploy.sh", (v) => `curl -H 'X-Api-Key: ${s(v)}' https://api.shop.io/v1`],
    ["src/api.js", (v) => `fetch(url, { headers: { Cookie: "lang=de; session_token=${s(v)}" } });`],
  ],
);

const basic = rows(
  "header",
  ["token", "password", "human"],
  [
    ["src/api.ts", (v) => `const headers = { Authorization: "Basic ${s(base64(`orders:${v}`))}" };`],
    ["api.http", (v) => `GET https://api.shop.io/v1\nAuthorization: Basic ${s(base64(`orders:${v}`))}`],
    ["deploy.sh", (v) => `curl -fsS -u "orders:${s(v)}" https://api.shop.io/v1`],
    ["deploy.sh", (v) => `curl --user 'orders:${s(v)}' -O https://api.shop.io/v1`],
    ["deploy.sh", (v) => `sshpass -p '${s(v)}' ssh orders@shop.io`],
    ["deploy.sh", (v) => `mysqldump -u orders --password='${s(v)}' shop > dump.sql`],
    ["deploy.sh", (v) => `docker login -u orders -p '${s(v)}' docker.shop.io`],
  ],
);

const connections = rows(
  "connection string",
  ["token", "password", "human"],
  [
    ["config.yaml", (v) => `url: postgres://orders:${s(encodeURIComponent(v))}@db.shop.io:5432/orders`],
    ["src/db.js", (v) => `mongoose.connect("mongodb+srv://orders:${s(encodeURIComponent(v))}@cluster0.ab1cd.mongodb.net/shop");`],
    [".env", (v) => `DATABASE_URL=mysql://orders:${s(encodeURIComponent(v))}@db.shop.io/orders`],
    [".env", (v) => `REDIS_URL=redis://:${s(encodeURIComponent(v))}@cache.shop.io:6379/0`],
    ["app/celery.py", (v) => `broker_url = "amqp://orders:${s(encodeURIComponent(v))}@mq.shop.io:5672//"`],
    ["application.properties", (v) => `url=jdbc:postgresql://db.shop.io/orders?user=orders&password=${s(encodeURIComponent(v))}`],
    ["src/Db.java", (v) => `String url = "jdbc:sqlserver://db.shop.io:1433;database=orders;user=app;password=${s(v)};encrypt=true";`],
    ["appsettings.json", (v) => `{ "ConnectionStrings": { "Db": "Server=db.shop.io;Database=orders;User Id=app;Password=${s(v)};" } }`],
    ["Startup.cs", (v) => `var c = new SqlConnection("Data Source=db.shop.io;Initial Catalog=orders;Uid=app;Pwd=${s(v)}");`],
    ["app/db.py", (v) => `conn = psycopg2.connect("host=db.shop.io dbname=orders user=app password=${s(v)}")`],
    ["app/db.py", (v) => `conn = pyodbc.connect("DRIVER={ODBC Driver 18};SERVER=db.shop.io;UID=app;PWD=${s(v)}")`],
  ],
);

const keys = rows(
  "private key",
  ["privateKey"],
  [
    ["deploy/id_ec", (v) => s(v)],
    ["config/jwt.yaml", (v) => `jwt:\n  private_key: |\n${s(indented(v, "    "))}\n  algorithm: ES256`],
    [".env", (v) => `PORT=80\nJWT_PRIVATE_KEY="${s(v.trim().replaceAll("\n", "\\n"))}"`],
    ["src/keys.ts", (v) => `export const signingKey = \`${s(v.trim())}\`;`],
    ["service-account.json", (v) => `{ "type": "service_account", "private_key": "${s(v.replaceAll("\n", "\\n"))}" }`],
    ["k8s/tls.yaml", (v) => `apiVersion: v1\nkind: Secret\ntype: kubernetes.io/tls\ndata:\n  tls.key: ${s(base64(v))}`],
    [".env", (v) => `SIGNING_PEM=${s(base64(v))}`],
  ],
);

const vendors = rows(
  "vendor token",
  ["github", "gitlab", "stripe", "slack", "sendgrid"],
  [
    ["src/index.ts", (v) => `const client = connect("${s(v)}");`],
    ["docs/setup.md", (v) => `Run \`shop login ${s(v)}\` first.`],
    ["config/encoded.yaml", (v) => `credentials: ${s(base64(v))}`],
  ],
);

const aws = rows(
  "vendor token",
  ["awsSecret"],
  [
    [".aws/credentials", (v, { awsId }) => `[default]\naws_access_key_id = ${s(awsId())}\naws_secret_access_key = ${s(v)}`],
    ["app/s3.py", (v, { awsId }) => `boto3.client("s3",\n  aws_access_key_id="${s(awsId())}",\n  aws_secret_access_key="${s(v)}")`],
    [".env", (v) => `AWS_SECRET_ACCESS_KEY=${s(v)}`],
  ],
);

/** All rows that hold secrets. */
export const positives: readonly Row[] = [
  code,
  passwords,
  configuration,
  kubernetes,
  credentialFiles,
  npmTokens,
  hashes,
  headers,
  basic,
  connections,
  keys,
  vendors,
  aws,
].flat();
