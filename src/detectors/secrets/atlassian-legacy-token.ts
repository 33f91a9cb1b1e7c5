import { defineSecret } from './define-secret.ts';

export const atlassianLegacyToken = defineSecret({
  id: 'atlassian-legacy-token',
  provider: 'Atlassian',
  kind: 'API token (old format)',
  formats: ['{base62:20}', '{base62:24}'],
  assignedTo: ['atlassian', 'confluence', 'jira'],
  can: 'read and change Jira and Confluence as its owner',
  revoke: 'at id.atlassian.com/manage-profile/security/api-tokens',
  references: [
    'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  ],
});
