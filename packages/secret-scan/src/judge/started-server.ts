// Passwords that a run of continuous integration gives to servers that it starts itself: they end with the run.
import type { Blob, Candidate, Label } from "../detect/candidate.js";
import { isRepeated } from "../detect/repeated.js";
import { isLocalName } from "./local-host.js";

const folder = /(?:^|\/)\.(?:github\/(?:workflows|actions)|circleci|buildkite|semaphore|azure-pipelines|woodpecker|gitlab-ci|gitlab\/ci)\/.{1,300}\.ya?ml$/;
const file = /(?:^|\/)(?:\.gitlab-ci[\w.-]{0,40}|\.?(?:travis|appveyor|cirrus|drone|woodpecker)|\.?(?:azure|bitbucket)-pipelines[\w.-]{0,40})\.ya?ml$/;

/** That containers are started: a service, an image, Docker's command. */
const starts = /(?:^|\n)[ \t]{0,40}(?:-[ \t]{1,4})?(?:services|image|container|addons)[ \t]{0,4}:|\bdocker(?:-compose|[ \t]{1,4}(?:compose|run))\b/;
/** By which variable an image of a server takes its first password, as its page on Docker Hub or the vendor's own says. */
const ofImage: ReadonlySet<string> = new Set(
  // https://hub.docker.com/_/postgres, mysql, mariadb, mongo, rabbitmq, couchdb, elasticsearch, neo4j, arangodb
  `POSTGRES_PASSWORD MYSQL_ROOT_PASSWORD MYSQL_PASSWORD MARIADB_ROOT_PASSWORD MARIADB_PASSWORD MONGO_INITDB_ROOT_PASSWORD RABBITMQ_DEFAULT_PASS
  COUCHDB_PASSWORD ELASTIC_PASSWORD NEO4J_AUTH ARANGO_ROOT_PASSWORD`
    // https://learn.microsoft.com/en-us/sql/linux/sql-server-linux-configure-environment-variables; Oracle's and gvenzl's images; Db2's
    .concat(" MSSQL_SA_PASSWORD SA_PASSWORD ORACLE_PWD ORACLE_PASSWORD APP_USER_PASSWORD DB2INST1_PASSWORD")
    // MinIO, ClickHouse, Keycloak, Grafana, OpenLDAP, Bitnami's PostgreSQL
    .concat(" MINIO_ROOT_PASSWORD CLICKHOUSE_PASSWORD KEYCLOAK_ADMIN_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD GF_SECURITY_ADMIN_PASSWORD")
    .concat(" LDAP_ADMIN_PASSWORD POSTGRESQL_PASSWORD POSTGRESQL_POSTGRES_PASSWORD")
    .split(/\s+/),
);

/** Clients that speak to this machine where they are told of no other. */
const client = /\b(?:psql|mysql(?:dump|admin|import)?|mariadb|mongo(?:sh|dump|restore)?|redis-cli|sqlcmd|bcp)\b/;
const host = /(?:^|\s)(?:-h|-H|-S|--host|--server)(?:[ \t]{0,4}|=)(?:tcp:)?["']?([\w.-]{1,253})/;
const account = /\b(?:create|alter)\s{1,20}(?:user|role|login)\b|\bset\s{1,20}password\b|\bidentified\b|\bgrant\b/i;

/** The command that an offset stands in, with the lines that continue it; a line that a program wrote is read in part. */
function commandAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 600), at);
  let start = before.lastIndexOf("\n") + 1;
  while (start > 1 && /\\\r?$/.test(before.slice(0, start - 1))) start = before.lastIndexOf("\n", start - 2) + 1;
  const [behind = ""] = text.slice(at, at + 300).split("\n", 1);
  return before.slice(start) + behind;
}

/** Whether a command speaks to a server on this machine or one beside it. */
function isToLocal(command: string): boolean {
  const [, named] = host.exec(command) ?? [];
  return named === undefined ? client.test(command) : isLocalName(named);
}

/** Why a password in the settings of continuous integration opens nothing but a server that the run starts; undefined where it may. */
export function startedServerDoubt(
  blob: Blob,
  { kind, name = "", value, start, end }: Candidate,
): { readonly label: Label; readonly reason: string } | undefined {
  const { path, text } = blob;
  if (!(folder.test(path) || file.test(path)) || !starts.test(text)) return undefined;
  const found = { label: "test-data", reason: "no vendor's form, for a server that a run of continuous integration starts" } as const;
  if (kind === "connection-string") return isLocalName(/^@([^\s:/?"'`]{1,253})/.exec(text.slice(end, end + 260))?.[1] ?? "//") ? found : undefined;
  if (kind === "generic-secret")
    return ofImage.has(name.toUpperCase()) || (/pass|pwd/i.test(name) && value.length < 100 && isRepeated(blob, value)) ? found : undefined;
  if (kind !== "authorization" && kind !== "credential-file") return undefined;
  const command = commandAround(text, start);
  return isToLocal(command) && (client.test(command) || account.test(command)) ? found : undefined;
}
