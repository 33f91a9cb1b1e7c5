import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleSecretRotation = defineAttributeRule({
  id: 'google-secret-rotation',
  title: 'Secret without a reminder to rotate it',
  concern: 'password-policy',
  severity: 'info',
  fix: 'Set a `rotation` period.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/secret_manager_secret',
  ],
  checks: [
    {
      type: 'google_secret_manager_secret',
      attribute: 'rotation.rotation_period',
      expect: isPresent('7776000s'),
    },
  ],
});
