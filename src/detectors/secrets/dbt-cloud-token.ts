import { defineSecret } from './define-secret.ts';

export const dbtCloudToken = defineSecret({
  id: 'dbt-cloud-token',
  provider: 'dbt Cloud',
  kind: 'token',
  formats: ['dbtc_{base64url:43-60}', 'dbtu_{base64url:43-60}'],
  can: 'run jobs against the warehouse',
  revoke: 'in dbt Cloud under Account settings',
  references: ['https://docs.getdbt.com/docs/dbt-cloud-apis/authentication'],
});
