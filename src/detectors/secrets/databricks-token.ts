import { defineSecret } from './define-secret.ts';

export const databricksToken = defineSecret({
  id: 'databricks-token',
  provider: 'Databricks',
  kind: 'personal access token',
  formats: ['dapi{hex:32}', 'dapi{hex:32}-{digits:1}'],
  can: 'run code and read data in the workspace as its owner',
  revoke: 'in the workspace under Settings, Developer, Access tokens',
  references: ['https://docs.databricks.com/aws/en/dev-tools/auth/pat'],
});
