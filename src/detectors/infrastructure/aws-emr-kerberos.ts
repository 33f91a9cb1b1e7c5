import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsEmrKerberos = defineAttributeRule({
  id: 'aws-emr-kerberos',
  title: 'Cluster whose users do not authenticate',
  concern: 'authentication',
  severity: 'low',
  fix: 'Set up Kerberos.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-emr-cluster.html',
  ],
  checks: [
    { type: 'aws_emr_cluster', attribute: 'kerberos_attributes.realm', expect: isPresent('EC2.INTERNAL') },
    { type: 'AWS::EMR::Cluster', attribute: 'KerberosAttributes.Realm', expect: isPresent('EC2.INTERNAL') },
  ],
});
