import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast } from './model/expectation.ts';

export const githubBranchReviews = defineAttributeRule({
  id: 'github-branch-reviews',
  title: 'Branch that is merged without a review',
  concern: 'integrity',
  fix: 'Ask for at least one approving review.',
  references: [
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection_v3',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_ruleset',
  ],
  checks: [
    {
      type: 'github_branch_protection',
      attribute: 'required_pull_request_reviews.required_approving_review_count',
      expect: ifSetAtLeast(1),
    },
    {
      type: 'github_branch_protection_v3',
      attribute: 'required_pull_request_reviews.required_approving_review_count',
      expect: ifSetAtLeast(1),
    },
    {
      type: 'github_repository_ruleset',
      attribute: 'rules.pull_request.required_approving_review_count',
      expect: ifSetAtLeast(1),
    },
  ],
});
