// The files that programs keep credentials in, each with its program's manual in mind: a table of paths and of where the credential stands.

/** A form of file: which paths have it, and where in its text the credential stands (the last group; a group `user` before it). */
export interface Form {
  readonly title: string;
  /** What its line cannot do without: asked for first in a text of unknown path. */
  readonly needs?: string;
  readonly path: RegExp;
  readonly line: RegExp;
  /** `login`: user and password in base64; `encoded`: a password in base64; `hash`: what a password is tried against; `machine`: only what was drawn by chance; `phrase`: a long text of any signs. */
  readonly holds: "password" | "login" | "encoded" | "hash" | "machine" | "phrase";
  /** From the beginning of its section to the value: where everybody has the same, who starts the program at home. */
  readonly everybodys?: RegExp;
}

const crypt =
  "\\$(?:apr1|[156y]|2[abxy]|argon2\\w{1,3}|7|gy|scrypt|bcrypt-sha256|pbkdf2-sha\\d{1,3})\\$[./A-Za-z0-9$=,+]{20,200}|\\{(?:S?SHA|SHA256|SHA512|SSHA256|SSHA512|PBKDF2)\\}[A-Za-z0-9+/=.$]{20,200}|[a-f0-9]{32}|[./A-Za-z0-9]{13}";
const quoted = `"([^"\\r\\n]{1,300})"`;
const jsonSecret = (keys: string): RegExp => new RegExp(`"(?:${keys})"\\s{0,20}:\\s{0,20}${quoted}`, "g");
const keyed = (keys: string): RegExp =>
  new RegExp(`^[ \\t]{0,20}(?:${keys})[ \\t]{0,20}[=:][ \\t]{0,20}["']?([^\\s"'#;][^\\r\\n"']{0,299}?)["']?[ \\t]{0,20}\\r?$`, "gm");
const attribute = (keys: string): RegExp => new RegExp(`[\\s<](?:${keys})[ \\t]{0,8}=[ \\t]{0,8}"([^"\\r\\n]{1,300})"`, "g");
const element = (keys: string): RegExp => new RegExp(`<(?:${keys})(?:\\s[^<>\\r\\n]{0,100})?>([^<>\\r\\n]{1,300})</`, "g");

/** The forms. */
export const forms: readonly Form[] = [
  {
    title: "password in a netrc file",
    needs: "password",
    path: /(?:^|\/)[._]netrc$/,
    line: /(?:^|\s)password[ \t\r\n]{1,40}("[^"\r\n]{1,200}"|[^\s"#]\S{0,199})/g,
    holds: "password",
  },
  {
    title: "password in a pgpass file",
    path: /(?:^|\/)\.?pgpass(?:\.conf)?$/,
    line: /^(?!#)[^:\r\n]{1,200}:(?:\d{1,5}|\*):[^:\r\n]{1,100}:(?<user>[^:\r\n]{1,100}):(\S{1,200})[ \t]*\r?$/gm,
    holds: "password",
  },
  { title: "password of a PostgreSQL service", path: /(?:^|\/)\.?pg_service\.conf$/, line: keyed("password"), holds: "password" },
  { title: "password of a package index", needs: "password", path: /(?:^|\/)\.pypirc$/, line: keyed("password"), holds: "password" },
  { title: "password of a MySQL client", needs: "password", path: /(?:^|\/)\.?my(?:login)?\.cnf$/, line: keyed("password"), holds: "password" },
  {
    title: "password of a package registry",
    needs: "_password",
    path: /(?:^|\/)\.npmrc$/,
    line: /^[^#;\r\n=]{0,200}_password[ \t]*=[ \t]*["']?([A-Za-z0-9+/]{8,400}={0,2})["']?[ \t]*\r?$/gm,
    holds: "encoded",
  },
  {
    title: "login of a package registry",
    needs: "_auth",
    path: /(?:^|\/)\.npmrc$/,
    line: /^[^#;\r\n=]{0,200}_auth[ \t]*=[ \t]*["']?([A-Za-z0-9+/]{8,400}={0,2})["']?[ \t]*\r?$/gm,
    holds: "login",
  },
  {
    title: "token of a package registry",
    needs: "uthToken",
    path: /(?:^|\/)(?:\.npmrc|\.yarnrc(?:\.yml)?)$/,
    line: /(?:_authToken[ \t]*=|npmAuthToken[ \t]*:)[ \t]*["']?([^\s"'$]{8,400})/g,
    holds: "machine",
  },
  {
    title: "login of a container registry",
    needs: '"auth"',
    path: /(?:^|\/)(?:\.?docker\/config\.json|\.dockercfg|\.?dockerconfig(?:\.?json)|auth\.json)$/,
    line: /"auth"\s{0,20}:\s{0,20}"([A-Za-z0-9+/]{8,2000}={0,2})"/g,
    holds: "login",
  },
  {
    title: "password of a remote host",
    path: /(?:^|\/)(?:sftp(?:-config)?(?:-alt\d?)?\.json|\.ftpconfig|ftp(?:sync)?\.(?:json|settings)|\.remote-sync\.json|deployment-config\.json|robomongo\.json|\.ftppass|connections\.json)$/,
    line: jsonSecret("password|passphrase|pass|userPassword|sshPassphrase|sshUserPassword"),
    holds: "password",
  },
  {
    title: "password in a FileZilla site",
    path: /(?:^|\/)(?:sitemanager|recentservers|filezilla)\.xml$/i,
    line: /<Pass>([^<>\r\n]{1,300})<\/Pass>/g,
    holds: "password",
  },
  {
    title: "password in a FileZilla site",
    path: /(?:^|\/)(?:sitemanager|recentservers|filezilla)\.xml$/i,
    line: /<Pass encoding="base64">([A-Za-z0-9+/]{4,400}={0,2})<\/Pass>/g,
    holds: "encoded",
  },
  { title: "password in a WinSCP site", path: /(?:^|\/)winscp\.ini$/i, line: /^Password(?:Plain)?=([^\s]{6,400})\r?$/gm, holds: "password" },
  {
    title: "password of a remote desktop",
    path: /\.(?:rdp|rdg|remmina|vnc)$/i,
    line: /^(?:password(?: 51:b)?|passwd|Password)[ \t]*[=:][ \t]*([^\s]{6,400})[ \t]*\r?$/gim,
    holds: "password",
  },
  {
    title: "login that a browser stores",
    path: /(?:^|\/)(?:logins(?:-backup)?\.json|signons\.json)$/,
    line: jsonSecret("encryptedPassword"),
    holds: "machine",
  },
  {
    title: "password that an IDE stores",
    path: /(?:^|\/)\.idea\/(?:webServers|dataSources(?:\.local)?|deployment|security|sshConfigs)\.xml$/,
    line: attribute("password|passphrase"),
    holds: "password",
  },
  { title: "password that an IDE stores", path: /(?:^|\/)\.?(?:dbeaver-data-sources\.xml|data-sources\.xml)$/, line: attribute("password"), holds: "password" },
  {
    title: "password that an IDE stores",
    path: /(?:^|\/)\.vscode\/[\w-]{1,40}\.json$|\.code-workspace$/,
    line: jsonSecret("[\\w.-]{0,60}(?:password|passwd|passphrase)"),
    holds: "password",
  },
  {
    title: "key of WordPress",
    path: /(?:^|\/)wp-config(?:[\w.-]{0,20})\.php$/,
    line: /define\(\s{0,8}['"](?:(?:SECURE_|LOGGED_IN_|NONCE_|WP_)?AUTH_(?:KEY|SALT)|(?:LOGGED_IN|NONCE|SECURE_AUTH)_(?:KEY|SALT)|WP_CACHE_KEY_SALT)['"]\s{0,8},\s{0,8}(?:'((?:[^'\\\r\n]|\\.){24,120})'|"((?:[^"\\\r\n]|\\.){24,120})")/g,
    holds: "phrase",
  },
  {
    title: "password of WordPress's database",
    path: /(?:^|\/)wp-config(?:[\w.-]{0,20})\.php$/,
    line: /define\(\s{0,8}['"](?:DB_PASSWORD|FTP_PASS)['"]\s{0,8},\s{0,8}['"]([^'"\r\n]{1,200})['"]/g,
    holds: "password",
  },
  {
    title: "password of a PHP application",
    path: /(?:^|\/)(?:configuration|config|settings|LocalSettings|local|database|parameters)(?:\.inc)?\.php$/,
    line: /(?:\$(?:password|secret|wgDBpassword|wgSecretKey|dbpasswd|db_password)\s{0,8}=|['"](?:password|passwd|pass)['"]\s{0,8}=>)\s{0,8}['"]([^'"\r\n]{1,200})['"]/g,
    holds: "password",
  },
  {
    title: "key of a Django project",
    path: /(?:^|\/)(?:settings(?:[\w.-]{0,30})?|local_settings|production|base)\.py$/,
    line: /^[ \t]{0,8}SECRET_KEY[ \t]*=[ \t]*[rb]?(?:"([^"\r\n]{20,200})"|'([^'\r\n]{20,200})')/gm,
    holds: "phrase",
  },
  {
    title: "password of a Django project's database",
    path: /(?:^|\/)(?:settings(?:[\w.-]{0,30})?|local_settings|production|base)\.py$/,
    line: /['"]PASSWORD['"]\s{0,8}:\s{0,8}['"]([^'"\r\n]{1,200})['"]/g,
    holds: "password",
  },
  { title: "master key of Rails", path: /(?:^|\/)config\/(?:master|credentials\/[\w-]{1,40})\.key$/, line: /^([0-9a-f]{32})\s*$/gm, holds: "machine" },
  {
    title: "secret of a Rails application",
    path: /(?:^|\/)config\/(?:secrets|database|application)\.yml$/,
    line: /^[ \t]{1,20}(?:secret_key_base|password)[ \t]*:[ \t]*["']?([^\s"'<#&*][^\r\n"'#]{0,200}?)["']?[ \t]*\r?$/gm,
    holds: "password",
    // Rails makes one for each, and everybody who starts the application at home has it (guides.rubyonrails.org/4_2_release_notes, config/secrets.yml).
    everybodys: /^(?:development|test):[^]*?\n[ \t]{1,20}secret_key_base[ \t]*:[ \t]*["']?$/,
  },
  {
    title: "key of a Laravel application",
    path: /(?:^|\/)\.env(?:\.[\w-]{1,30})?$/,
    line: /^APP_KEY=(base64:[A-Za-z0-9+/]{43}=)[ \t]*\r?$/gm,
    holds: "machine",
  },
  {
    title: "password in an environment file",
    path: /(?:^|\/)(?:\.env(?:\.[\w-]{1,30})?|[\w-]{1,40}\.env|\.envrc|\.flaskenv)$/,
    line: /^(?:export[ \t]{1,4})?[A-Z0-9_]{0,60}(?:PASSWORD|PASSWD|PASSPHRASE|_PASS|_PWD)=["']?([^\s"'#$][^\r\n"'#]{5,199}?)["']?[ \t]*\r?$/gm,
    holds: "password",
  },
  {
    title: "secret in a credentials file",
    path: /(?:^|\/)(?:\.aws\/(?:credentials|config)|\.s3cfg|\.boto|\.passwd-s3fs|rclone\.conf|\.edgerc|\.oci\/config|\.databrickscfg|\.pip\/pip\.conf|pip\.conf)$/,
    line: keyed("aws_secret_access_key|aws_session_token|secret_key|gs_secret_access_key|client_secret|access_token|pass|password|token|secret_access_key"),
    holds: "machine",
  },
  {
    title: "token of a command-line program",
    path: /(?:^|\/)(?:\.config\/gh\/hosts\.yml|gh\/hosts\.yml|hub|\.terraformrc|terraform\.rc|credentials\.tfrc\.json|\.cargo\/credentials(?:\.toml)?|\.gem\/credentials|\.composer\/auth\.json|\.config\/composer\/auth\.json|auth\.json|\.heroku\/credentials|\.netlify\/config\.json|\.firebaserc|\.vault-token)$/,
    line: /(?:^|["'\s:])(?:oauth_token|token|rubygems_api_key|github\.com|password)["']?[ \t]*[=:][ \t]*["']?([A-Za-z0-9_.~+/=-]{16,300})/g,
    holds: "machine",
  },
  { title: "token of Vault", path: /(?:^|\/)\.vault-token$/, line: /^([\w.-]{24,200})\s*$/g, holds: "machine" },
  {
    title: "password of a Maven server",
    path: /(?:^|\/)(?:\.m2\/settings|settings(?:-security)?)\.xml$/,
    line: element("password|passphrase|privateKeyPassphrase|master"),
    holds: "password",
  },
  {
    title: "password of a build's signing",
    path: /(?:^|\/)(?:gradle|local|keystore|signing|key)\.properties$/,
    line: /^[ \t]*[\w.-]{0,60}(?:[pP]assword|[pP]assphrase|PASSWORD|[sS]torePass|[kK]eyPass)[ \t]*[=:][ \t]*([^\s#][^\r\n]{0,199}?)[ \t]*\r?$/gm,
    holds: "password",
  },
  {
    title: "password of a NuGet source",
    path: /(?:^|\/)nuget\.config$/i,
    line: /<add\s{1,20}key="ClearTextPassword"\s{1,20}value="([^"\r\n]{1,300})"/gi,
    holds: "password",
  },
  { title: "password of a Tomcat user", path: /(?:^|\/)tomcat-users\.xml$/, line: attribute("password"), holds: "password" },
  {
    title: "password of a data source",
    path: /(?:^|\/)(?:context|server|standalone(?:-[\w-]{1,20})?|persistence|hibernate\.cfg|applicationContext|[\w-]{1,30}-ds)\.xml$/,
    line: /(?:\s(?:password|connectionPassword)="([^"\r\n]{1,200})"|<property name="(?:hibernate\.connection\.password|[\w.]{0,40}password)"(?:\s{1,8}value="([^"\r\n]{1,200})"|>([^<>\r\n]{1,200})<))/g,
    holds: "password",
  },
  {
    title: "password of a group policy, under a key that is published",
    path: /(?:^|\/)(?:Groups|Services|ScheduledTasks|DataSources|Printers|Drives)\.xml$/i,
    line: /\scpassword="([A-Za-z0-9+/=]{20,400})"/g,
    holds: "machine",
  },
  {
    title: "password of an unattended installation",
    path: /(?:^|\/)(?:auto)?unattend(?:ed)?\.xml$|(?:^|\/)sysprep\.(?:xml|inf)$/i,
    line: /<(?:AdministratorPassword|Password)>\s{0,40}<Value>([^<>\r\n]{1,300})<\/Value>/g,
    holds: "password",
  },
  {
    title: "machine key of ASP.NET",
    path: /(?:^|\/)(?:web|machine)(?:\.[\w-]{1,20})?\.config$/i,
    line: /\s(?:validationKey|decryptionKey)="([0-9A-Fa-f]{32,256})"/g,
    holds: "machine",
  },
  {
    title: "password of a mail program",
    path: /(?:^|\/)\.?(?:muttrc|msmtprc|fetchmailrc|mbsyncrc|offlineimaprc|getmailrc|mailrc)$/,
    line: /(?:^|\s)(?:set[ \t]{1,8})?(?:imap_pass|smtp_pass|password|Pass|remotepass)[ \t]{0,8}[= \t][ \t]{0,8}["']?([^\s"'#]{1,200})["']?[ \t]*\r?$/gm,
    holds: "password",
  },
  {
    title: "key of a wireless network",
    path: /(?:^|\/)wpa_supplicant(?:[\w.-]{0,30})?\.conf$|\.nmconnection$/,
    line: /^[ \t]*(?:psk|password|wep_key0)[ \t]*=[ \t]*"?([^"\r\n]{6,200})"?[ \t]*\r?$/gm,
    holds: "password",
  },
  {
    title: "password of a dial-up login",
    path: /(?:^|\/)(?:pap|chap)-secrets$/,
    line: /^(?!#)(?<user>\S{1,100})[ \t]{1,40}\S{1,100}[ \t]{1,40}"?([^\s"#]{1,200})"?/gm,
    holds: "password",
  },
  {
    title: "password of a Cisco device",
    path: /(?:^|\/)(?:running|startup)-config$|-confg$|\.(?:ios|cisco)$/i,
    line: /^[ \t]*(?:enable (?:secret|password)|username (?<user>\S{1,60})(?: privilege \d{1,2})? (?:secret|password)|snmp-server community)(?: \d)? (\S{6,120})/gm,
    holds: "password",
  },
  { title: "private key of PuTTY", path: /\.ppk$/, line: /^Private-Lines: \d{1,3}\r?\n([A-Za-z0-9+/=]{40,80})\r?$/gm, holds: "machine" },
  {
    title: "password of a Jupyter server",
    path: /(?:^|\/)jupyter_(?:notebook|server|lab)_config\.(?:json|py)$/,
    line: /(?:"password"\s{0,8}:|\.password\s{0,8}=)\s{0,8}u?["']((?:sha1|sha256|argon2):[^"'\r\n]{20,200})["']/g,
    holds: "hash",
  },
  {
    title: "secret in a Terraform state",
    path: /\.tfstate(?:\.backup)?$/,
    line: jsonSecret(
      "(?:[a-z_]{0,30}_)?(?:password|passphrase|secret|secret_string|private_key|private_key_pem|access_key|primary_access_key|connection_string|client_secret|token|auth_token|api_key|result|bcrypt_hash)",
    ),
    holds: "machine",
  },
  {
    title: "password hash in an htpasswd file",
    path: /(?:^|\/)\.?htpasswd(?:[\w.-]{0,20})?$|(?:^|\/)\.?htdigest$/,
    line: new RegExp(`^(?!#)(?<user>[^:\\s]{1,100}):(?:[^:\\r\\n]{1,60}:)?(${crypt})(?=\\s|$)`, "gm"),
    holds: "hash",
  },
  {
    title: "password hash of a system account",
    path: /(?:^|\/)(?:g?shadow-?|master\.passwd|passwd-?)$/,
    line: new RegExp(`^(?!#)(?<user>[^:\\s]{1,100}):(${crypt}):`, "gm"),
    holds: "hash",
  },
  {
    title: "password hash in a dump of users",
    path: /\.(?:sql|dump|pgdump|mysqldump)$/i,
    line: /(?:['",\t(]|^)(\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}|\$argon2\w{1,3}\$[^'"\t\r\n]{40,200}|pbkdf2_sha256\$\d{1,8}\$[^'"\t\r\n]{30,120}|\$P\$[./A-Za-z0-9]{31}|\$S\$[./A-Za-z0-9]{52}|\$6\$[./A-Za-z0-9$=]{60,140}|\{SSHA\}[A-Za-z0-9+/=]{28,80})(?=['",\t)\r\n]|$)/gm,
    holds: "hash",
  },
  {
    title: "password of a command in a shell's history",
    path: /(?:^|\/)\.?(?:bash|zsh|sh|ash|fish|mysql|psql|python|node_repl|rediscli|irb)[_-]?history$|ConsoleHost_history\.txt$/,
    line: /(?:password|passwd|passphrase)[ \t]{0,4}[=:][ \t]{0,4}["']?([^\s"'`;&|$]{6,200})/gi,
    holds: "password",
  },
];

/** Forms that stand for themselves in a text of unknown path. */
export const everywhere: readonly Form[] = forms.filter(({ title }) =>
  /netrc|pgpass|htpasswd|system account|package (?:index|registry)|container registry|remote host|MySQL/.test(title),
);

/** What none of them can do without: most texts have none of it, and need not be asked for each. */
export const everywhereNeeds = /[=:]|password/;
