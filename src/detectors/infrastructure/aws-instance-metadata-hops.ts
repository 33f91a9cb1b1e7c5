import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtMost } from './model/expectation.ts';

export const awsInstanceMetadataHops = defineAttributeRule({
  id: 'aws-instance-metadata-hops',
  title: 'Metadata service that answers through many hops',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `http_put_response_hop_limit` to 1, or 2 for containers.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_configuration',
  ],
  checks: [
    {
      type: 'aws_instance',
      attribute: 'metadata_options.http_put_response_hop_limit',
      expect: ifSetAtMost(2),
    },
    {
      type: 'aws_launch_template',
      attribute: 'metadata_options.http_put_response_hop_limit',
      expect: ifSetAtMost(2),
    },
    {
      type: 'aws_launch_configuration',
      attribute: 'metadata_options.http_put_response_hop_limit',
      expect: ifSetAtMost(2),
    },
    {
      type: 'AWS::EC2::LaunchTemplate',
      attribute: 'LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit',
      expect: ifSetAtMost(2),
    },
  ],
});
