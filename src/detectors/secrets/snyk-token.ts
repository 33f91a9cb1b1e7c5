import { defineSecret } from './define-secret.ts';

export const snykToken = defineSecret({
  id: 'snyk-token',
  provider: 'Snyk',
  kind: 'API token',
  formats: ['{uuid}'],
  assignedTo: ['snyk'],
  can: 'read the vulnerabilities of your projects',
  revoke: 'at app.snyk.io/account',
  references: ['https://docs.snyk.io/snyk-api/authentication-for-api'],
});
