import { defineSecret } from './define-secret.ts';

export const herokuLegacyKey = defineSecret({
  id: 'heroku-legacy-key',
  provider: 'Heroku',
  kind: 'API key (old format)',
  formats: ['{uuid}'],
  assignedTo: ['heroku'],
  can: 'deploy, scale and read the configuration of the apps',
  revoke: 'at dashboard.heroku.com/account',
  references: ['https://devcenter.heroku.com/articles/platform-api-quickstart'],
});
