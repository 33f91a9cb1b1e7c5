import { defineSecret } from './define-secret.ts';

export const gitlabDeployToken = defineSecret({
  id: 'gitlab-deploy-token',
  provider: 'GitLab',
  kind: 'deploy token',
  formats: ['gldt-{base64url:20}'],
  can: 'clone the project and use its registries',
  revoke: 'in the project under Settings, Repository, Deploy tokens',
  references: ['https://docs.gitlab.com/user/project/deploy_tokens/'],
});
