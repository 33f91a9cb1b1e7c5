import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsInstanceStorageOptimised = defineAttributeRule({
  id: 'aws-instance-storage-optimised',
  title: 'Instance without a network of its own for its disks',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `ebs_optimized`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html',
  ],
  checks: [
    { type: 'aws_instance', attribute: 'ebs_optimized', expect: isTrue },
    { type: 'AWS::EC2::Instance', attribute: 'EbsOptimized', expect: isTrue },
  ],
});
