import { defineSecret } from './define-secret.ts';

export const cloudsmithApiKey = defineSecret({
  id: 'cloudsmith-api-key',
  provider: 'Cloudsmith',
  kind: 'API key',
  formats: ['{hex:40}'],
  assignedTo: ['cloudsmith'],
  can: 'pull and publish packages',
  revoke: 'at app.cloudsmith.com/settings/api-keys',
  references: ['https://help.cloudsmith.io/docs/api-key'],
});
