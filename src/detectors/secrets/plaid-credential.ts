import { defineSecret } from './define-secret.ts';

export const plaidCredential = defineSecret({
  id: 'plaid-credential',
  provider: 'Plaid',
  kind: 'client ID or secret',
  formats: ['{lower:24}', '{lower:30}'],
  assignedTo: ['plaid'],
  can: 'call the API in your name',
  revoke: 'at dashboard.plaid.com/developers/keys',
  references: ['https://plaid.com/docs/quickstart/glossary/'],
});
