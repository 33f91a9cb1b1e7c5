import type { Detector } from '../../contracts/detector.ts';
import { ablyApiKey } from './ably-api-key.ts';
import { adafruitIoKey } from './adafruit-io-key.ts';
import { adafruitLegacyKey } from './adafruit-legacy-key.ts';
import { adobeClientId } from './adobe-client-id.ts';
import { adobeClientSecret } from './adobe-client-secret.ts';
import { adyenApiKey } from './adyen-api-key.ts';
import { ageSecretKey } from './age-secret-key.ts';
import { airtableApiKey } from './airtable-api-key.ts';
import { airtableToken } from './airtable-token.ts';
import { akamaiCredential } from './akamai-credential.ts';
import { alchemyApiKey } from './alchemy-api-key.ts';
import { algoliaApiKey } from './algolia-api-key.ts';
import { alibabaAccessKeyId } from './alibaba-access-key-id.ts';
import { alibabaAccessKeySecret } from './alibaba-access-key-secret.ts';
import { amazonMwsToken } from './amazon-mws-token.ts';
import { anthropicApiKey } from './anthropic-api-key.ts';
import { apifyToken } from './apify-token.ts';
import { asanaClientId } from './asana-client-id.ts';
import { asanaClientSecret } from './asana-client-secret.ts';
import { asanaToken } from './asana-token.ts';
import { assemblyaiApiKey } from './assemblyai-api-key.ts';
import { astraDbToken } from './astra-db-token.ts';
import { atlassianApiToken } from './atlassian-api-token.ts';
import { atlassianLegacyToken } from './atlassian-legacy-token.ts';
import { auth0ClientSecret } from './auth0-client-secret.ts';
import { authressKey } from './authress-key.ts';
import { awsAccessKeyId } from './aws-access-key-id.ts';
import { awsSecretAccessKey } from './aws-secret-access-key.ts';
import { axiomToken } from './axiom-token.ts';
import { azureAiKey } from './azure-ai-key.ts';
import { azureClientSecret } from './azure-client-secret.ts';
import { azureCosmosKey } from './azure-cosmos-key.ts';
import { azureDevopsLegacyToken } from './azure-devops-legacy-token.ts';
import { azureDevopsToken } from './azure-devops-token.ts';
import { azureFunctionKey } from './azure-function-key.ts';
import { azureMessagingKey } from './azure-messaging-key.ts';
import { azureRedisKey } from './azure-redis-key.ts';
import { azureSasToken } from './azure-sas-token.ts';
import { azureSearchKey } from './azure-search-key.ts';
import { azureStorageAccountKey } from './azure-storage-account-key.ts';
import { backblazeKey } from './backblaze-key.ts';
import { basicAuthHeader } from './basic-auth-header.ts';
import { beamerApiKey } from './beamer-api-key.ts';
import { bedrockApiKey } from './bedrock-api-key.ts';
import { binanceKey } from './binance-key.ts';
import { bitbucketAccessToken } from './bitbucket-access-token.ts';
import { bitbucketAppPassword } from './bitbucket-app-password.ts';
import { bitbucketOauthClient } from './bitbucket-oauth-client.ts';
import { bitcoinExtendedKey } from './bitcoin-extended-key.ts';
import { bittrexKey } from './bittrex-key.ts';
import { bitwardenAccessToken } from './bitwarden-access-token.ts';
import { braintreeToken } from './braintree-token.ts';
import { brevoApiKey } from './brevo-api-key.ts';
import { browserbaseApiKey } from './browserbase-api-key.ts';
import { browserstackAccessKey } from './browserstack-access-key.ts';
import { bugsnagKey } from './bugsnag-key.ts';
import { buildkiteToken } from './buildkite-token.ts';
import { calComApiKey } from './cal-com-api-key.ts';
import { canvaSecret } from './canva-secret.ts';
import { cashfreeSecretKey } from './cashfree-secret-key.ts';
import { cerebrasApiKey } from './cerebras-api-key.ts';
import { checklyApiKey } from './checkly-api-key.ts';
import { checkoutComSecretKey } from './checkout-com-secret-key.ts';
import { chromaticToken } from './chromatic-token.ts';
import { circleciLegacyToken } from './circleci-legacy-token.ts';
import { circleciToken } from './circleci-token.ts';
import { clickhouseCloudSecret } from './clickhouse-cloud-secret.ts';
import { clickupToken } from './clickup-token.ts';
import { clojarsToken } from './clojars-token.ts';
import { closeApiKey } from './close-api-key.ts';
import { cloudflareApiToken } from './cloudflare-api-token.ts';
import { cloudflareGlobalKey } from './cloudflare-global-key.ts';
import { cloudflareOriginCaKey } from './cloudflare-origin-ca-key.ts';
import { cloudsmithApiKey } from './cloudsmith-api-key.ts';
import { cockroachCloudKey } from './cockroach-cloud-key.ts';
import { codecovToken } from './codecov-token.ts';
import { cohereApiKey } from './cohere-api-key.ts';
import { coinbaseKey } from './coinbase-key.ts';
import { configcatSdkKey } from './configcat-sdk-key.ts';
import { confluentApiKey } from './confluent-api-key.ts';
import { connectionString } from './connection-string.ts';
import { consulToken } from './consul-token.ts';
import { contentfulDeliveryToken } from './contentful-delivery-token.ts';
import { contentfulManagementToken } from './contentful-management-token.ts';
import { coralogixKey } from './coralogix-key.ts';
import { courierKey } from './courier-key.ts';
import { cratesIoToken } from './crates-io-token.ts';
import { crowdinToken } from './crowdin-token.ts';
import { curlCredentials } from './curl-credentials.ts';
import { cypressRecordKey } from './cypress-record-key.ts';
import { databricksToken } from './databricks-token.ts';
import { datadogKey } from './datadog-key.ts';
import { dbtCloudToken } from './dbt-cloud-token.ts';
import { deepgramApiKey } from './deepgram-api-key.ts';
import { deeplApiKey } from './deepl-api-key.ts';
import { deepseekApiKey } from './deepseek-api-key.ts';
import { definedNetworkingKey } from './defined-networking-key.ts';
import { denoDeployToken } from './deno-deploy-token.ts';
import { depotToken } from './depot-token.ts';
import { digitaloceanToken } from './digitalocean-token.ts';
import { dingtalkWebhook } from './dingtalk-webhook.ts';
import { discordBotToken } from './discord-bot-token.ts';
import { discordClientId } from './discord-client-id.ts';
import { discordCredential } from './discord-credential.ts';
import { discordWebhook } from './discord-webhook.ts';
import { dnsimpleToken } from './dnsimple-token.ts';
import { dockerHubToken } from './docker-hub-token.ts';
import { dockerSwarmToken } from './docker-swarm-token.ts';
import { dopplerToken } from './doppler-token.ts';
import { droneCiToken } from './drone-ci-token.ts';
import { dropboxAccessToken } from './dropbox-access-token.ts';
import { dropboxCredential } from './dropbox-credential.ts';
import { duffelToken } from './duffel-token.ts';
import { dynatraceToken } from './dynatrace-token.ts';
import { e2bApiKey } from './e2b-api-key.ts';
import { easypostApiKey } from './easypost-api-key.ts';
import { elasticApiKey } from './elastic-api-key.ts';
import { elevenlabsApiKey } from './elevenlabs-api-key.ts';
import { endorLabsKey } from './endor-labs-key.ts';
import { etherscanApiKey } from './etherscan-api-key.ts';
import { etsyKey } from './etsy-key.ts';
import { exoscaleApiKey } from './exoscale-api-key.ts';
import { expoAccessToken } from './expo-access-token.ts';
import { facebookAccessToken } from './facebook-access-token.ts';
import { facebookAppSecret } from './facebook-app-secret.ts';
import { facebookAppToken } from './facebook-app-token.ts';
import { fastlyApiToken } from './fastly-api-token.ts';
import { faunaKey } from './fauna-key.ts';
import { figmaToken } from './figma-token.ts';
import { finicityCredential } from './finicity-credential.ts';
import { finnhubToken } from './finnhub-token.ts';
import { firebaseServerKey } from './firebase-server-key.ts';
import { firecrawlApiKey } from './firecrawl-api-key.ts';
import { firehydrantToken } from './firehydrant-token.ts';
import { fireworksApiKey } from './fireworks-api-key.ts';
import { fleetbaseApiKey } from './fleetbase-api-key.ts';
import { flexportToken } from './flexport-token.ts';
import { flickrKey } from './flickr-key.ts';
import { flutterwaveKey } from './flutterwave-key.ts';
import { flutterwavePublicKey } from './flutterwave-public-key.ts';
import { flyAccessToken } from './fly-access-token.ts';
import { fortytwoClientSecret } from './fortytwo-client-secret.ts';
import { frameioToken } from './frameio-token.ts';
import { freemiusSecretKey } from './freemius-secret-key.ts';
import { freshbooksToken } from './freshbooks-token.ts';
import { freshdeskApiKey } from './freshdesk-api-key.ts';
import { gcoreApiToken } from './gcore-api-token.ts';
import { ghostAdminKey } from './ghost-admin-key.ts';
import { giteaToken } from './gitea-token.ts';
import { githubFineGrainedToken } from './github-fine-grained-token.ts';
import { githubToken } from './github-token.ts';
import { gitlabAgentToken } from './gitlab-agent-token.ts';
import { gitlabDeployToken } from './gitlab-deploy-token.ts';
import { gitlabFeatureFlagToken } from './gitlab-feature-flag-token.ts';
import { gitlabFeedToken } from './gitlab-feed-token.ts';
import { gitlabJobToken } from './gitlab-job-token.ts';
import { gitlabMailToken } from './gitlab-mail-token.ts';
import { gitlabOauthSecret } from './gitlab-oauth-secret.ts';
import { gitlabPersonalAccessToken } from './gitlab-personal-access-token.ts';
import { gitlabPipelineTriggerToken } from './gitlab-pipeline-trigger-token.ts';
import { gitlabRunnerToken } from './gitlab-runner-token.ts';
import { gitlabScimToken } from './gitlab-scim-token.ts';
import { gitlabSessionCookie } from './gitlab-session-cookie.ts';
import { gitterToken } from './gitter-token.ts';
import { gocardlessToken } from './gocardless-token.ts';
import { googleApiKey } from './google-api-key.ts';
import { googleChatWebhook } from './google-chat-webhook.ts';
import { googleOauthAccessToken } from './google-oauth-access-token.ts';
import { googleOauthClientSecret } from './google-oauth-client-secret.ts';
import { googleOauthRefreshToken } from './google-oauth-refresh-token.ts';
import { grafanaApiKey } from './grafana-api-key.ts';
import { grafanaCloudToken } from './grafana-cloud-token.ts';
import { grafanaServiceAccountToken } from './grafana-service-account-token.ts';
import { groqApiKey } from './groq-api-key.ts';
import { harnessToken } from './harness-token.ts';
import { heliconeApiKey } from './helicone-api-key.ts';
import { herokuApiKey } from './heroku-api-key.ts';
import { herokuLegacyKey } from './heroku-legacy-key.ts';
import { hetznerToken } from './hetzner-token.ts';
import { honeybadgerToken } from './honeybadger-token.ts';
import { honeycombKey } from './honeycomb-key.ts';
import { hubspotLegacyKey } from './hubspot-legacy-key.ts';
import { hubspotToken } from './hubspot-token.ts';
import { huggingfaceToken } from './huggingface-token.ts';
import { ibmCloudApiKey } from './ibm-cloud-api-key.ts';
import { iftttWebhookKey } from './ifttt-webhook-key.ts';
import { imagekitPrivateKey } from './imagekit-private-key.ts';
import { infisicalToken } from './infisical-token.ts';
import { influxdbToken } from './influxdb-token.ts';
import { infracostApiKey } from './infracost-api-key.ts';
import { infuraKey } from './infura-key.ts';
import { inngestSigningKey } from './inngest-signing-key.ts';
import { instagramToken } from './instagram-token.ts';
import { intercomLegacyToken } from './intercom-legacy-token.ts';
import { intercomToken } from './intercom-token.ts';
import { jenkinsToken } from './jenkins-token.ts';
import { jetbrainsToken } from './jetbrains-token.ts';
import { jfrogApiKey } from './jfrog-api-key.ts';
import { jfrogIdentityToken } from './jfrog-identity-token.ts';
import { jfrogReferenceToken } from './jfrog-reference-token.ts';
import { jinaApiKey } from './jina-api-key.ts';
import { jsonWebToken } from './json-web-token.ts';
import { jumpcloudApiKey } from './jumpcloud-api-key.ts';
import { kaggleLegacyKey } from './kaggle-legacy-key.ts';
import { kaggleToken } from './kaggle-token.ts';
import { klaviyoPrivateKey } from './klaviyo-private-key.ts';
import { krakenKey } from './kraken-key.ts';
import { kubernetesBootstrapToken } from './kubernetes-bootstrap-token.ts';
import { kubernetesSecret } from './kubernetes-secret.ts';
import { kucoinKey } from './kucoin-key.ts';
import { langfuseSecretKey } from './langfuse-secret-key.ts';
import { langsmithApiKey } from './langsmith-api-key.ts';
import { larkWebhook } from './lark-webhook.ts';
import { launchdarklyKey } from './launchdarkly-key.ts';
import { launchdarklyToken } from './launchdarkly-token.ts';
import { lichessToken } from './lichess-token.ts';
import { linearApiKey } from './linear-api-key.ts';
import { linearClientSecret } from './linear-client-secret.ts';
import { linkedinClientId } from './linkedin-client-id.ts';
import { linkedinClientSecret } from './linkedin-client-secret.ts';
import { linodeToken } from './linode-token.ts';
import { llamacloudApiKey } from './llamacloud-api-key.ts';
import { lobApiKey } from './lob-api-key.ts';
import { lokaliseToken } from './lokalise-token.ts';
import { lookerCredential } from './looker-credential.ts';
import { mailchimpApiKey } from './mailchimp-api-key.ts';
import { mailersendToken } from './mailersend-token.ts';
import { mailgunKey } from './mailgun-key.ts';
import { mailjetKey } from './mailjet-key.ts';
import { makeWebhook } from './make-webhook.ts';
import { mandrillApiKey } from './mandrill-api-key.ts';
import { mapboxPublicToken } from './mapbox-public-token.ts';
import { mapboxSecretToken } from './mapbox-secret-token.ts';
import { materializeToken } from './materialize-token.ts';
import { mattermostToken } from './mattermost-token.ts';
import { maxmindLicenseKey } from './maxmind-license-key.ts';
import { merakiApiKey } from './meraki-api-key.ts';
import { mercadopagoToken } from './mercadopago-token.ts';
import { messagebirdClientId } from './messagebird-client-id.ts';
import { messagebirdKey } from './messagebird-key.ts';
import { metabaseApiKey } from './metabase-api-key.ts';
import { microsoftTeamsWebhook } from './microsoft-teams-webhook.ts';
import { midtransServerKey } from './midtrans-server-key.ts';
import { mistralApiKey } from './mistral-api-key.ts';
import { modalToken } from './modal-token.ts';
import { modrinthToken } from './modrinth-token.ts';
import { mollieApiKey } from './mollie-api-key.ts';
import { mongodbAtlasSecret } from './mongodb-atlas-secret.ts';
import { neonApiKey } from './neon-api-key.ts';
import { netlifyLegacyToken } from './netlify-legacy-token.ts';
import { netlifyToken } from './netlify-token.ts';
import { netrcPassword } from './netrc-password.ts';
import { newRelicBrowserKey } from './new-relic-browser-key.ts';
import { newRelicKey } from './new-relic-key.ts';
import { newRelicUserId } from './new-relic-user-id.ts';
import { ngrokCredential } from './ngrok-credential.ts';
import { nightfallApiKey } from './nightfall-api-key.ts';
import { nomadToken } from './nomad-token.ts';
import { northflankToken } from './northflank-token.ts';
import { notionToken } from './notion-token.ts';
import { npmToken } from './npm-token.ts';
import { ntfyToken } from './ntfy-token.ts';
import { nugetApiKey } from './nuget-api-key.ts';
import { nugetConfigPassword } from './nuget-config-password.ts';
import { nvidiaApiKey } from './nvidia-api-key.ts';
import { nytimesApiKey } from './nytimes-api-key.ts';
import { octopusDeployApiKey } from './octopus-deploy-api-key.ts';
import { oktaToken } from './okta-token.ts';
import { omiseSecretKey } from './omise-secret-key.ts';
import { onepasswordSecretKey } from './onepassword-secret-key.ts';
import { onepasswordServiceAccount } from './onepassword-service-account.ts';
import { onesignalApiKey } from './onesignal-api-key.ts';
import { onfidoToken } from './onfido-token.ts';
import { openVsxToken } from './open-vsx-token.ts';
import { openaiApiKey } from './openai-api-key.ts';
import { openaiProjectKey } from './openai-project-key.ts';
import { openrouterApiKey } from './openrouter-api-key.ts';
import { openshiftToken } from './openshift-token.ts';
import { openweatherApiKey } from './openweather-api-key.ts';
import { opsgenieKey } from './opsgenie-key.ts';
import { oryToken } from './ory-token.ts';
import { ovhSecret } from './ovh-secret.ts';
import { packagistToken } from './packagist-token.ts';
import { paddleApiKey } from './paddle-api-key.ts';
import { pagarmeApiKey } from './pagarme-api-key.ts';
import { pagerdutyKey } from './pagerduty-key.ts';
import { pangeaToken } from './pangea-token.ts';
import { paystackSecretKey } from './paystack-secret-key.ts';
import { percyToken } from './percy-token.ts';
import { perplexityApiKey } from './perplexity-api-key.ts';
import { personaApiKey } from './persona-api-key.ts';
import { pineconeApiKey } from './pinecone-api-key.ts';
import { pineconeLegacyKey } from './pinecone-legacy-key.ts';
import { pinterestToken } from './pinterest-token.ts';
import { pkcs12File } from './pkcs12-file.ts';
import { plaidAccessToken } from './plaid-access-token.ts';
import { plaidCredential } from './plaid-credential.ts';
import { planetscaleToken } from './planetscale-token.ts';
import { polarToken } from './polar-token.ts';
import { porkbunApiKey } from './porkbun-api-key.ts';
import { portainerToken } from './portainer-token.ts';
import { posthogPersonalKey } from './posthog-personal-key.ts';
import { postmanApiKey } from './postman-api-key.ts';
import { postmarkToken } from './postmark-token.ts';
import { prefectApiKey } from './prefect-api-key.ts';
import { privateJsonWebKey } from './private-json-web-key.ts';
import { privateKey } from './private-key.ts';
import { privateaiKey } from './privateai-key.ts';
import { proxmoxToken } from './proxmox-token.ts';
import { pubnubSecretKey } from './pubnub-secret-key.ts';
import { pulumiAccessToken } from './pulumi-access-token.ts';
import { pushbulletToken } from './pushbullet-token.ts';
import { pusherSecret } from './pusher-secret.ts';
import { pypiToken } from './pypi-token.ts';
import { qianfanApiKey } from './qianfan-api-key.ts';
import { quicknodeApiKey } from './quicknode-api-key.ts';
import { railwayToken } from './railway-token.ts';
import { rampSecret } from './ramp-secret.ts';
import { rancherToken } from './rancher-token.ts';
import { rapidapiKey } from './rapidapi-key.ts';
import { razorpayKey } from './razorpay-key.ts';
import { readmeApiKey } from './readme-api-key.ts';
import { renderApiKey } from './render-api-key.ts';
import { replicateToken } from './replicate-token.ts';
import { resendApiKey } from './resend-api-key.ts';
import { retoolToken } from './retool-token.ts';
import { rollbarToken } from './rollbar-token.ts';
import { rootlyApiKey } from './rootly-api-key.ts';
import { rubygemsApiKey } from './rubygems-api-key.ts';
import { runpodApiKey } from './runpod-api-key.ts';
import { saladcloudApiKey } from './saladcloud-api-key.ts';
import { salesforceToken } from './salesforce-token.ts';
import { sanityToken } from './sanity-token.ts';
import { sauceLabsAccessKey } from './sauce-labs-access-key.ts';
import { scalewayAccessKey } from './scaleway-access-key.ts';
import { scalewaySecretKey } from './scaleway-secret-key.ts';
import { scalingoApiToken } from './scalingo-api-token.ts';
import { scrapflyApiKey } from './scrapfly-api-key.ts';
import { segmentToken } from './segment-token.ts';
import { sendbirdApplicationId } from './sendbird-application-id.ts';
import { sendbirdToken } from './sendbird-token.ts';
import { sendgridApiKey } from './sendgrid-api-key.ts';
import { sentryAuthToken } from './sentry-auth-token.ts';
import { sentryLegacyToken } from './sentry-legacy-token.ts';
import { sentryOrgToken } from './sentry-org-token.ts';
import { settlemintToken } from './settlemint-token.ts';
import { shippoToken } from './shippo-token.ts';
import { shodanApiKey } from './shodan-api-key.ts';
import { shopifySharedSecret } from './shopify-shared-secret.ts';
import { shopifyToken } from './shopify-token.ts';
import { sidekiqCredential } from './sidekiq-credential.ts';
import { sidekiqUrl } from './sidekiq-url.ts';
import { slackAppToken } from './slack-app-token.ts';
import { slackBotToken } from './slack-bot-token.ts';
import { slackConfigToken } from './slack-config-token.ts';
import { slackLegacyToken } from './slack-legacy-token.ts';
import { slackUserToken } from './slack-user-token.ts';
import { slackWebhook } from './slack-webhook.ts';
import { snykToken } from './snyk-token.ts';
import { socketApiToken } from './socket-api-token.ts';
import { sonarLegacyToken } from './sonar-legacy-token.ts';
import { sonarToken } from './sonar-token.ts';
import { sourcegraphCodyKey } from './sourcegraph-cody-key.ts';
import { sourcegraphToken } from './sourcegraph-token.ts';
import { sparkpostApiKey } from './sparkpost-api-key.ts';
import { splunkToken } from './splunk-token.ts';
import { spotifyCredential } from './spotify-credential.ts';
import { squareSecret } from './square-secret.ts';
import { squarespaceToken } from './squarespace-token.ts';
import { stabilityApiKey } from './stability-api-key.ts';
import { statsigSecretKey } from './statsig-secret-key.ts';
import { stripeSecretKey } from './stripe-secret-key.ts';
import { stripeTestKey } from './stripe-test-key.ts';
import { stripeWebhookSecret } from './stripe-webhook-secret.ts';
import { stytchSecret } from './stytch-secret.ts';
import { sumologicAccessId } from './sumologic-access-id.ts';
import { sumologicAccessKey } from './sumologic-access-key.ts';
import { sumupApiKey } from './sumup-api-key.ts';
import { supabaseToken } from './supabase-token.ts';
import { tailscaleKey } from './tailscale-key.ts';
import { tavilyApiKey } from './tavily-api-key.ts';
import { telegramBotToken } from './telegram-bot-token.ts';
import { telnyxApiKey } from './telnyx-api-key.ts';
import { tencentSecretId } from './tencent-secret-id.ts';
import { terraformCloudToken } from './terraform-cloud-token.ts';
import { terraformPassword } from './terraform-password.ts';
import { thunderstoreToken } from './thunderstore-token.ts';
import { tinybirdToken } from './tinybird-token.ts';
import { togetherApiKey } from './together-api-key.ts';
import { travisCiToken } from './travis-ci-token.ts';
import { trelloLegacyToken } from './trello-legacy-token.ts';
import { trelloToken } from './trello-token.ts';
import { triggerDevKey } from './trigger-dev-key.ts';
import { twilioApiKey } from './twilio-api-key.ts';
import { twilioAuthToken } from './twilio-auth-token.ts';
import { twitchToken } from './twitch-token.ts';
import { twitterAccessToken } from './twitter-access-token.ts';
import { twitterBearerToken } from './twitter-bearer-token.ts';
import { twitterCredential } from './twitter-credential.ts';
import { typeformToken } from './typeform-token.ts';
import { ubidotsToken } from './ubidots-token.ts';
import { unleashToken } from './unleash-token.ts';
import { upcloudToken } from './upcloud-token.ts';
import { uptimerobotApiKey } from './uptimerobot-api-key.ts';
import { urlCredentials } from './url-credentials.ts';
import { valTownToken } from './val-town-token.ts';
import { vaultLegacyToken } from './vault-legacy-token.ts';
import { vaultToken } from './vault-token.ts';
import { vercelBlobToken } from './vercel-blob-token.ts';
import { vercelToken } from './vercel-token.ts';
import { virustotalApiKey } from './virustotal-api-key.ts';
import { voiceflowApiKey } from './voiceflow-api-key.ts';
import { volcengineAccessKey } from './volcengine-access-key.ts';
import { vonageCredential } from './vonage-credential.ts';
import { voyageApiKey } from './voyage-api-key.ts';
import { vultrApiKey } from './vultr-api-key.ts';
import { wakatimeKey } from './wakatime-key.ts';
import { wandbApiKey } from './wandb-api-key.ts';
import { wecomWebhook } from './wecom-webhook.ts';
import { wireguardPrivateKey } from './wireguard-private-key.ts';
import { woocommerceKey } from './woocommerce-key.ts';
import { xaiApiKey } from './xai-api-key.ts';
import { xataApiKey } from './xata-api-key.ts';
import { xenditSecretKey } from './xendit-secret-key.ts';
import { yandexAccessKey } from './yandex-access-key.ts';
import { yandexApiKey } from './yandex-api-key.ts';
import { yandexIamToken } from './yandex-iam-token.ts';
import { zapierWebhook } from './zapier-webhook.ts';
import { zendeskToken } from './zendesk-token.ts';
import { zhipuApiKey } from './zhipu-api-key.ts';
import { zohoToken } from './zoho-token.ts';
import { zulipApiKey } from './zulip-api-key.ts';
import { zuploApiKey } from './zuplo-api-key.ts';

/** Rules that know a secret by its own format; `generic-secret` and the rules for hidden forms build on them. */
export const providerSecrets: readonly Detector[] = [
  ablyApiKey,
  adafruitIoKey,
  adafruitLegacyKey,
  adobeClientId,
  adobeClientSecret,
  adyenApiKey,
  ageSecretKey,
  airtableApiKey,
  airtableToken,
  akamaiCredential,
  algoliaApiKey,
  alibabaAccessKeyId,
  alibabaAccessKeySecret,
  amazonMwsToken,
  anthropicApiKey,
  apifyToken,
  asanaClientId,
  asanaClientSecret,
  asanaToken,
  assemblyaiApiKey,
  atlassianApiToken,
  atlassianLegacyToken,
  auth0ClientSecret,
  authressKey,
  awsAccessKeyId,
  awsSecretAccessKey,
  azureAiKey,
  azureClientSecret,
  azureCosmosKey,
  azureDevopsLegacyToken,
  azureDevopsToken,
  azureFunctionKey,
  azureMessagingKey,
  azureRedisKey,
  azureSasToken,
  azureSearchKey,
  azureStorageAccountKey,
  basicAuthHeader,
  beamerApiKey,
  bedrockApiKey,
  binanceKey,
  bitbucketAccessToken,
  bitbucketAppPassword,
  bitbucketOauthClient,
  bittrexKey,
  bitwardenAccessToken,
  braintreeToken,
  brevoApiKey,
  bugsnagKey,
  buildkiteToken,
  cerebrasApiKey,
  circleciLegacyToken,
  circleciToken,
  clickhouseCloudSecret,
  clickupToken,
  clojarsToken,
  cloudflareApiToken,
  cloudflareGlobalKey,
  cloudflareOriginCaKey,
  cloudsmithApiKey,
  cockroachCloudKey,
  codecovToken,
  cohereApiKey,
  coinbaseKey,
  confluentApiKey,
  connectionString,
  contentfulDeliveryToken,
  contentfulManagementToken,
  cratesIoToken,
  crowdinToken,
  curlCredentials,
  cypressRecordKey,
  databricksToken,
  datadogKey,
  dbtCloudToken,
  deepgramApiKey,
  deeplApiKey,
  deepseekApiKey,
  definedNetworkingKey,
  digitaloceanToken,
  discordBotToken,
  discordClientId,
  discordCredential,
  discordWebhook,
  dockerHubToken,
  dopplerToken,
  droneCiToken,
  dropboxAccessToken,
  dropboxCredential,
  duffelToken,
  dynatraceToken,
  e2bApiKey,
  easypostApiKey,
  elevenlabsApiKey,
  etherscanApiKey,
  etsyKey,
  exoscaleApiKey,
  facebookAccessToken,
  facebookAppSecret,
  facebookAppToken,
  fastlyApiToken,
  figmaToken,
  finicityCredential,
  finnhubToken,
  firebaseServerKey,
  firecrawlApiKey,
  fireworksApiKey,
  flickrKey,
  flutterwaveKey,
  flutterwavePublicKey,
  flyAccessToken,
  fortytwoClientSecret,
  frameioToken,
  freemiusSecretKey,
  freshbooksToken,
  freshdeskApiKey,
  giteaToken,
  githubFineGrainedToken,
  githubToken,
  gitlabAgentToken,
  gitlabDeployToken,
  gitlabFeatureFlagToken,
  gitlabFeedToken,
  gitlabJobToken,
  gitlabMailToken,
  gitlabOauthSecret,
  gitlabPersonalAccessToken,
  gitlabPipelineTriggerToken,
  gitlabRunnerToken,
  gitlabScimToken,
  gitlabSessionCookie,
  gitterToken,
  gocardlessToken,
  googleApiKey,
  googleOauthAccessToken,
  googleOauthClientSecret,
  googleOauthRefreshToken,
  grafanaApiKey,
  grafanaCloudToken,
  grafanaServiceAccountToken,
  groqApiKey,
  harnessToken,
  herokuApiKey,
  herokuLegacyKey,
  hetznerToken,
  honeycombKey,
  hubspotLegacyKey,
  hubspotToken,
  huggingfaceToken,
  ibmCloudApiKey,
  infisicalToken,
  infracostApiKey,
  infuraKey,
  instagramToken,
  intercomLegacyToken,
  intercomToken,
  jenkinsToken,
  jfrogApiKey,
  jfrogIdentityToken,
  jfrogReferenceToken,
  jinaApiKey,
  jsonWebToken,
  klaviyoPrivateKey,
  krakenKey,
  kubernetesSecret,
  kucoinKey,
  langfuseSecretKey,
  langsmithApiKey,
  launchdarklyKey,
  launchdarklyToken,
  linearApiKey,
  linearClientSecret,
  linkedinClientId,
  linkedinClientSecret,
  linodeToken,
  lobApiKey,
  lokaliseToken,
  lookerCredential,
  mailchimpApiKey,
  mailgunKey,
  mailjetKey,
  mandrillApiKey,
  mapboxPublicToken,
  mapboxSecretToken,
  mattermostToken,
  maxmindLicenseKey,
  merakiApiKey,
  messagebirdClientId,
  messagebirdKey,
  metabaseApiKey,
  microsoftTeamsWebhook,
  mistralApiKey,
  mollieApiKey,
  mongodbAtlasSecret,
  neonApiKey,
  netlifyLegacyToken,
  netlifyToken,
  netrcPassword,
  newRelicBrowserKey,
  newRelicKey,
  newRelicUserId,
  ngrokCredential,
  notionToken,
  npmToken,
  nugetApiKey,
  nugetConfigPassword,
  nvidiaApiKey,
  nytimesApiKey,
  octopusDeployApiKey,
  oktaToken,
  onepasswordSecretKey,
  onepasswordServiceAccount,
  onesignalApiKey,
  openaiApiKey,
  openaiProjectKey,
  openrouterApiKey,
  openshiftToken,
  openweatherApiKey,
  opsgenieKey,
  packagistToken,
  paddleApiKey,
  pagerdutyKey,
  perplexityApiKey,
  pineconeApiKey,
  pineconeLegacyKey,
  pkcs12File,
  plaidAccessToken,
  plaidCredential,
  planetscaleToken,
  posthogPersonalKey,
  postmanApiKey,
  postmarkToken,
  prefectApiKey,
  privateJsonWebKey,
  privateKey,
  privateaiKey,
  pubnubSecretKey,
  pulumiAccessToken,
  pusherSecret,
  pypiToken,
  railwayToken,
  rancherToken,
  rapidapiKey,
  razorpayKey,
  readmeApiKey,
  renderApiKey,
  replicateToken,
  resendApiKey,
  rollbarToken,
  rubygemsApiKey,
  salesforceToken,
  scalewayAccessKey,
  scalewaySecretKey,
  scalingoApiToken,
  sendbirdApplicationId,
  sendbirdToken,
  sendgridApiKey,
  sentryAuthToken,
  sentryLegacyToken,
  sentryOrgToken,
  settlemintToken,
  shippoToken,
  shodanApiKey,
  shopifySharedSecret,
  shopifyToken,
  sidekiqCredential,
  sidekiqUrl,
  slackAppToken,
  slackBotToken,
  slackConfigToken,
  slackLegacyToken,
  slackUserToken,
  slackWebhook,
  snykToken,
  sonarLegacyToken,
  sonarToken,
  sourcegraphToken,
  sparkpostApiKey,
  splunkToken,
  spotifyCredential,
  squareSecret,
  squarespaceToken,
  stabilityApiKey,
  stripeSecretKey,
  stripeTestKey,
  stripeWebhookSecret,
  stytchSecret,
  sumologicAccessId,
  sumologicAccessKey,
  supabaseToken,
  tailscaleKey,
  tavilyApiKey,
  telegramBotToken,
  telnyxApiKey,
  tencentSecretId,
  terraformCloudToken,
  terraformPassword,
  togetherApiKey,
  travisCiToken,
  trelloLegacyToken,
  trelloToken,
  twilioApiKey,
  twilioAuthToken,
  twitchToken,
  twitterAccessToken,
  twitterBearerToken,
  twitterCredential,
  typeformToken,
  urlCredentials,
  vaultLegacyToken,
  vaultToken,
  vercelBlobToken,
  vercelToken,
  virustotalApiKey,
  vonageCredential,
  vultrApiKey,
  wakatimeKey,
  wandbApiKey,
  woocommerceKey,
  xaiApiKey,
  yandexAccessKey,
  yandexApiKey,
  yandexIamToken,
  zapierWebhook,
  zendeskToken,
  zulipApiKey,
  runpodApiKey,
  modalToken,
  denoDeployToken,
  axiomToken,
  segmentToken,
  jumpcloudApiKey,
  lichessToken,
  thunderstoreToken,
  ubidotsToken,
  retoolToken,
  heliconeApiKey,
  socketApiToken,
  checklyApiKey,
  cashfreeSecretKey,
  xenditSecretKey,
  mercadopagoToken,
  paystackSecretKey,
  polarToken,
  triggerDevKey,
  inngestSigningKey,
  configcatSdkKey,
  rootlyApiKey,
  firehydrantToken,
  coralogixKey,
  pinterestToken,
  valTownToken,
  backblazeKey,
  canvaSecret,
  upcloudToken,
  larkWebhook,
  dingtalkWebhook,
  wecomWebhook,
  googleChatWebhook,
  makeWebhook,
  iftttWebhookKey,
  ntfyToken,
  imagekitPrivateKey,
  pushbulletToken,
  onfidoToken,
  personaApiKey,
  tinybirdToken,
  openVsxToken,
  statsigSecretKey,
  unleashToken,
  kaggleToken,
  kaggleLegacyKey,
  mailersendToken,
  courierKey,
  rampSecret,
  elasticApiKey,
  consulToken,
  nomadToken,
  portainerToken,
  proxmoxToken,
  bitcoinExtendedKey,
  wireguardPrivateKey,
  alchemyApiKey,
  voyageApiKey,
  xataApiKey,
  depotToken,
  northflankToken,
  volcengineAccessKey,
  sanityToken,
  dockerSwarmToken,
  kubernetesBootstrapToken,
  astraDbToken,
  materializeToken,
  dnsimpleToken,
  jetbrainsToken,
  zohoToken,
  modrinthToken,
  percyToken,
  chromaticToken,
  calComApiKey,
  browserbaseApiKey,
  closeApiKey,
  uptimerobotApiKey,
  honeybadgerToken,
  pangeaToken,
  oryToken,
  saladcloudApiKey,
  scrapflyApiKey,
  voiceflowApiKey,
  zuploApiKey,
  porkbunApiKey,
  nightfallApiKey,
  pagarmeApiKey,
  flexportToken,
  fleetbaseApiKey,
  sourcegraphCodyKey,
  midtransServerKey,
  sumupApiKey,
  omiseSecretKey,
  checkoutComSecretKey,
  gcoreApiToken,
  llamacloudApiKey,
  ghostAdminKey,
  faunaKey,
  qianfanApiKey,
  quicknodeApiKey,
  endorLabsKey,
  zhipuApiKey,
  browserstackAccessKey,
  sauceLabsAccessKey,
  ovhSecret,
  influxdbToken,
  expoAccessToken,
];
