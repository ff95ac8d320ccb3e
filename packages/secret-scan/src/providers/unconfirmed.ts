// Forms that stand on their vendor's page alone: no vendor's rule of gitleaks, kingfisher, noseyparker or trufflehog matches samples of them, no sample
// of another scanner's own tests holds one, no standard defines them, and no token of the form was met in public code.

/** Ids of providers whose form nobody else confirms; found by running others' rules for the same vendor over samples of every row, and every row over others' samples. */
export const unconfirmed: ReadonlySet<string> = new Set(
  `
test-pypi-upload-token codecov-token tencent-secret-id supabase-publishable-key openai-project-key anthropic-oauth-token mistral-api-key
fireworks-api-key voyage-api-key runpod-api-key modal-token-secret e2b-api-key anyscale-api-key zai-api-key helicone-api-key mem0-api-key
scale-api-key discord-bot-token microsoft-teams-webhook resend-api-key honeycomb-ingest-key twitter-bearer-token pagerduty-key deno-deploy-token
depot-token openvsx-token jetbrains-token snyk-service-token chromatic-token semaphore-token render-api-key linode-token hetzner-token upcloud-token
exoscale-key softlayer-api-key tencent-secret-key yandex-oauth-token backblaze-application-key digitalocean-spaces-key google-cloud-hmac-key
firebase-server-key ovh-application-secret localstack-token aiven-service-password cockroachdb-key neon-role-password xata-api-key
elastic-cloud-api-key snowflake-token databricks-oauth-secret upstash-token rapidapi-key ory-token infisical-service-token bitwarden-machine-token
rancher-token jumpcloud-api-key splunk-hec-token rollbar-token bugsnag-api-key statsig-secret-key slack-browser-token onesignal-api-key
pushover-token pubnub-secret-key ably-api-key zapier-webhook mollie-api-key midtrans-server-key omise-secret-key adyen-api-key freemius-secret-key
amazon-client-secret ebay-production-secret binance-secret-key canva-token figma-oauth-token ghost-admin-key hubspot-personal-key linear-oauth-token
linkedin-prefixed-secret pinterest-access-token retool-api-token salesforce-access-token trello-token tiktok-client-token sanity-token
particle-access-token
`
    .trim()
    .split(/\s+/),
);
