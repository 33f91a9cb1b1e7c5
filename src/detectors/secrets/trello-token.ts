import { defineSecret } from './define-secret.ts';

export const trelloToken = defineSecret({
  id: 'trello-token',
  provider: 'Trello',
  kind: 'token',
  formats: ['ATTA{hex:64}{anyHex:8}'],
  can: 'read and change boards as its owner',
  revoke: 'at trello.com/my/account',
  references: ['https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/'],
});
