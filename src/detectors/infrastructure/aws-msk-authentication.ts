import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsMskAuthentication = defineAttributeRule({
  id: 'aws-msk-authentication',
  title: 'Kafka cluster that asks nobody who they are',
  concern: 'authentication',
  fix: 'Leave `unauthenticated` at false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-msk-cluster.html',
  ],
  checks: [
    { type: 'aws_msk_cluster', attribute: 'client_authentication.unauthenticated', expect: notTrue },
    { type: 'AWS::MSK::Cluster', attribute: 'ClientAuthentication.Unauthenticated.Enabled', expect: notTrue },
  ],
});
