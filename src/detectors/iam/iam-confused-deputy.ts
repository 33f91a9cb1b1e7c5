import { defineIamRule } from './define-iam-rule.ts';
import { isBoundBy, isTrust } from './policy/policy.ts';

const bindings =
  /^(?:aws:(?:Source(?:Arn|Account|OrgID|OrgPaths|Vpc|Vpce)|PrincipalOrgID|PrincipalAccount)|kms:(?:CallerAccount|EncryptionContext.*|ViaService)|lambda:EventSourceToken|.*:SourceArn)$/i;

export const iamConfusedDeputy = defineIamRule({
  id: 'iam-confused-deputy',
  title: 'Service access without the source bound',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-441'],
  what: 'Reports resource policies that admit an AWS service without `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`.',
  why: 'The service acts for every customer: another account can make it use your resource (confused deputy).',
  fix: 'Add a condition on `aws:SourceArn` (or `aws:SourceAccount`) with the resource that the service acts for.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
  check: policy =>
    policy.statements.flatMap(statement => {
      if (statement.effect !== 'Allow' || isTrust(statement) || isBoundBy(statement, bindings)) return [];
      return statement.principals
        .filter(({ type, text }) => type === 'Service' && /\.amazonaws\.com/.test(text))
        .map(({ start, end, text }) => ({
          start,
          end,
          message: `${text} may use this resource on behalf of any account.`,
        }));
    }),
  bad: [
    {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
    },
  ],
  good: [
    {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
      Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:topic' } },
    },
    { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
});
