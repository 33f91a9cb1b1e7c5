import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsOpensearchFineGrained = defineAttributeRule({
  id: 'aws-opensearch-fine-grained',
  title: 'Search domain without users of its own',
  concern: 'authentication',
  severity: 'low',
  fix: 'Enable `advanced_security_options`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchservice-domain.html',
  ],
  checks: [
    { type: 'aws_opensearch_domain', attribute: 'advanced_security_options.enabled', expect: isTrue },
    { type: 'aws_elasticsearch_domain', attribute: 'advanced_security_options.enabled', expect: isTrue },
    { type: 'AWS::OpenSearchService::Domain', attribute: 'AdvancedSecurityOptions.Enabled', expect: isTrue },
    { type: 'AWS::Elasticsearch::Domain', attribute: 'AdvancedSecurityOptions.Enabled', expect: isTrue },
  ],
});
