import { defineCompanionRule } from './define-companion-rule.ts';
import { ifSetOneOf, notTrue } from './model/expectation.ts';

export const awsWebFirewall = defineCompanionRule({
  id: 'aws-web-firewall',
  title: 'Public entry without a web firewall',
  concern: 'hardening',
  severity: 'low',
  fix: 'Associate a web ACL with it.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafv2_web_acl_association',
  ],
  checks: [
    {
      type: 'aws_lb',
      companion: { type: 'aws_wafv2_web_acl_association', link: 'resource_arn' },
      when: { internal: notTrue, load_balancer_type: ifSetOneOf(['application'], 'network') },
    },
    {
      type: 'aws_api_gateway_stage',
      companion: { type: 'aws_wafv2_web_acl_association', link: 'resource_arn' },
    },
    {
      type: 'aws_appsync_graphql_api',
      companion: { type: 'aws_wafv2_web_acl_association', link: 'resource_arn' },
    },
  ],
});
