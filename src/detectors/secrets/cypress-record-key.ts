import { defineSecret } from './define-secret.ts';

export const cypressRecordKey = defineSecret({
  id: 'cypress-record-key',
  provider: 'Cypress',
  kind: 'record key',
  formats: ['{uuid}'],
  assignedTo: ['cypress'],
  severity: 'medium',
  can: 'record runs into your project at your cost',
  revoke: 'in Cypress Cloud under Project settings',
  references: ['https://docs.cypress.io/cloud/account-management/projects'],
});
