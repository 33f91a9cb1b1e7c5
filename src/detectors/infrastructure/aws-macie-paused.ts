import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsMaciePaused = defineAttributeRule({
  id: 'aws-macie-paused',
  title: 'Data discovery that is paused',
  concern: 'logging',
  severity: 'low',
  fix: 'Leave Macie enabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/macie2_account',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-macie-session.html',
  ],
  checks: [
    { type: 'aws_macie2_account', attribute: 'status', expect: noneOf(['PAUSED'], 'ENABLED') },
    { type: 'AWS::Macie::Session', attribute: 'Status', expect: noneOf(['PAUSED'], 'ENABLED') },
  ],
});
