import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, isTrue } from './model/expectation.ts';

export const awsBeanstalkHealth = defineAttributeRule({
  id: 'aws-beanstalk-health',
  title: 'Environment without enhanced health reports',
  concern: 'logging',
  severity: 'info',
  fix: 'Set `HealthStreamingEnabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elastic_beanstalk_environment',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticbeanstalk-environment.html',
  ],
  checks: [
    {
      type: 'aws_elastic_beanstalk_environment',
      within: 'setting',
      attribute: 'value',
      expect: isTrue,
      when: { name: anyMatching(/^healthstreamingenabled$/, 'HealthStreamingEnabled') },
    },
    {
      type: 'AWS::ElasticBeanstalk::Environment',
      within: 'OptionSettings',
      attribute: 'Value',
      expect: isTrue,
      when: { OptionName: anyMatching(/^healthstreamingenabled$/, 'HealthStreamingEnabled') },
    },
  ],
});
