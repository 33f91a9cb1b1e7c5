import { defineSecret } from './define-secret.ts';

export const octopusDeployApiKey = defineSecret({
  id: 'octopus-deploy-api-key',
  provider: 'Octopus Deploy',
  kind: 'API key',
  formats: ['API-{upper:25-32}'],
  can: 'create and deploy releases as its owner',
  revoke: 'in Octopus under Profile, My API Keys',
  references: ['https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key'],
});
