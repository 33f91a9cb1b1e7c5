import { defineIamRule } from './define-iam-rule.ts';
import { isBoundBy, isIdentityAllow } from './policy/policy.ts';

export const iamPassRoleWildcard = defineIamRule({
  id: 'iam-pass-role-wildcard',
  title: 'Every role may be passed to a service',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-269'],
  what: 'Reports `iam:PassRole` on `*` or on every role of the account.',
  why: 'The identity can start a service with the most powerful role there is and act through it.',
  fix: 'Name the ARN of the role that is passed, and require `iam:PassedToService`.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  check: policy =>
    policy.statements.filter(isIdentityAllow).flatMap(statement => {
      const action = statement.actions.find(({ text }) => /^iam:pass(?:role|\*|r\*)$/i.test(text));
      const wide = statement.resources.find(({ text }) =>
        /^(?:\*|arn:[^:]*:iam::[^:]*:(?:role\/)?\*)$/.test(text),
      );
      if (action === undefined || wide === undefined) return [];
      const bound = isBoundBy(statement, /^iam:(?:PassedToService|AssociatedResourceArn|ResourceTag\/.*)$/i);
      return [
        {
          start: action.start,
          end: action.end,
          message: 'Any role can be passed to a service.',
          related: [wide],
          ...(bound ? { severity: 'low' as const } : {}),
        },
      ];
    }),
  bad: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' }],
  good: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/task' }],
});
