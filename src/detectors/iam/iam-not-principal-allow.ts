import { defineIamRule } from './define-iam-rule.ts';

export const iamNotPrincipalAllow = defineIamRule({
  id: 'iam-not-principal-allow',
  title: 'Allow with NotPrincipal',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-284'],
  what: 'Reports Allow statements with `NotPrincipal`: everybody but the listed principals gets access.',
  why: 'Everybody includes anonymous callers and every other AWS account.',
  fix: 'List who gets access in `Principal`; to shut somebody out use a Deny with a condition on `aws:PrincipalArn`.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
  ],
  check: policy =>
    policy.statements.flatMap(({ effect, notPrincipals }) => {
      const [first] = notPrincipals;
      if (effect !== 'Allow' || first === undefined) return [];
      return [
        { start: first.start, end: first.end, message: 'Everybody but the listed principals gets access.' },
      ];
    }),
  bad: [
    {
      Effect: 'Allow',
      NotPrincipal: { AWS: 'arn:aws:iam::111122223333:user/mallory' },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::reports/*',
    },
  ],
  good: [
    {
      Effect: 'Deny',
      NotPrincipal: { AWS: 'arn:aws:iam::111122223333:user/alice' },
      Action: 's3:*',
      Resource: 'arn:aws:s3:::reports/*',
    },
  ],
});
