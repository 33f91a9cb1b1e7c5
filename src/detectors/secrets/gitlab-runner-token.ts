import { defineSecret } from './define-secret.ts';

export const gitlabRunnerToken = defineSecret({
  id: 'gitlab-runner-token',
  provider: 'GitLab',
  kind: 'runner token',
  formats: [
    'glrt-{base64url:20}',
    'glrt-t{digits:1}_{base64url:20}',
    'glrt-t{digits:1}_{base64url:27-300}.{lower:2}.{lower:7-9}',
    'glrt-t{digits:1}_{base64url:27-300}.{lower:9}',
    'glrtr-{base64url:20}',
    'GR1348941{base64url:20}',
  ],
  can: 'register or impersonate a runner and receive the jobs, code and variables meant for it',
  revoke: 'by resetting the runner or its registration token',
  references: ['https://docs.gitlab.com/security/tokens/'],
});
