import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsDaxTls = defineAttributeRule({
  id: 'aws-dax-tls',
  title: 'DAX cluster without TLS',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set `cluster_endpoint_encryption_type`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dax_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dax-cluster.html',
  ],
  checks: [
    {
      type: 'aws_dax_cluster',
      attribute: 'cluster_endpoint_encryption_type',
      expect: oneOf(['TLS'], 'NONE'),
    },
    { type: 'AWS::DAX::Cluster', attribute: 'ClusterEndpointEncryptionType', expect: oneOf(['TLS'], 'NONE') },
  ],
});
