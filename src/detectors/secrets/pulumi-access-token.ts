import { defineSecret } from './define-secret.ts';

export const pulumiAccessToken = defineSecret({
  id: 'pulumi-access-token',
  provider: 'Pulumi',
  kind: 'access token',
  formats: ['pul-{hex:40}'],
  can: 'read and change stacks with the secrets in their state',
  revoke: 'at app.pulumi.com/account/tokens',
  references: ['https://www.pulumi.com/docs/administration/access-identity/access-tokens/'],
});
