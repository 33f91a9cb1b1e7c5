import { defineSecret } from './define-secret.ts';

export const azureDevopsToken = defineSecret({
  id: 'azure-devops-token',
  provider: 'Azure DevOps',
  kind: 'personal access token',
  formats: ['{base62:76}AZDO{base62:4}'],
  can: 'act as its owner with its scopes: read and push code, run pipelines',
  revoke: 'at dev.azure.com under User settings, Personal access tokens',
  references: [
    'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
  ],
});
