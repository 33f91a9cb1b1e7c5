import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsRedshiftVpc = defineAttributeRule({
  id: 'aws-redshift-vpc',
  title: 'Redshift cluster outside a network of its own',
  concern: 'hardening',
  fix: 'Set `cluster_subnet_group_name`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html',
  ],
  checks: [
    { type: 'aws_redshift_cluster', attribute: 'cluster_subnet_group_name', expect: isPresent() },
    { type: 'AWS::Redshift::Cluster', attribute: 'ClusterSubnetGroupName', expect: isPresent() },
  ],
});
