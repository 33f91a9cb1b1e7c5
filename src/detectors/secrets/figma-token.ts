import { defineSecret } from './define-secret.ts';

export const figmaToken = defineSecret({
  id: 'figma-token',
  provider: 'Figma',
  kind: 'personal access token',
  formats: ['figd_{base64url:40-44}'],
  can: 'read and comment on the files of its owner',
  revoke: 'at figma.com/settings',
  references: ['https://developers.figma.com/docs/rest-api/authentication/'],
});
