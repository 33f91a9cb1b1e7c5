import { defineSecret } from './define-secret.ts';

export const herokuApiKey = defineSecret({
  id: 'heroku-api-key',
  provider: 'Heroku',
  kind: 'API key',
  formats: ['HRKU-AA{base64url:58}', 'HRKU-{uuid}'],
  can: 'deploy, scale and read the configuration of the apps',
  revoke: 'at dashboard.heroku.com/account',
  references: ['https://devcenter.heroku.com/articles/platform-api-quickstart'],
});
