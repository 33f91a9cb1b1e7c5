import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const awsDocumentdbAuditParameter = defineAttributeRule({
  id: 'aws-documentdb-audit-parameter',
  title: 'Document database whose audit log is off',
  concern: 'logging',
  fix: 'Set the parameter `audit_logs` to enabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster_parameter_group',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbclusterparametergroup.html',
  ],
  checks: [
    {
      type: 'aws_docdb_cluster_parameter_group',
      within: 'parameter',
      attribute: 'value',
      expect: noneOf(['disabled', 'none'], 'enabled'),
      when: { name: anyMatching(/^audit_logs$/, 'audit_logs') },
    },
    {
      type: 'AWS::DocDB::DBClusterParameterGroup',
      attribute: 'Parameters.audit_logs',
      expect: noneOf(['disabled', 'none'], 'enabled'),
    },
  ],
});
