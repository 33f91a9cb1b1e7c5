import { defineSecret } from './define-secret.ts';

export const salesforceToken = defineSecret({
  id: 'salesforce-token',
  provider: 'Salesforce',
  kind: 'access token',
  formats: ['00D{base62:12}!{dotted:80-130}', '00D{base62:15}!{dotted:80-130}'],
  can: "read and change the organisation's data",
  revoke: 'in Setup under Session management',
  references: ['https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_access_tokens.htm'],
});
