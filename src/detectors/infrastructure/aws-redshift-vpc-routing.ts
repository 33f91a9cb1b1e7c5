import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsRedshiftVpcRouting = defineAttributeRule({
  id: 'aws-redshift-vpc-routing',
  title: 'Warehouse whose copies leave the VPC',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `enhanced_vpc_routing`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html',
  ],
  checks: [
    { type: 'aws_redshift_cluster', attribute: 'enhanced_vpc_routing', expect: isTrue },
    { type: 'AWS::Redshift::Cluster', attribute: 'EnhancedVpcRouting', expect: isTrue },
  ],
});
