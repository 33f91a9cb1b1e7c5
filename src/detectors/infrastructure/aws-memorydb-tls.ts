import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const awsMemorydbTls = defineAttributeRule({
  id: 'aws-memorydb-tls',
  title: 'MemoryDB without encrypted connections',
  concern: 'encryption-in-transit',
  fix: 'Leave TLS enabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/memorydb_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-memorydb-cluster.html',
  ],
  checks: [
    { type: 'aws_memorydb_cluster', attribute: 'tls_enabled', expect: notFalse },
    { type: 'AWS::MemoryDB::Cluster', attribute: 'TLSEnabled', expect: notFalse },
  ],
});
