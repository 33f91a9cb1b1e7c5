import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notMatching } from './model/expectation.ts';

export const awsCloudsearchTls = defineAttributeRule({
  id: 'aws-cloudsearch-tls',
  title: 'Search domain that answers without TLS or with old versions',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set `enforce_https` and a policy of TLS 1.2.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudsearch_domain',
  ],
  checks: [
    { type: 'aws_cloudsearch_domain', attribute: 'endpoint_options.enforce_https', expect: isTrue },
    {
      type: 'aws_cloudsearch_domain',
      attribute: 'endpoint_options.tls_security_policy',
      expect: notMatching(/1-0-2019/, 'Policy-Min-TLS-1-2-2019-07', 'Policy-Min-TLS-1-0-2019-07'),
    },
  ],
});
