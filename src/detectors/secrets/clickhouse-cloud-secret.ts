import { defineSecret } from './define-secret.ts';

export const clickhouseCloudSecret = defineSecret({
  id: 'clickhouse-cloud-secret',
  provider: 'ClickHouse Cloud',
  kind: 'API secret key',
  formats: ['4b1d{base62:38}'],
  can: 'manage the services of the organisation',
  revoke: 'at console.clickhouse.cloud',
  references: ['https://clickhouse.com/docs/cloud/manage/openapi'],
});
