import { defineSecret } from './define-secret.ts';

export const maxmindLicenseKey = defineSecret({
  id: 'maxmind-license-key',
  provider: 'MaxMind',
  kind: 'license key',
  formats: ['{base62:6}_{base62:29}_mmk'],
  severity: 'high',
  can: 'download databases at your cost',
  revoke: 'at maxmind.com under Manage license keys',
  references: ['https://dev.maxmind.com/license-key-validation-api/'],
});
