import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse, notTrue } from './model/expectation.ts';

export const helmNoAuthentication = defineAttributeRule({
  id: 'helm-no-authentication',
  title: 'Chart values that switch protection off',
  concern: 'authentication',
  severity: 'low',
  fix: 'Leave authentication and TLS on.',
  references: ['https://helm.sh/docs/chart_template_guide/values_files/'],
  checks: [
    { type: 'helm/values', attribute: 'auth.enabled', expect: notFalse },
    { type: 'helm/values', attribute: 'tls.enabled', expect: notFalse },
    { type: 'helm/values', attribute: 'insecureSkipVerify', expect: notTrue },
    { type: 'helm/values', attribute: 'insecure_skip_verify', expect: notTrue },
    { type: 'helm/values', attribute: 'tlsInsecure', expect: notTrue },
    { type: 'helm/values', attribute: 'networkPolicy.enabled', expect: notFalse },
  ],
});
