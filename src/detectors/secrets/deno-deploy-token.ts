import { defineSecret } from './define-secret.ts';

export const denoDeployToken = defineSecret({
  id: 'deno-deploy-token',
  provider: 'Deno Deploy',
  kind: 'access token',
  formats: ['ddp_{base62:36}', 'ddw_{base62:36}'],
  can: 'deploy and change projects',
  references: ['https://docs.deno.com/deploy/manual/ci_github'],
});
