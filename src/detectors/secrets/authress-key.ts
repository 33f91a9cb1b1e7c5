import { defineSecret } from './define-secret.ts';

export const authressKey = defineSecret({
  id: 'authress-key',
  provider: 'Authress',
  kind: 'service client access key',
  formats: [
    'sc_{dotted:5-30}.{base62:4-6}.acc_{dashed:10-32}.{token:30-120}',
    'ext_{dotted:5-30}.{base62:4-6}.acc_{dashed:10-32}.{token:30-120}',
    'scauth_{dotted:5-30}.{base62:4-6}.acc_{dashed:10-32}.{token:30-120}',
    'authress_{dotted:5-30}.{base62:4-6}.acc_{dashed:10-32}.{token:30-120}',
  ],
  can: 'act as the service client',
  revoke: 'at authress.io/app',
  references: ['https://authress.io/knowledge-base/docs/authorization/service-clients/'],
});
