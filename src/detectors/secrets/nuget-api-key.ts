import { defineSecret } from './define-secret.ts';

export const nugetApiKey = defineSecret({
  id: 'nuget-api-key',
  provider: 'NuGet',
  kind: 'API key',
  formats: ['oy2{lower:43}'],
  can: 'publish packages',
  revoke: 'at nuget.org/account/apikeys',
  references: ['https://learn.microsoft.com/en-us/nuget/nuget-org/scoped-api-keys'],
});
