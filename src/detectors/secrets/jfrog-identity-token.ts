import { defineSecret } from './define-secret.ts';

export const jfrogIdentityToken = defineSecret({
  id: 'jfrog-identity-token',
  provider: 'JFrog',
  kind: 'identity token or API key',
  formats: ['{base62:64}', '{base62:73}'],
  assignedTo: ['jfrog', 'artifactory', 'bintray', 'xray'],
  can: 'pull and publish packages as its owner',
  revoke: 'in Artifactory under Edit profile',
  references: ['https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens'],
});
