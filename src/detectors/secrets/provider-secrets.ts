import type { Detector } from '../../contracts/detector.ts';
import { anthropicApiKey } from './anthropic-api-key.ts';
import { awsAccessKeyId } from './aws-access-key-id.ts';
import { awsSecretAccessKey } from './aws-secret-access-key.ts';
import { azureClientSecret } from './azure-client-secret.ts';
import { azureStorageKey } from './azure-storage-key.ts';
import { bitbucketAccessToken } from './bitbucket-access-token.ts';
import { bitbucketAppPassword } from './bitbucket-app-password.ts';
import { connectionString } from './connection-string.ts';
import { databricksToken } from './databricks-token.ts';
import { digitaloceanToken } from './digitalocean-token.ts';
import { discordWebhook } from './discord-webhook.ts';
import { dockerHubToken } from './docker-hub-token.ts';
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
import { googleApiKey } from './google-api-key.ts';
import { googleOauthClientSecret } from './google-oauth-client-secret.ts';
import { googleOauthRefreshToken } from './google-oauth-refresh-token.ts';
import { groqApiKey } from './groq-api-key.ts';
import { huggingfaceToken } from './huggingface-token.ts';
import { jsonWebToken } from './json-web-token.ts';
import { npmToken } from './npm-token.ts';
import { openaiApiKey } from './openai-api-key.ts';
import { perplexityApiKey } from './perplexity-api-key.ts';
import { privateKey } from './private-key.ts';
import { pypiToken } from './pypi-token.ts';
import { replicateToken } from './replicate-token.ts';
import { rubygemsApiKey } from './rubygems-api-key.ts';
import { sendgridApiKey } from './sendgrid-api-key.ts';
import { slackAppToken } from './slack-app-token.ts';
import { slackBotToken } from './slack-bot-token.ts';
import { slackUserToken } from './slack-user-token.ts';
import { slackWebhook } from './slack-webhook.ts';
import { stripeSecretKey } from './stripe-secret-key.ts';
import { stripeTestKey } from './stripe-test-key.ts';
import { stripeWebhookSecret } from './stripe-webhook-secret.ts';
import { telegramBotToken } from './telegram-bot-token.ts';
import { urlCredentials } from './url-credentials.ts';

/** Rules that know a secret by its own format; `generic-secret` and the rules for hidden forms build on them. */
export const providerSecrets: readonly Detector[] = [
  anthropicApiKey,
  awsAccessKeyId,
  awsSecretAccessKey,
  azureClientSecret,
  azureStorageKey,
  bitbucketAccessToken,
  bitbucketAppPassword,
  connectionString,
  databricksToken,
  digitaloceanToken,
  discordWebhook,
  dockerHubToken,
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
  googleApiKey,
  googleOauthClientSecret,
  googleOauthRefreshToken,
  groqApiKey,
  huggingfaceToken,
  jsonWebToken,
  npmToken,
  openaiApiKey,
  perplexityApiKey,
  privateKey,
  pypiToken,
  replicateToken,
  rubygemsApiKey,
  sendgridApiKey,
  slackAppToken,
  slackBotToken,
  slackUserToken,
  slackWebhook,
  stripeSecretKey,
  stripeTestKey,
  stripeWebhookSecret,
  telegramBotToken,
  urlCredentials,
];
