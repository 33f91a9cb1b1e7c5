import { defineSecret } from './define-secret.ts';

export const jfrogReferenceToken = defineSecret({
  id: 'jfrog-reference-token',
  provider: 'JFrog',
  kind: 'reference token',
  formats: ['cmVmd{base62:59}'],
  can: 'pull and publish packages with the scopes of the token',
  revoke: 'in Artifactory under Access tokens',
  references: ['https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-token'],
});
