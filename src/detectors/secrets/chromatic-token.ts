import { defineSecret } from './define-secret.ts';

export const chromaticToken = defineSecret({
  id: 'chromatic-token',
  provider: 'Chromatic',
  kind: 'project token',
  formats: ['chpt_{hex:12-20}'],
  severity: 'medium',
  can: 'upload snapshots at your cost',
  references: ['https://www.chromatic.com/docs/setup/'],
});
