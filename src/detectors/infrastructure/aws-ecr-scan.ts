import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsEcrScan = defineAttributeRule({
  id: 'aws-ecr-scan',
  title: 'Container registry without scanning on push',
  concern: 'hardening',
  fix: 'Set `scan_on_push` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html',
  ],
  checks: [
    { type: 'aws_ecr_repository', attribute: 'image_scanning_configuration.scan_on_push', expect: isTrue },
    { type: 'AWS::ECR::Repository', attribute: 'ImageScanningConfiguration.ScanOnPush', expect: isTrue },
  ],
});
