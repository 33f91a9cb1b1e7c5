import { defineSecret } from './define-secret.ts';

export const azureDevopsLegacyToken = defineSecret({
  id: 'azure-devops-legacy-token',
  provider: 'Azure DevOps',
  kind: 'personal access token (old format)',
  formats: ['{lower:52}'],
  assignedTo: ['azure', 'ado', 'vsts', 'system_accesstoken'],
  can: 'act as its owner with its scopes',
  revoke: 'at dev.azure.com under User settings, Personal access tokens',
  references: [
    'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
  ],
});
