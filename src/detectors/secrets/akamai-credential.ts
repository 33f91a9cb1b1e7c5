import { defineSecret } from './define-secret.ts';

export const akamaiCredential = defineSecret({
  id: 'akamai-credential',
  provider: 'Akamai',
  kind: 'EdgeGrid token',
  formats: ['akab-{lower:16}-{lower:16}'],
  severity: 'high',
  can: 'with its client secret change the configuration of your properties',
  revoke: 'in Akamai Control Center under Identity and access',
  references: ['https://techdocs.akamai.com/developer/docs/authenticate-with-edgegrid'],
});
