import { defineSecret } from './define-secret.ts';

export const sourcegraphCodyKey = defineSecret({
  id: 'sourcegraph-cody-key',
  provider: 'Sourcegraph',
  kind: 'Cody gateway key',
  formats: ['slk_{hex:64}'],
  severity: 'high',
  can: 'use the models at your cost',
  references: ['https://sourcegraph.com/docs/cody/core-concepts/cody-gateway'],
});
