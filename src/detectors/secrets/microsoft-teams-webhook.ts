import { defineSecret } from './define-secret.ts';

export const microsoftTeamsWebhook = defineSecret({
  id: 'microsoft-teams-webhook',
  provider: 'Microsoft Teams',
  kind: 'incoming webhook URL',
  formats: ['.webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}'],
  severity: 'high',
  can: 'post into the channel',
  revoke: 'in the channel under Connectors',
  references: [
    'https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
  ],
});
