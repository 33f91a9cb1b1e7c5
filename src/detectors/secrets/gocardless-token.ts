import { defineSecret } from './define-secret.ts';

export const gocardlessToken = defineSecret({
  id: 'gocardless-token',
  provider: 'GoCardless',
  kind: 'access token',
  formats: ['live_{token:40}', 'sandbox_{token:40}'],
  assignedTo: ['gocardless'],
  can: 'collect and refund direct debits',
  revoke: 'at manage.gocardless.com/developers',
  references: ['https://developer.gocardless.com/getting-started/api/making-your-first-request/'],
});
