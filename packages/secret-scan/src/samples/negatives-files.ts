// Rows of the labelled set that look like those of `positives-files.ts` and hold no secret.
import type { Row } from "./labelled.js";

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const row =
  (category: string) =>
  ([path, text]: readonly [string, string]): Row => ({ category, path, kinds: ["none"], write: () => text });

const files = [
  ["FileZilla/sitemanager.xml", `<Server><User>orders</User><Pass encoding="base64">${base64("password")}</Pass></Server>`],
  [".vscode/settings.json", '{ "editor.fontSize": 12, "password.manager": "none" }'],
  ["wp-config.php", "define('AUTH_KEY', 'put your unique phrase here');"],
  ["wp-config.php", "define('DB_PASSWORD', 'password_here');"],
  ["app/settings.py", 'SECRET_KEY = os.environ["SECRET_KEY"]'],
  ["app/settings.py", 'SECRET_KEY = "change-this-to-something-long-and-random"'],
  [".m2/settings.xml", "<server><password>${env.NEXUS_PASSWORD}</password></server>"],
  ["nuget.config", '<add key="ClearTextPassword" value="%NUGET_TOKEN%" />'],
  ["conf/tomcat-users.xml", '<user username="tomcat" password="<must-be-changed>" roles="tomcat"/>'],
  ["gradle.properties", "signing.password=${SIGNING_PASSWORD}"],
  [".env.production", "DB_PASSWORD=${DB_PASSWORD}\nMAIL_PASSWORD=null\nREDIS_PASSWORD="],
  [".env", "APP_KEY=\nDB_PASSWORD=secret"],
  ["config/database.yml", 'production:\n  password: <%= ENV["DATABASE_PASSWORD"] %>'],
  ["terraform.tfstate", '{ "attributes": { "password": null, "secret_arn": "arn:aws:secretsmanager:eu:1:secret:orders" } }'],
  ["secret.json", `{ "kind": "Secret", "data": { "password": "${base64("changeme")}" } }`],
  ["etc/passwd", "root:x:0:0:root:/root:/bin/bash\norders:x:1000:1000::/home/orders:/bin/sh"],
  ["etc/shadow", "root:*:19000:0:99999:7:::\ndaemon:!:19000:0:99999:7:::"],
] as const;

const code = [
  ["src/lib.rs", 'const TOKEN_URL: &str = "https://auth.shop.io/oauth2/token";'],
  ["src/lib.rs", 'let password: &str = "correct horse battery staple";'],
  ["app/client.rb", 'token = ENV.fetch("API_TOKEN", "change-me")'],
  ["include/config.h", '#define PASSWORD_PROMPT "Please enter your password: "'],
  ["src/config.js", 'const key = process.env.API_KEY || "YOUR_API_KEY_GOES_HERE";'],
  ["app/settings.py", 'TOKEN = os.getenv("API_TOKEN", "")'],
  ["main.go", 'const tokenKind = "IDENTIFIER_OR_KEYWORD_2"'],
  ["src/Client.scala", "val apiSecret: String = sys.env.getOrElse(secretVariableName, defaultSecretValue2)"],
  ["config.yaml", "api: {user: shop, token: $API_TOKEN}"],
  ["config.yaml", "description: |-\n  password and token are described below"],
  ["db/users.sql", "CREATE USER 'orders'@'%' IDENTIFIED BY 'password';"],
  ["db/users.sql", "CREATE USER :user IDENTIFIED BY :'password';"],
  ["db/roles.sql", "COMMENT ON COLUMN users.password IS 'a hash of the password, by bcrypt';"],
  ["deploy.sh", 'mysql -u orders -p"$DB_PASSWORD" shop'],
  ["deploy.sh", "mysql -u orders -p shop < a.sql"],
  ["deploy.sh", 'PGPASSWORD="$PGPASSWORD" psql -h db'],
  ["deploy.sh", "redis-cli -a $REDIS_PASSWORD ping"],
  ["deploy.ps1", "$p = ConvertTo-SecureString $env:PASSWORD -AsPlainText -Force"],
  ["deploy.ps1", "$p = Read-Host -Prompt 'Password' -AsSecureString"],
  ["curl.sh", "curl -b 'theme=dark; lang=en-GB-oxendict' https://shop.io"],
  ["Dockerfile", "ENV PASSWORD_FILE /run/secrets/orders_database_password_2"],
  [".gitlab-ci.yml", "variables:\n  DEPLOY_TOKEN: $CI_DEPLOY_PASSWORD"],
  ["res/values/strings.xml", '<string name="password">Passwort vergessen?</string>'],
  ["pages/login.html", '<input type="password" name="password" id="login-password-field-2" />'],
  ["app/blob.txt", base64("a text that says nothing of any password or token at all")],
  ["app/links.txt", "https://shop.io/login?next=%2Faccount%2Fpassword%2Freset%3Flang%3Den%26tab%3Dsecurity"],
  ["src/ids.ts", 'const commit = "9fceb02d0ae598e95dc970b74767f19372d61af8"; const token = commit;'],
  ["src/api.ts", 'headers["X-Token-Type"] = "urn:shop:token-type:refresh-2024";'],
] as const;

/** Rows without secrets. */
export const fileNegatives: readonly Row[] = [...files.map(row("credential file")), ...code.map(row("code"))];
