import { defineSecret } from './define-secret.ts';

export const atlassianApiToken = defineSecret({
  id: 'atlassian-api-token',
  provider: 'Atlassian',
  kind: 'API token',
  formats: ['ATATT3{token:60+}'],
  can: 'read and change Jira and Confluence as its owner',
  revoke: 'at id.atlassian.com/manage-profile/security/api-tokens',
  references: [
    'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  ],
});
