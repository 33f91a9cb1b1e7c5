import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneMatching } from './model/expectation.ts';

export const awsWebFirewallKnownBad = defineAttributeRule({
  id: 'aws-web-firewall-known-bad',
  title: 'Web ACL without the rules for known attacks',
  concern: 'hardening',
  severity: 'info',
  fix: 'Add the managed group `AWSManagedRulesKnownBadInputsRuleSet`, which also stops Log4j lookups.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafv2_web_acl',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html',
  ],
  checks: [
    {
      type: 'aws_wafv2_web_acl',
      attribute: 'rule.statement.managed_rule_group_statement.name',
      expect: oneMatching(
        /^awsmanagedrules(?:knownbadinputs|anonymousip|commonruleset)/,
        'AWSManagedRulesKnownBadInputsRuleSet',
        'Other',
      ),
    },
    {
      type: 'AWS::WAFv2::WebACL',
      attribute: 'Rules.Statement.ManagedRuleGroupStatement.Name',
      expect: oneMatching(
        /^awsmanagedrules(?:knownbadinputs|anonymousip|commonruleset)/,
        'AWSManagedRulesKnownBadInputsRuleSet',
        'Other',
      ),
    },
  ],
});
