import { defineIamRule } from './define-iam-rule.ts';
import { isBoundBy, isIdentityAllow } from './policy/policy.ts';

export const iamNotActionAllow = defineIamRule({
  id: 'iam-not-action-allow',
  title: 'Allow with NotAction',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-732'],
  what: 'Reports Allow statements with `NotAction`: everything is allowed except what is listed.',
  why: 'It grants nearly every action of nearly every service, and each new one AWS adds.',
  fix: 'List what is allowed in `Action`, or turn the statement into a Deny.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
  check: policy =>
    policy.statements.flatMap(statement => {
      const [first] = statement.notActions;
      if (statement.effect !== 'Allow' || first === undefined) return [];
      const bound = isBoundBy(statement, /^aws:/i) || !isIdentityAllow(statement);
      return [
        {
          start: first.start,
          end: first.end,
          message: 'Allows every action but the listed ones.',
          ...(bound ? { severity: 'medium' as const } : {}),
        },
      ];
    }),
  bad: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
  good: [{ Effect: 'Deny', NotAction: ['iam:*', 'sts:*'], Resource: '*' }],
});
