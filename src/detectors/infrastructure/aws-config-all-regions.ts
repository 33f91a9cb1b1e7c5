import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsConfigAllRegions = defineAttributeRule({
  id: 'aws-config-all-regions',
  title: 'Config aggregator that does not cover all regions',
  concern: 'logging',
  fix: 'Set `all_regions` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_configuration_aggregator',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-configurationaggregator.html',
  ],
  checks: [
    {
      type: 'aws_config_configuration_aggregator',
      within: 'account_aggregation_source',
      attribute: 'all_regions',
      expect: isTrue,
    },
    {
      type: 'AWS::Config::ConfigurationAggregator',
      within: 'AccountAggregationSources',
      attribute: 'AllAwsRegions',
      expect: isTrue,
    },
    {
      type: 'aws_config_configuration_aggregator',
      within: 'organization_aggregation_source',
      attribute: 'all_regions',
      expect: isTrue,
    },
    {
      type: 'AWS::Config::ConfigurationAggregator',
      within: 'OrganizationAggregationSource',
      attribute: 'AllAwsRegions',
      expect: isTrue,
    },
  ],
});
