import { defineSecret } from './define-secret.ts';

export const gitlabFeatureFlagToken = defineSecret({
  id: 'gitlab-feature-flag-token',
  provider: 'GitLab',
  kind: 'feature flags client token',
  formats: ['glffct-{base64url:20}'],
  severity: 'medium',
  can: 'read the feature flags of the project',
  revoke: 'in the project under Deploy, Feature flags',
  references: ['https://docs.gitlab.com/operations/feature_flags/'],
});
