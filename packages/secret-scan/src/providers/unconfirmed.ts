// Forms that stand on their vendor's page alone: no rule of gitleaks matches samples of them, and no sample of another scanner's own tests holds one.

/** Ids of providers whose form nobody else confirms; found by running gitleaks over samples of every row, and every row over others' samples. */
export const unconfirmed: ReadonlySet<string> = new Set(
  `
test-pypi-upload-token codecov-token tencent-secret-id supabase-secret-key supabase-publishable-key tailscale-key openai-project-key
anthropic-oauth-token mistral-api-key fireworks-api-key cerebras-api-key voyage-api-key assemblyai-api-key runpod-api-key modal-token-secret
e2b-api-key browserbase-api-key anyscale-api-key zai-api-key helicone-api-key mem0-api-key scale-api-key discord-bot-token microsoft-teams-webhook
twilio-auth-token resend-api-key honeycomb-ingest-key posthog-personal-key asana-token twitter-bearer-token pagerduty-key telnyx-api-key
flutterwave-secret-key deno-deploy-token depot-token openvsx-token jetbrains-token snyk-service-token chromatic-token semaphore-token
vercel-blob-token render-api-key railway-token scaleway-secret-key linode-token hetzner-token upcloud-token exoscale-key ibm-cos-secret-key
softlayer-api-key tencent-secret-key yandex-oauth-token backblaze-application-key digitalocean-spaces-key google-cloud-hmac-key firebase-server-key
aws-session-token azure-function-key ovh-application-secret localstack-token aiven-service-password cockroachdb-key neon-api-key neon-role-password
xata-api-key elastic-cloud-api-key snowflake-token databricks-oauth-secret upstash-token rapidapi-key stytch-secret ory-token infisical-service-token
bitwarden-machine-token vault-short-token wireguard-private-key stellar-secret-seed nostr-private-key bip32-private-key bitcoin-private-key
portainer-token rancher-token jumpcloud-api-key truenas-api-key sentry-integration-token axiom-token splunk-hec-token rollbar-token bugsnag-api-key
statsig-secret-key slack-browser-token mandrill-api-key mailersend-api-token brevo-smtp-key sparkpost-api-key mailjet-key klaviyo-private-key
onesignal-api-key pushover-token pubnub-secret-key ably-api-key zapier-webhook kit-api-key paddle-api-key paddle-sandbox-key mollie-api-key
xendit-secret-key midtrans-server-key omise-secret-key razorpay-key-secret adyen-api-key freemius-secret-key shopify-theme-token
woocommerce-consumer-secret woocommerce-consumer-key amazon-client-secret ebay-production-secret binance-secret-key taxjar-api-token canva-token
figma-oauth-token ghost-admin-key hubspot-personal-key linear-oauth-token linkedin-prefixed-secret pinterest-access-token retool-api-token
salesforce-access-token spotify-client-secret todoist-api-token trello-token tiktok-client-token bitly-token sanity-token particle-access-token
infura-api-key azure-app-configuration-secret
`
    .trim()
    .split(/\s+/),
);
