import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsGlueSecurityConfiguration = defineAttributeRule({
  id: 'aws-glue-security-configuration',
  title: 'Glue job without a security configuration',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Name a `security_configuration`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_job',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_crawler',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_dev_endpoint',
  ],
  checks: [
    { type: 'aws_glue_job', attribute: 'security_configuration', expect: isPresent('encrypted') },
    { type: 'aws_glue_crawler', attribute: 'security_configuration', expect: isPresent('encrypted') },
    { type: 'aws_glue_dev_endpoint', attribute: 'security_configuration', expect: isPresent('encrypted') },
    { type: 'AWS::Glue::Job', attribute: 'SecurityConfiguration', expect: isPresent('encrypted') },
    { type: 'AWS::Glue::Crawler', attribute: 'CrawlerSecurityConfiguration', expect: isPresent('encrypted') },
  ],
});
