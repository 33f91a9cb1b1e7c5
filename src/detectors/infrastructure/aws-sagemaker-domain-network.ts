import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsSagemakerDomainNetwork = defineAttributeRule({
  id: 'aws-sagemaker-domain-network',
  title: 'SageMaker domain on the internet',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set the network access type to `VpcOnly`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_domain',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-domain.html',
  ],
  checks: [
    {
      type: 'aws_sagemaker_domain',
      attribute: 'app_network_access_type',
      expect: noneOf(['publicinternetonly'], 'VpcOnly'),
    },
    {
      type: 'AWS::SageMaker::Domain',
      attribute: 'AppNetworkAccessType',
      expect: noneOf(['publicinternetonly'], 'VpcOnly'),
    },
  ],
});
