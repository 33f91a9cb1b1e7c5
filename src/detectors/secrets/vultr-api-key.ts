import { defineSecret } from './define-secret.ts';

export const vultrApiKey = defineSecret({
  id: 'vultr-api-key',
  provider: 'Vultr',
  kind: 'API key',
  formats: ['{upper:36}'],
  assignedTo: ['vultr'],
  can: 'create and destroy servers',
  revoke: 'at my.vultr.com/settings/#settingsapi',
  references: ['https://www.vultr.com/api/'],
});
