import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, isPresent } from './model/expectation.ts';

export const googleGkeLogging = defineAttributeRule({
  id: 'google-gke-logging',
  title: 'GKE cluster without logs',
  concern: 'logging',
  fix: 'Set `logging_service`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'logging_service',
      expect: ifSetOneOf(['logging.googleapis.com/kubernetes'], 'none'),
    },
    {
      type: 'google_container_cluster',
      attribute: 'logging_config.enable_components',
      expect: { ...isPresent(['SYSTEM_COMPONENTS']), required: false },
    },
  ],
});
