import { defineIamRule } from './define-iam-rule.ts';
import { isBoundBy, isTrust, type Policy } from './policy/policy.ts';

export const iamCrossAccountPrincipal = defineIamRule({
  id: 'iam-cross-account-principal',
  title: 'Access for another account',
  severity: 'low',
  confidence: 'medium',
  cwe: ['CWE-284'],
  what: 'Reports trust in another AWS account without an external id, and resource policies that admit an account other than the one their resources belong to.',
  why: 'The other account decides who of its identities uses the access; a third party can be tricked into using it for somebody else.',
  fix: 'Name the role that needs it rather than the account, and require `sts:ExternalId` or `aws:PrincipalOrgID`.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  ],
  check: policy => {
    const own = ownAccounts(policy);
    return policy.statements.flatMap(statement => {
      if (statement.effect !== 'Allow') return [];
      if (
        isBoundBy(
          statement,
          /^(?:sts:ExternalId|aws:Principal(?:OrgID|OrgPaths|Arn|Tag\/.*)|aws:MultiFactorAuthPresent)$/i,
        )
      ) {
        return [];
      }
      const trust = isTrust(statement);
      return statement.principals.flatMap(({ type, text, start, end }) => {
        const account =
          type === 'AWS' ? /^(?:arn:aws[\w-]*:iam::)?(\d{12})(?::root)?$/.exec(text)?.[1] : undefined;
        if (account === undefined || own.has(account) || (!trust && own.size === 0)) return [];
        const message = trust
          ? `Every identity of account ${account} that its administrators choose can assume this role.`
          : `Account ${account} gets access to a resource of another account.`;
        return [{ start, end, message, severity: trust ? ('medium' as const) : ('low' as const) }];
      });
    });
  },
  bad: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'sts:AssumeRole' }],
  good: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': 'example-external-id' } },
    },
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/deploy' },
      Action: 'sts:AssumeRole',
    },
  ],
});

/** The accounts that stand in the ARNs of the policy's own resources. */
function ownAccounts(policy: Policy): ReadonlySet<string> {
  return new Set(
    policy.statements.flatMap(({ resources }) =>
      resources.flatMap(({ text }) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text)?.[1] ?? []),
    ),
  );
}
