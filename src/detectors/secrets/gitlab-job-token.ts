import { defineSecret } from './define-secret.ts';

export const gitlabJobToken = defineSecret({
  id: 'gitlab-job-token',
  provider: 'GitLab',
  kind: 'CI/CD job token',
  formats: ['glcbt-{hex:1-5}_{base64url:20}'],
  can: 'act as the job while it runs',
  revoke: 'by cancelling the job',
  references: ['https://docs.gitlab.com/ci/jobs/ci_job_token/'],
});
