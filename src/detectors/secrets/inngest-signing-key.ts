import { defineSecret } from './define-secret.ts';

export const inngestSigningKey = defineSecret({
  id: 'inngest-signing-key',
  provider: 'Inngest',
  kind: 'signing key',
  formats: ['signkey-prod-{hex:64}', 'signkey-test-{hex:64}'],
  can: 'start functions as the service',
  references: ['https://www.inngest.com/docs/platform/signing-keys'],
});
