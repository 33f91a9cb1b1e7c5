import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, notMatching } from './model/expectation.ts';

export const googleVmDefaultServiceAccount = defineAttributeRule({
  id: 'google-vm-default-service-account',
  title: 'Instance that runs as the default service account',
  concern: 'least-privilege',
  fix: 'Set `service_account.email` to an account of its own.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_template',
  ],
  checks: [
    {
      type: 'google_compute_instance',
      attribute: 'service_account.email',
      expect: notMatching(
        /-compute@developer\.gserviceaccount\.com$/,
        'app@example.iam.gserviceaccount.com',
        '123-compute@developer.gserviceaccount.com',
      ),
    },
    {
      type: 'google_compute_instance',
      attribute: 'service_account.email',
      expect: isPresent('app@example.iam.gserviceaccount.com'),
    },
    {
      type: 'google_compute_instance_template',
      attribute: 'service_account.email',
      expect: notMatching(/-compute@developer\.gserviceaccount\.com$/, 'a', 'b'),
    },
  ],
});
