import { defineSecret } from './define-secret.ts';

export const readmeApiKey = defineSecret({
  id: 'readme-api-key',
  provider: 'ReadMe',
  kind: 'API key',
  formats: ['rdme_{lower:70}'],
  severity: 'high',
  can: 'change your documentation',
  revoke: 'at dash.readme.com',
  references: ['https://docs.readme.com/main/reference/authentication'],
});
