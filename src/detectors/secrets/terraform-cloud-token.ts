import { defineSecret } from './define-secret.ts';

export const terraformCloudToken = defineSecret({
  id: 'terraform-cloud-token',
  provider: 'HCP Terraform',
  kind: 'API token',
  formats: ['{base62:14}.atlasv1.{token:60-70}'],
  can: 'plan and apply runs with the credentials of the workspaces',
  revoke: 'at app.terraform.io/app/settings/tokens',
  references: ['https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens'],
});
