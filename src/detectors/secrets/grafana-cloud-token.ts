import { defineSecret } from './define-secret.ts';

export const grafanaCloudToken = defineSecret({
  id: 'grafana-cloud-token',
  provider: 'Grafana Cloud',
  kind: 'access policy token',
  formats: ['glc_{base64:32-400}'],
  can: 'read or write metrics, logs and traces',
  revoke: 'in Grafana Cloud under Access policies',
  references: [
    'https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/',
  ],
});
