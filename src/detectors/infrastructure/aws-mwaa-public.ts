import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsMwaaPublic = defineAttributeRule({
  id: 'aws-mwaa-public',
  title: 'Airflow web server on the internet',
  concern: 'public-exposure',
  fix: 'Set `webserver_access_mode` to PRIVATE_ONLY.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mwaa_environment',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-mwaa-environment.html',
  ],
  checks: [
    {
      type: 'aws_mwaa_environment',
      attribute: 'webserver_access_mode',
      expect: noneOf(['PUBLIC_ONLY'], 'PRIVATE_ONLY'),
    },
    {
      type: 'AWS::MWAA::Environment',
      attribute: 'WebserverAccessMode',
      expect: noneOf(['PUBLIC_ONLY'], 'PRIVATE_ONLY'),
    },
  ],
});
