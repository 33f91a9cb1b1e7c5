import { defineSecret } from './define-secret.ts';

export const trelloLegacyToken = defineSecret({
  id: 'trello-legacy-token',
  provider: 'Trello',
  kind: 'API key',
  formats: ['{base62:32}'],
  assignedTo: ['trello'],
  can: 'with a token read and change boards',
  revoke: 'at trello.com/power-ups/admin',
  references: ['https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/'],
});
