import { defineSecret } from './define-secret.ts';

export const grafanaServiceAccountToken = defineSecret({
  id: 'grafana-service-account-token',
  provider: 'Grafana',
  kind: 'service account token',
  formats: ['glsa_{base62:32}_{anyHex:8}'],
  can: 'read dashboards and data sources and change them',
  revoke: 'in Grafana under Service accounts',
  references: ['https://grafana.com/docs/grafana/latest/administration/service-accounts/'],
});
