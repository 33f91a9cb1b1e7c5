import { defineSecret } from './define-secret.ts';

export const azureClientSecret = defineSecret({
  id: 'azure-client-secret',
  provider: 'Microsoft Entra',
  kind: 'client secret',
  formats: ['{unreserved:3}{digits:1}Q~{unreserved:31-34}'],
  can: 'sign in as the application and use what it was granted',
  revoke: 'in the app registration under Certificates & secrets',
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials'],
});
