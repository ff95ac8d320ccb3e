// Tokens of databases, queues and their clouds.
import type { Provider } from "./provider.js";
import { either, run, uuid } from "./shape.js";

export const databases: readonly Provider[] = [
  {
    id: "aiven-service-password",
    title: "Aiven service password",
    shape: ["AVNS_", run("base64url", 19)],
    source: "https://aiven.io/docs/platform/howto/reset-service-password",
  },
  {
    id: "clickhouse-cloud-key",
    title: "ClickHouse Cloud API key secret",
    shape: ["4b1d", run("alnum", 38)],
    source: "https://clickhouse.com/docs/cloud/manage/openapi",
    revoke: "https://console.clickhouse.cloud/",
  },
  {
    id: "cockroachdb-key",
    title: "CockroachDB Cloud API key",
    shape: ["CCDB1_", run("alnum", 22), "_", run("alnum", 40)],
    source: "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access#api-access",
  },
  {
    id: "confluent-secret",
    title: "Confluent Cloud API secret",
    shape: [run("base64", 64)],
    names: ["confluent"],
    source: "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
  },
  {
    id: "confluent-prefixed-secret",
    title: "Confluent Cloud API secret",
    shape: ["cflt", run("base64", 60)],
    source: "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
  },
  {
    id: "mongodb-atlas-service-secret",
    title: "MongoDB Atlas service account secret",
    shape: ["mdb_sa_sk_", run("base64url", 40)],
    source: "https://www.mongodb.com/docs/atlas/api/service-accounts-overview/",
  },
  {
    id: "neon-api-key",
    title: "Neon API key",
    shape: ["napi_", run("lowerDigit", 64)],
    source: "https://neon.com/docs/manage/api-keys",
    revoke: "https://console.neon.tech/app/settings/api-keys",
  },
  {
    id: "neon-role-password",
    title: "Neon database password",
    shape: ["npg_", run("alnum", 12, 32)],
    source: "https://neon.com/docs/connect/connect-from-any-app",
  },
  {
    id: "xata-api-key",
    title: "Xata API key",
    shape: ["xau_", run("alnum", 32, 48)],
    source: "https://xata.io/docs/api-reference/user",
  },
  {
    id: "elastic-cloud-api-key",
    title: "Elastic Cloud API key",
    shape: ["essu_", run("base64", 60, 120), either("==", "=", "")],
    source: "https://www.elastic.co/guide/en/cloud/current/ec-api-authentication.html",
  },
  {
    id: "snowflake-token",
    title: "Snowflake programmatic access token or password",
    shape: [run("base64url", 24, 200)],
    names: ["snowflake_token", "snowflake_pat"],
    source: "https://docs.snowflake.com/en/user-guide/programmatic-access-tokens",
  },
  {
    id: "databricks-oauth-secret",
    title: "Databricks OAuth secret",
    shape: ["dose", run("hex", 32)],
    source: "https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m",
  },
  {
    id: "nats-seed",
    title: "NATS private seed",
    shape: [either("SU", "SA", "SO", "SN", "SC", "SX"), run("base32", 56)],
    proof: "crc16-base32",
    isDrawn: true,
    source: "https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth",
  },
  {
    id: "upstash-token",
    title: "Upstash REST token",
    shape: [run("base64url", 40, 120), either("==", "=", "")],
    names: ["upstash_redis_rest_token", "upstash_token", "kv_rest_api_token", "qstash_token"],
    source: "https://upstash.com/docs/redis/features/restapi",
  },
  {
    id: "dfuse-api-key",
    title: "dfuse API key",
    shape: [either("web_", "server_"), run("hex", 32)],
    source: "https://docs.dfuse.eosnation.io/platform/dfuse-cloud/authentication/",
  },
  {
    id: "segment-public-api-token",
    title: "Segment Public API token",
    shape: ["sgp_", run("alnum", 64)],
    source: "https://segment.com/docs/api/public-api/",
  },
  {
    id: "rapidapi-key",
    title: "RapidAPI key",
    shape: [run("lowerDigit", 10), "msh", run("lowerDigit", 15), "p1", run("lowerDigit", 6), "jsn", run("lowerDigit", 12)],
    source: "https://docs.rapidapi.com/docs/keys",
  },
  {
    id: "maxmind-license-key",
    title: "MaxMind license key",
    shape: [run("alnum", 6), "_", run("alnum", 29), "_mmk"],
    source: "https://support.maxmind.com/hc/en-us/articles/4407111582235-Generate-a-License-Key",
  },
  {
    id: "adafruit-io-key",
    title: "Adafruit IO key",
    shape: ["aio_", run("alnum", 28)],
    source: "https://io.adafruit.com/api/docs",
  },
  {
    id: "squarespace-key",
    title: "Squarespace API key",
    shape: uuid,
    names: ["squarespace"],
    source: "https://developers.squarespace.com/commerce-apis/authentication-and-permissions",
  },
];
