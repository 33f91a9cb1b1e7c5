import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, isTrue } from './model/expectation.ts';

export const awsBeanstalkUpdates = defineAttributeRule({
  id: 'aws-beanstalk-updates',
  title: 'Environment without managed updates',
  concern: 'maintenance',
  fix: 'Set `ManagedActionsEnabled` to true.',
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
      when: { name: anyMatching(/^managedactionsenabled$/, 'ManagedActionsEnabled') },
    },
    {
      type: 'AWS::ElasticBeanstalk::Environment',
      within: 'OptionSettings',
      attribute: 'Value',
      expect: isTrue,
      when: { OptionName: anyMatching(/^managedactionsenabled$/, 'ManagedActionsEnabled') },
    },
  ],
});
