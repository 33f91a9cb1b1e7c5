import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const awsParameterTls = defineAttributeRule({
  id: 'aws-parameter-tls',
  title: 'Database parameters that allow unencrypted connections',
  concern: 'encryption-in-transit',
  fix: 'Set the parameter so that TLS is required.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster_parameter_group',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_parameter_group',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_parameter_group',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_parameter_group',
  ],
  checks: [
    {
      type: 'aws_docdb_cluster_parameter_group',
      within: 'parameter',
      attribute: 'value',
      expect: noneOf(['0', 'false', 'off', 'disabled'], '1'),
      when: {
        name: anyMatching(
          /^(?:tls|require_ssl|rds\.force_ssl|require_secure_transport|neptune_enforce_ssl)$/,
          'require_ssl',
        ),
      },
    },
    {
      type: 'aws_redshift_parameter_group',
      within: 'parameter',
      attribute: 'value',
      expect: noneOf(['0', 'false', 'off', 'disabled'], '1'),
      when: {
        name: anyMatching(
          /^(?:tls|require_ssl|rds\.force_ssl|require_secure_transport|neptune_enforce_ssl)$/,
          'require_ssl',
        ),
      },
    },
    {
      type: 'aws_db_parameter_group',
      within: 'parameter',
      attribute: 'value',
      expect: noneOf(['0', 'false', 'off', 'disabled'], '1'),
      when: {
        name: anyMatching(
          /^(?:tls|require_ssl|rds\.force_ssl|require_secure_transport|neptune_enforce_ssl)$/,
          'require_ssl',
        ),
      },
    },
    {
      type: 'aws_rds_cluster_parameter_group',
      within: 'parameter',
      attribute: 'value',
      expect: noneOf(['0', 'false', 'off', 'disabled'], '1'),
      when: {
        name: anyMatching(
          /^(?:tls|require_ssl|rds\.force_ssl|require_secure_transport|neptune_enforce_ssl)$/,
          'require_ssl',
        ),
      },
    },
    {
      type: 'aws_neptune_cluster_parameter_group',
      within: 'parameter',
      attribute: 'value',
      expect: noneOf(['0', 'false', 'off', 'disabled'], '1'),
      when: {
        name: anyMatching(
          /^(?:tls|require_ssl|rds\.force_ssl|require_secure_transport|neptune_enforce_ssl)$/,
          'require_ssl',
        ),
      },
    },
    {
      type: 'aws_neptune_parameter_group',
      within: 'parameter',
      attribute: 'value',
      expect: noneOf(['0', 'false', 'off', 'disabled'], '1'),
      when: {
        name: anyMatching(
          /^(?:tls|require_ssl|rds\.force_ssl|require_secure_transport|neptune_enforce_ssl)$/,
          'require_ssl',
        ),
      },
    },
  ],
});
