import { defineSecret } from './define-secret.ts';

export const honeycombKey = defineSecret({
  id: 'honeycomb-key',
  provider: 'Honeycomb',
  kind: 'ingest or configuration key',
  formats: ['hcaik_{lower:58}', 'hcbik_{lower:58}', 'hcamk_{lower:58}'],
  can: 'send data or read and change the environment',
  revoke: 'at ui.honeycomb.io under API keys',
  references: ['https://docs.honeycomb.io/configure/environments/manage-api-keys/'],
});
