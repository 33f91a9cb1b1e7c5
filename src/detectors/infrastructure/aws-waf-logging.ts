import { defineCompanionRule } from './define-companion-rule.ts';

export const awsWafLogging = defineCompanionRule({
  id: 'aws-waf-logging',
  title: 'Web firewall without a log',
  concern: 'logging',
  severity: 'low',
  fix: 'Add a logging configuration for the web ACL.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafv2_web_acl',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafv2_web_acl_logging_configuration',
  ],
  checks: [
    {
      type: 'aws_wafv2_web_acl',
      companion: { type: 'aws_wafv2_web_acl_logging_configuration', link: 'resource_arn' },
    },
    {
      type: 'AWS::WAFv2::WebACL',
      companion: { type: 'AWS::WAFv2::LoggingConfiguration', link: 'ResourceArn' },
    },
  ],
});
