import type { RawFinding } from '../../contracts/detector.ts';
import { defineIamRule } from './define-iam-rule.ts';
import { isBoundBy, type PolicyCondition, type PolicyStatement } from './policy/policy.ts';

const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
const audience = { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' };

/** Providers every customer of which gets tokens from the same issuer, and the claim that tells them apart. */
const sharedIssuers: readonly { readonly issuer: RegExp; readonly name: string; readonly claims: RegExp }[] =
  [
    {
      issuer: /token\.actions\.githubusercontent|github/i,
      name: 'GitHub Actions',
      claims: /:(?:sub|repository|repository_id|job_workflow_ref|environment)$/i,
    },
    { issuer: /gitlab/i, name: 'GitLab', claims: /:sub$/i },
    { issuer: /app\.terraform\.io|terraform_?cloud|tfc/i, name: 'HCP Terraform', claims: /:sub$/i },
    { issuer: /circleci/i, name: 'CircleCI', claims: /:(?:sub|aud)$/i },
    { issuer: /buildkite/i, name: 'Buildkite', claims: /:sub$/i },
    { issuer: /bitbucket/i, name: 'Bitbucket', claims: /:(?:sub|aud)$/i },
    { issuer: /oidc\.eks|eks/i, name: 'the cluster', claims: /:sub$/i },
    { issuer: /cognito-identity/i, name: 'Cognito', claims: /:aud$/i },
    { issuer: /accounts\.google|googleapis/i, name: 'Google', claims: /:(?:aud|sub|oaud)$/i },
  ];
const anyIssuer = { name: 'the identity provider', claims: /:(?:sub|aud)$/i };

export const iamOidcTrustUnbound = defineIamRule({
  id: 'iam-oidc-trust-unbound',
  title: 'OIDC trust without a bound subject',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-287', 'CWE-863'],
  what: 'Reports roles for `sts:AssumeRoleWithWebIdentity` whose conditions do not pin the token’s subject, or pin it with a wildcard that others match too.',
  why: 'Every tenant of the provider gets valid tokens: any repository on GitHub could assume the role.',
  fix: 'Require `<issuer>:sub` with StringEquals (or StringLike limited to one repository), and `<issuer>:aud`.',
  references: [
    'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  ],
  check: policy => policy.statements.flatMap(checkStatement),
  bad: [
    {
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: audience },
    },
    {
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringLike: { ...audience, 'token.actions.githubusercontent.com:sub': 'repo:*' } },
    },
  ],
  good: [
    {
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          ...audience,
          'token.actions.githubusercontent.com:sub': 'repo:example/app:environment:production',
        },
      },
    },
  ],
});

function checkStatement(statement: PolicyStatement): readonly RawFinding[] {
  const web = statement.actions.some(({ text }) =>
    /^sts:(?:AssumeRoleWithWebIdentity|\*|AssumeRole\*)$/i.test(text),
  );
  if (statement.effect !== 'Allow' || !web || statement.hasUnknownConditions) return [];
  return statement.principals
    .filter(({ type, text }) => type === 'Federated' && !/saml-provider/i.test(text))
    .flatMap(({ text, start, end }) => {
      const keys = statement.conditions.map(({ key }) => key.text).join(' ');
      const issuer = sharedIssuers.find(candidate => candidate.issuer.test(`${text} ${keys}`)) ?? anyIssuer;
      const bound = statement.conditions.filter(({ key }) => issuer.claims.test(key.text));
      if (!isBoundBy(statement, issuer.claims)) {
        return [{ start, end, message: `Whoever gets a token from ${issuer.name} can assume this role.` }];
      }
      return bound.flatMap(issuer.name === 'GitHub Actions' ? looseSubject : looseTenant);
    });
}

/** A subject of GitHub that is not limited to one owner, or to one of its repositories. */
function looseSubject({ key, values, operator }: PolicyCondition): readonly RawFinding[] {
  if (!/:sub$/i.test(key.text) || !/like/i.test(operator.text)) return [];
  return values.flatMap(({ text, start, end }) => {
    if (text.includes('${')) return [];
    const owner = /^repo:([^/]*)(?:\/([^:]*))?/.exec(text);
    if (owner === null ? /^[*?]/.test(text) : /[*?]/.test(owner[1] ?? '')) {
      return [{ start, end, message: 'The subject admits repositories of any owner.' }];
    }
    return owner !== null && (owner[2] ?? '').startsWith('*')
      ? [
          {
            start,
            end,
            severity: 'medium' as const,
            message: 'The subject admits every repository of the owner.',
          },
        ]
      : [];
  });
}

/** A subject whose first name (project, organisation, namespace) is a wildcard. */
function looseTenant({ key, values, operator }: PolicyCondition): readonly RawFinding[] {
  if (!/:sub$/i.test(key.text) || !/like/i.test(operator.text)) return [];
  return values
    .filter(({ text }) => /^(?:project_path:|organization:|org\/|system:serviceaccount:)?[*?]/.test(text))
    .map(({ start, end }) => ({
      start,
      end,
      message: 'The subject admits every project, organisation or namespace of the provider.',
    }));
}
