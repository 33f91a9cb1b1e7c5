import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleGkePosture = defineAttributeRule({
  id: 'google-gke-posture',
  title: 'Cluster that is not watched for weaknesses',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `security_posture_config`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'security_posture_config.vulnerability_mode',
      expect: noneOf(['VULNERABILITY_DISABLED'], 'VULNERABILITY_BASIC'),
    },
    {
      type: 'google_container_cluster',
      attribute: 'security_posture_config.mode',
      expect: noneOf(['DISABLED'], 'BASIC'),
    },
  ],
});
