import { defineSecret } from './define-secret.ts';

export const grafanaApiKey = defineSecret({
  id: 'grafana-api-key',
  provider: 'Grafana',
  kind: 'API key (old format)',
  formats: ['eyJrIjoi{base64:60-400}'],
  can: 'read dashboards and data sources and change them',
  revoke: 'in Grafana under API keys',
  references: ['https://grafana.com/docs/grafana/latest/administration/service-accounts/migrate-api-keys/'],
});
