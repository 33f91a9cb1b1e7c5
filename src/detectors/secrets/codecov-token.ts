import { defineSecret } from './define-secret.ts';

export const codecovToken = defineSecret({
  id: 'codecov-token',
  provider: 'Codecov',
  kind: 'token',
  formats: ['{lower:32}', '{uuid}'],
  assignedTo: ['codecov'],
  can: "upload false coverage reports or read the repository's",
  revoke: "in Codecov under the repository's Settings",
  references: ['https://docs.codecov.com/docs/codecov-tokens'],
});
