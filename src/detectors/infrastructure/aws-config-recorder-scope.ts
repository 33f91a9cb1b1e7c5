import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const awsConfigRecorderScope = defineAttributeRule({
  id: 'aws-config-recorder-scope',
  title: 'Recorder that leaves resources out',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `all_supported` and `include_global_resource_types`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_configuration_recorder',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_configuration_recorder_status',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-configurationrecorder.html',
  ],
  checks: [
    {
      type: 'aws_config_configuration_recorder',
      attribute: 'recording_group.all_supported',
      expect: notFalse,
    },
    {
      type: 'aws_config_configuration_recorder',
      attribute: 'recording_group.include_global_resource_types',
      expect: notFalse,
    },
    { type: 'aws_config_configuration_recorder_status', attribute: 'is_enabled', expect: isTrue },
    {
      type: 'AWS::Config::ConfigurationRecorder',
      attribute: 'RecordingGroup.AllSupported',
      expect: notFalse,
    },
  ],
});
