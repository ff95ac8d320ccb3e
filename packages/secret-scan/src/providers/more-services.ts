// Tokens of further services, each with a mark of its own.
import type { Provider } from "./provider.js";
import { either, run, uuid, type Shape } from "./shape.js";

const swarm = "https://docs.docker.com/engine/swarm/";

export const moreServices: readonly Provider[] = [
  {
    id: "doppler-config-token",
    title: "Doppler service token of a configuration",
    shape: ["dp.st.", run("base64url", 2, 35), ".", run("alnum", 40, 44)],
    source: "https://docs.doppler.com/reference/auth-token-formats",
  },
  { id: "docker-swarm-join-token", title: "Docker Swarm join token", shape: ["SWMTKN-1-", run("lowerDigit", 50), "-", run("lowerDigit", 25)], source: swarm },
  {
    id: "docker-swarm-unlock-key",
    title: "Docker Swarm unlock key",
    shape: ["SWMKEY-1-", run("base64", 43)],
    source: `${swarm}swarm_manager_locking/`,
  },
  {
    id: "gitlab-registration-token",
    title: "GitLab runner registration or workspace token",
    shape: [either("glrtr-", "glwt-"), run("base64url", 20, 64)],
    source: "https://docs.gitlab.com/security/tokens/",
  },
  {
    id: "twitch-stream-key",
    title: "Twitch stream key",
    shape: ["live_", run("digit", 6, 10), "_", run("alnum", 30)],
    source: "https://dev.twitch.tv/docs/video-broadcast/",
    revoke: "https://dashboard.twitch.tv/settings/stream",
  },
  {
    id: "microsoft-teams-legacy-webhook",
    title: "Microsoft Teams webhook",
    shape: ["outlook.office.com/webhook/", ...uuid, "@", ...uuid, "/IncomingWebhook/", run("hex", 32), "/", ...uuid] satisfies Shape,
    source: "https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook",
  },
  {
    id: "thingsboard-device-token",
    title: "access token of a device of ThingsBoard in its address",
    shape: [either("thingsboard.cloud/api/v1/", "thingsboard.io/api/v1/"), run("alnum", 20), either("/telemetry", "/attributes", "/rpc", "/claim")],
    source: "https://thingsboard.io/docs/reference/http-api/",
  },
  {
    id: "new-relic-regional-license-key",
    title: "New Relic license key of a region",
    shape: [either("eu01x", "us01x", "gov01x"), run("lowerDigit", 30, 31), "NRAL"],
    source: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
  },
  {
    id: "airtable-oauth-token",
    title: "Airtable OAuth access token",
    shape: ["oaa", run("alnum", 14), ".v1.", run("base64url", 60, 600), ".", run("hex", 64)],
    source: "https://airtable.com/developers/web/api/oauth-reference",
  },
  {
    id: "microsoft-refresh-token",
    title: "Microsoft identity refresh token",
    shape: [either("0.A", "1.A"), run("base64url", 20, 80), ".Ag", run("base64url", 120, 2000)],
    source: "https://learn.microsoft.com/en-us/entra/identity-platform/refresh-tokens",
  },
  {
    id: "azure-container-registry-key",
    title: "Azure Container Registry key",
    shape: [run("base64", 42), "+ACR", run("base64", 6)],
    source: "https://github.com/microsoft/security-utilities",
  },
  {
    id: "azure-app-configuration-secret",
    title: "Azure App Configuration connection string",
    shape: [".azconfig.io;Id=", run("identity", 4, 40), ";Secret=", run("base64", 36, 100)],
    source: "https://learn.microsoft.com/en-us/azure/azure-app-configuration/howto-manage-access-keys",
  },
  {
    id: "photoroom-api-key",
    title: "Photoroom API key",
    shape: ["sk_pr_", run("alnum", 3, 30), "_", run("hex", 40)],
    source: "https://docs.photoroom.com/getting-started/how-can-i-get-my-api-key",
  },
  { id: "spectral-token", title: "SpectralOps token", shape: ["spu-", run("hex", 32)], source: "https://guides.spectralops.io/docs/spectral-dsn" },
  {
    id: "zoho-oauth-token",
    title: "Zoho OAuth token",
    shape: ["1000.", run("hex", 32), ".", run("hex", 32)],
    source: "https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html",
  },
  {
    id: "teamwork-api-token",
    title: "Teamwork API token",
    shape: ["tkn.v1_", run("base64url", 70, 110), either("==", "=", "")],
    source: "https://apidocs.teamwork.com/guides/teamwork/authentication",
  },
  { id: "fleetbase-api-key", title: "Fleetbase API key", shape: ["flb_live_", run("alnum", 20)], source: "https://docs.fleetbase.io/" },
  { id: "flexport-api-token", title: "Flexport Logistics API token", shape: ["shltm_", run("base64url", 40)], source: "https://logistics-api.flexport.com/" },
];
