import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast } from './model/expectation.ts';

export const awsCodeReviewApprovals = defineAttributeRule({
  id: 'aws-code-review-approvals',
  title: 'Approval rule that one person satisfies',
  concern: 'integrity',
  severity: 'info',
  fix: 'Ask for two approvals.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codecommit_approval_rule_template',
  ],
  checks: [
    {
      type: 'aws_codecommit_approval_rule_template',
      attribute: 'content.Statements.NumberOfApprovalsNeeded',
      expect: ifSetAtLeast(2),
    },
  ],
});
