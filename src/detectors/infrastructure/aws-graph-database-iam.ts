import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsGraphDatabaseIam = defineAttributeRule({
  id: 'aws-graph-database-iam',
  title: 'Neptune without IAM authentication',
  concern: 'authentication',
  severity: 'low',
  fix: 'Enable IAM authentication.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbcluster.html',
  ],
  checks: [
    { type: 'aws_neptune_cluster', attribute: 'iam_database_authentication_enabled', expect: isTrue },
    { type: 'AWS::Neptune::DBCluster', attribute: 'IamAuthEnabled', expect: isTrue },
  ],
});
