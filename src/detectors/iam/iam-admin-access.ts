import { defineIamRule } from './define-iam-rule.ts';
import { isIdentityAllow } from './policy/policy.ts';

export const iamAdminAccess = defineIamRule({
  id: 'iam-admin-access',
  title: 'Policy that allows everything',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-250', 'CWE-269'],
  what: 'Reports statements that allow every action (`*` or `*:*`).',
  why: 'Whoever gets hold of the identity, or of code that runs as it, controls the whole account.',
  fix: 'List the actions the workload calls, on the resources it uses; start from Access Analyzer’s generated policy.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  check: policy =>
    policy.statements.flatMap(statement => {
      if (statement.effect !== 'Allow') return [];
      const { actions, resources, notResources } = statement;
      // A resource policy reaches its own resource only.
      const everything =
        isIdentityAllow(statement) && (resources.some(({ text }) => text === '*') || notResources.length > 0);
      return actions
        .filter(({ text }) => /^\*+(?::\*+)?$/.test(text))
        .map(({ start, end }) => ({
          start,
          end,
          message: `Allows every action on ${everything ? 'every resource' : 'the resources it covers'}.`,
          ...(everything ? {} : { severity: 'medium' as const }),
        }));
    }),
  bad: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  good: [
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' },
    { Effect: 'Deny', Action: '*', Resource: '*' },
  ],
});
