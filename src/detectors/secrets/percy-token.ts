import { defineSecret } from './define-secret.ts';

export const percyToken = defineSecret({
  id: 'percy-token',
  provider: 'Percy',
  kind: 'project token',
  formats: ['web_{hex:64}', 'auto_{hex:64}', 'app_{hex:64}', 'ss_{hex:64}'],
  assignedTo: ['percy'],
  severity: 'medium',
  can: 'upload snapshots at your cost',
  references: ['https://www.browserstack.com/docs/percy/integrate/percy-sdk-workflow'],
});
