import { defineSecret } from './define-secret.ts';

export const sauceLabsAccessKey = defineSecret({
  id: 'sauce-labs-access-key',
  provider: 'Sauce Labs',
  kind: 'access key',
  formats: ['{uuid}'],
  assignedTo: ['sauce'],
  severity: 'high',
  can: 'run browsers at your cost',
  references: ['https://docs.saucelabs.com/basics/environment-variables/'],
});
