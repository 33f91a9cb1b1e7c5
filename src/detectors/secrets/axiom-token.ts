import { defineSecret } from './define-secret.ts';

export const axiomToken = defineSecret({
  id: 'axiom-token',
  provider: 'Axiom',
  kind: 'API token',
  formats: ['xaat-{uuid}', 'xapt-{uuid}'],
  can: 'read and write the data sets',
  references: ['https://axiom.co/docs/reference/tokens'],
});
