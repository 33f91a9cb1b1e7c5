import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsDefaultMasterName = defineAttributeRule({
  id: 'aws-default-master-name',
  title: 'Database with the name of its administrator left at the default',
  concern: 'hardening',
  severity: 'info',
  fix: 'Choose another name.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html',
  ],
  checks: [
    { type: 'aws_redshift_cluster', attribute: 'master_username', expect: noneOf(['awsuser'], 'reporting') },
    { type: 'AWS::Redshift::Cluster', attribute: 'MasterUsername', expect: noneOf(['awsuser'], 'reporting') },
    { type: 'aws_redshift_cluster', attribute: 'database_name', expect: noneOf(['dev'], 'reports') },
  ],
});
