// Tokens of logs, metrics, errors, incidents and feature flags.
import type { Provider } from "./provider.js";
import { either, run, uuid } from "./shape.js";

const newRelic = "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/";
const sentry = "https://docs.sentry.io/account/auth-tokens/";

export const monitoring: readonly Provider[] = [
  { id: "new-relic-insert-key", title: "New Relic insert or query key", shape: [either("NRII-", "NRIQ-"), run("base64url", 25, 32)], source: newRelic },
  { id: "new-relic-browser-key", title: "New Relic browser key", shape: ["NRJS-", run("hex", 19)], label: "public", source: newRelic },
  { id: "new-relic-rest-key", title: "New Relic REST API key", shape: ["NRRA-", run("hex", 42)], source: newRelic },
  { id: "new-relic-admin-key", title: "New Relic admin API key", shape: ["NRAA-", run("hex", 27)], source: newRelic },
  {
    id: "pixie-key",
    title: "Pixie API or deploy key",
    shape: [either("px-api-", "px-dep-"), ...uuid],
    source: "https://docs.px.dev/reference/admin/api-keys/",
  },
  { id: "sentry-integration-token", title: "Sentry internal integration token", shape: ["sntryi_", run("hex", 64)], source: sentry },
  { id: "sentry-legacy-token", title: "Sentry auth token", shape: [run("hex", 64)], names: ["sentry"], source: sentry },
  {
    id: "grafana-legacy-api-key",
    title: "Grafana API key",
    shape: ["eyJrIjoi", run("base64", 60, 400), either("==", "=", "")],
    proof: "base64-json",
    source: "https://grafana.com/docs/grafana/latest/developers/http_api/auth/",
  },
  {
    id: "axiom-token",
    title: "Axiom API or personal token",
    shape: [either("xaat-", "xapt-"), ...uuid],
    source: "https://axiom.co/docs/reference/tokens",
  },
  {
    id: "sumologic-access-id",
    title: "Sumo Logic access id",
    shape: ["su", run("alnum", 12)],
    names: ["sumo"],
    source: "https://help.sumologic.com/docs/manage/security/access-keys/",
  },
  {
    id: "sumologic-access-key",
    title: "Sumo Logic access key",
    shape: [run("alnum", 64)],
    names: ["sumo"],
    source: "https://help.sumologic.com/docs/manage/security/access-keys/",
  },
  {
    id: "splunk-hec-token",
    title: "Splunk HTTP event collector token",
    shape: uuid,
    names: ["splunk", "hec_token"],
    source: "https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector",
  },
  {
    id: "rootly-api-key",
    title: "Rootly API key",
    shape: ["rootly_", run("hex", 64)],
    source: "https://docs.rootly.com/api-reference/overview",
  },
  { id: "opsgenie-api-key", title: "Opsgenie API key", shape: uuid, names: ["opsgenie"], source: "https://docs.opsgenie.com/docs/api-key-management" },
  {
    id: "launchdarkly-access-token",
    title: "LaunchDarkly access token",
    shape: [run("base64url", 40)],
    names: ["launchdarkly", "launch_darkly"],
    source: "https://launchdarkly.com/docs/home/account/api",
  },
  {
    id: "beamer-api-key",
    title: "Beamer API key",
    shape: ["b_", run("base64", 44)],
    names: ["beamer"],
    source: "https://www.getbeamer.com/docs",
  },
  {
    id: "rollbar-token",
    title: "Rollbar access token",
    shape: [run("hex", 32)],
    names: ["rollbar"],
    source: "https://docs.rollbar.com/docs/access-tokens",
  },
  { id: "bugsnag-api-key", title: "Bugsnag API key", shape: [run("hex", 32)], names: ["bugsnag"], source: "https://docs.bugsnag.com/api/" },
  {
    id: "statsig-secret-key",
    title: "Statsig secret key",
    shape: ["secret-", run("alnum", 43)],
    source: "https://docs.statsig.com/sdk-keys/api-keys/",
  },
  {
    id: "settlemint-token",
    title: "SettleMint access token",
    shape: [either("sm_aat_", "sm_pat_", "sm_sat_"), run("alnum", 16)],
    source: "https://console.settlemint.com/documentation/platform-components/security-and-authentication/personal-access-tokens",
  },
  {
    id: "dependency-track-key",
    title: "Dependency-Track API key",
    shape: ["odt_", run("alnum", 32, 64)],
    source: "https://docs.dependencytrack.org/integrations/rest-api/",
  },
  {
    id: "stackhawk-api-key",
    title: "StackHawk API key",
    shape: ["hawk.", run("base64url", 20), ".", run("base64url", 20)],
    source: "https://docs.stackhawk.com/apidocs.html",
  },
  {
    id: "coveralls-token",
    title: "Coveralls token",
    shape: [run("alnum", 32, 37)],
    names: ["coveralls"],
    source: "https://docs.coveralls.io/api-introduction",
  },
  {
    id: "statuspage-api-key",
    title: "Statuspage API key",
    shape: uuid,
    names: ["statuspage"],
    source: "https://developer.statuspage.io/",
  },
];
