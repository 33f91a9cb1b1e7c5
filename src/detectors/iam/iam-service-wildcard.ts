import { defineIamRule } from './define-iam-rule.ts';
import { isIdentityAllow, isWideResource } from './policy/policy.ts';

/** Services in which a full grant amounts to taking over the account or reading its secrets. */
const sensitive = new Set(['iam', 'organizations', 'sts', 'sso', 'secretsmanager', 'kms', 'identitystore']);

export const iamServiceWildcard = defineIamRule({
  id: 'iam-service-wildcard',
  title: 'Every action of a service allowed',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-732', 'CWE-269'],
  what: 'Reports `service:*` in an Allow statement of an identity policy.',
  why: 'It includes actions that delete data, change permissions or switch logging off, and those AWS adds later.',
  fix: 'Name the actions that are called, or at least a group such as `service:Get*`.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  check: policy =>
    policy.statements.filter(isIdentityAllow).flatMap(({ actions, resources }) => {
      const wide = resources.length === 0 || resources.some(({ text }) => isWideResource(text));
      return actions.flatMap(({ text, start, end }) => {
        const service = /^([a-z0-9-]+):\*+$/i.exec(text)?.[1]?.toLowerCase();
        if (service === undefined) return [];
        const severity = !wide ? 'low' : sensitive.has(service) ? 'high' : 'medium';
        return [{ start, end, severity, message: `Allows every action of ${service}.` } as const];
      });
    }),
  bad: [{ Effect: 'Allow', Action: 'iam:*', Resource: '*' }],
  good: [{ Effect: 'Allow', Action: ['iam:GetRole', 'iam:ListRoles'], Resource: '*' }],
});
