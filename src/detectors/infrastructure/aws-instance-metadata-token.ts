import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, noneOf, oneOf } from './model/expectation.ts';

export const awsInstanceMetadataToken = defineAttributeRule({
  id: 'aws-instance-metadata-token',
  title: 'Instance metadata without required tokens',
  concern: 'hardening',
  severity: 'high',
  fix: 'Set `metadata_options.http_tokens` to required (IMDSv2).',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template',
  ],
  checks: [
    {
      type: 'aws_instance',
      attribute: 'metadata_options.http_tokens',
      expect: oneOf(['required'], 'optional'),
      when: { 'metadata_options.http_endpoint': noneOf(['disabled'], 'enabled') },
    },
    {
      type: 'aws_launch_template',
      attribute: 'metadata_options.http_tokens',
      expect: oneOf(['required'], 'optional'),
      when: { 'metadata_options.http_endpoint': noneOf(['disabled'], 'enabled') },
    },
    {
      type: 'aws_launch_configuration',
      attribute: 'metadata_options.http_tokens',
      expect: oneOf(['required'], 'optional'),
      when: { 'metadata_options.http_endpoint': noneOf(['disabled'], 'enabled') },
    },
    {
      type: 'AWS::EC2::LaunchTemplate',
      attribute: 'LaunchTemplateData.MetadataOptions.HttpTokens',
      expect: oneOf(['required'], 'optional'),
    },
    {
      type: 'AWS::AutoScaling::LaunchConfiguration',
      attribute: 'MetadataOptions.HttpTokens',
      expect: oneOf(['required'], 'optional'),
    },
    {
      type: 'AWS::EC2::Instance',
      attribute: 'MetadataOptions.HttpTokens',
      expect: ifSetOneOf(['required'], 'optional'),
    },
    {
      type: 'aws_ec2_instance_metadata_defaults',
      attribute: 'http_tokens',
      expect: oneOf(['required'], 'optional'),
    },
  ],
});
