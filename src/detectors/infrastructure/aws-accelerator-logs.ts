import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsAcceleratorLogs = defineAttributeRule({
  id: 'aws-accelerator-logs',
  title: 'Accelerator that keeps no flow logs',
  concern: 'logging',
  fix: 'Enable flow logs.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/globalaccelerator_accelerator',
  ],
  checks: [
    { type: 'aws_globalaccelerator_accelerator', attribute: 'attributes.flow_logs_enabled', expect: isTrue },
  ],
});
