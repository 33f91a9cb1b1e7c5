import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const googleGkeSecretsEncryption = defineAttributeRule({
  id: 'google-gke-secrets-encryption',
  title: 'GKE cluster whose secrets are not encrypted with a customer key',
  concern: 'customer-key',
  fix: 'Set `database_encryption.state`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'database_encryption.state',
      expect: oneOf(['ENCRYPTED'], 'DECRYPTED'),
    },
  ],
});
