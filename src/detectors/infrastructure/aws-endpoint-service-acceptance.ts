import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsEndpointServiceAcceptance = defineAttributeRule({
  id: 'aws-endpoint-service-acceptance',
  title: 'Endpoint service that takes every consumer',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `acceptance_required`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint_service',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpointservice.html',
  ],
  checks: [
    { type: 'aws_vpc_endpoint_service', attribute: 'acceptance_required', expect: isTrue },
    { type: 'AWS::EC2::VPCEndpointService', attribute: 'AcceptanceRequired', expect: isTrue },
  ],
});
