import { defineSecret } from './define-secret.ts';

export const endorLabsKey = defineSecret({
  id: 'endor-labs-key',
  provider: 'Endor Labs',
  kind: 'API key',
  formats: ['endr+{dashed:16}'],
  severity: 'high',
  can: 'read and change the projects',
  references: ['https://docs.endorlabs.com/administration/api-keys/'],
});
