import { defineIamRule } from './define-iam-rule.ts';
import { operatorType } from './policy/condition-keys.ts';

const base = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports' };

export const iamConditionOperator = defineIamRule({
  id: 'iam-condition-operator',
  title: 'Condition operator that does not exist',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-1289'],
  what: 'Reports conditions whose operator is not one of IAM’s.',
  why: 'AWS refuses the policy, or a tool that evaluates it drops the condition and with it the limit.',
  fix: 'Use an operator of the list in the IAM user guide, such as `StringEquals`.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  ],
  check: policy =>
    policy.statements.flatMap(({ conditions }) =>
      [...new Map(conditions.map(({ operator }) => [operator.start, operator])).values()]
        .filter(({ text }) => !text.includes('${') && operatorType(text) === undefined)
        .map(({ start, end }) => ({ start, end, message: 'There is no such condition operator.' })),
    ),
  bad: [{ ...base, Condition: { StringMatches: { 's3:prefix': ['home/'] } } }],
  good: [{ ...base, Condition: { 'ForAnyValue:StringLikeIfExists': { 's3:prefix': ['home/*'] } } }],
});
