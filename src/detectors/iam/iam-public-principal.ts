import { defineIamRule } from './define-iam-rule.ts';
import { isBoundBy, isTrust } from './policy/policy.ts';

/** Global condition keys that tie a request to known accounts, organisations, networks or resources. */
const narrowing =
  /^(?:aws:(?:Principal(?:OrgID|OrgPaths|Arn|Account|Tag\/.*|ServiceName)|Source(?:Arn|Account|OrgID|OrgPaths|Vpc|Vpce|VpcArn|Ip|Identity)|VpcSourceIp|userid|UserAgent|Referer)|kms:CallerAccount|kms:ViaService|s3:DataAccessPoint(?:Arn|Account)|sns:Endpoint|sts:ExternalId|.*:(?:sub|aud))$/i;

export const iamPublicPrincipal = defineIamRule({
  id: 'iam-public-principal',
  title: 'Access for everybody',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-284', 'CWE-732'],
  what: 'Reports Allow statements whose principal is `*` and whose conditions do not tie the request to known accounts, organisations or networks.',
  why: 'Anybody with any AWS account, and often without one, can use the resource or assume the role.',
  fix: 'Name the accounts or roles as principals, or require `aws:PrincipalOrgID`, `aws:SourceArn` or `aws:SourceVpce`.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
  ],
  check: policy => {
    // The policy of an endpoint filters what passes it; `*` there means whoever the network lets through.
    if (/vpc_?endpoint/i.test(policy.owner ?? '')) return [];
    return policy.statements.flatMap(statement => {
      if (statement.effect !== 'Allow' || isBoundBy(statement, narrowing)) return [];
      const trust = isTrust(statement);
      const readOnly = statement.actions.every(({ text }) => /^s3:GetObject(?:Version)?$/i.test(text));
      return statement.principals
        .filter(
          ({ type, text }) => type === '*' || (type === 'AWS' && text.includes('*') && !text.includes('${')),
        )
        .map(({ start, end }) => ({
          start,
          end,
          severity: trust ? ('critical' as const) : readOnly ? ('medium' as const) : ('high' as const),
          message: trust ? 'Anybody can assume this role.' : 'Anybody is allowed to use this resource.',
        }));
    });
  },
  bad: [
    {
      Effect: 'Allow',
      Principal: '*',
      Action: 'sqs:SendMessage',
      Resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
    },
    { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
  ],
  good: [
    {
      Effect: 'Allow',
      Principal: '*',
      Action: 'sqs:SendMessage',
      Resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } },
    },
    { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::reports/*' },
  ],
});
