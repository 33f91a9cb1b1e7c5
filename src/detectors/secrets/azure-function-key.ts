import { defineSecret } from './define-secret.ts';

export const azureFunctionKey = defineSecret({
  id: 'azure-function-key',
  provider: 'Azure Functions',
  kind: 'access key',
  formats: ['{base64url:44}AzFu{base64url:6}=='],
  severity: 'high',
  can: 'call the function',
  revoke: 'by renewing the key in the function app',
  references: ['https://learn.microsoft.com/en-us/azure/azure-functions/function-keys-how-to'],
});
