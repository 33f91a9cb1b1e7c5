import { defineSecret } from './define-secret.ts';

export const gitlabPipelineTriggerToken = defineSecret({
  id: 'gitlab-pipeline-trigger-token',
  provider: 'GitLab',
  kind: 'pipeline trigger token',
  formats: ['glptt-{hex:40}'],
  can: 'run pipelines with variables of their choice',
  revoke: 'in the project under Settings, CI/CD, Pipeline trigger tokens',
  references: ['https://docs.gitlab.com/ci/triggers/'],
});
