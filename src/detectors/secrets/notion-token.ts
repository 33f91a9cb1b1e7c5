import { defineSecret } from './define-secret.ts';

export const notionToken = defineSecret({
  id: 'notion-token',
  provider: 'Notion',
  kind: 'integration token',
  formats: ['ntn_{digits:11}{base62:35}', 'secret_{base62:43}'],
  can: 'read and change the pages shared with the integration',
  revoke: 'at notion.so/profile/integrations',
  references: ['https://developers.notion.com/docs/authorization'],
});
