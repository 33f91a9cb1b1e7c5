import type { RawFinding } from '../../contracts/detector.ts';
import { defineIamRule } from './define-iam-rule.ts';
import { matchesGlob } from './policy/glob.ts';
import { isIdentityAllow, type Policy } from './policy/policy.ts';

/** Actions that hand out what a resource holds. */
const readers = [
  's3:getobject',
  'dynamodb:getitem',
  'dynamodb:scan',
  'dynamodb:query',
  'secretsmanager:getsecretvalue',
  'ssm:getparameter',
  'ssm:getparameters',
  'sqs:receivemessage',
  'kinesis:getrecords',
  'ecr:batchgetimage',
];

const sensitiveName =
  /secret|credential|passw|private-?key|sensitive|confidential|(?:^|[^a-z])(?:pii|phi|keys?)(?:$|[^a-z])/i;

export const iamSensitiveAccess = defineIamRule({
  id: 'iam-sensitive-access',
  title: 'Access to data whose name says that it is sensitive',
  severity: 'info',
  confidence: 'low',
  cwe: ['CWE-200'],
  what: 'Reports grants to read named resources (buckets, tables, queues, parameters) whose names speak of secrets, credentials, keys or personal data, without a condition.',
  why: 'A leak of this identity is a leak of that data; who can read it should be few and known.',
  fix: 'Keep the grant to the roles that need it, and narrow it by a condition such as a VPC endpoint or a principal tag.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  check,
  bad: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::example-secrets/*' }],
  good: [
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::example-website/*' },
    { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::example-secrets/*' },
  ],
});

function check(policy: Policy): readonly RawFinding[] {
  return policy.statements
    .filter(isIdentityAllow)
    .flatMap(({ actions, resources, conditions, hasUnknownConditions }) => {
      if (conditions.length > 0 || hasUnknownConditions) return [];
      const reading = actions.filter(({ text }) =>
        readers.some(reader => matchesGlob(reader, text.toLowerCase())),
      );
      if (reading.length === 0) return [];
      return resources
        .filter(
          ({ text }) => text.startsWith('arn:') && sensitiveName.test(text.split(':').slice(5).join(':')),
        )
        .map(({ start, end }) => ({
          start,
          end,
          message: 'What this reads is sensitive by its name.',
          related: reading,
        }));
    });
}
