import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsServicePublic = defineAttributeRule({
  id: 'aws-service-public',
  title: 'Managed service that the internet reaches',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Make it private, unless it is meant for the public.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apprunner_service',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apprunner-service.html',
  ],
  checks: [
    {
      type: 'aws_apprunner_service',
      attribute: 'network_configuration.ingress_configuration.is_publicly_accessible',
      expect: notTrue,
    },
    {
      type: 'AWS::AppRunner::Service',
      attribute: 'NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible',
      expect: notTrue,
    },
  ],
});
