import { defineSecret } from './define-secret.ts';

export const dockerHubToken = defineSecret({
  id: 'docker-hub-token',
  provider: 'Docker Hub',
  kind: 'access token',
  formats: ['dckr_pat_{base64url:27}', 'dckr_oat_{base64url:32}'],
  can: 'pull and push the images of its owner',
  revoke: 'at app.docker.com/settings/personal-access-tokens',
  references: ['https://docs.docker.com/security/access-tokens/'],
});
