import type { RawFinding } from '../../contracts/detector.ts';
import { defineIamRule } from './define-iam-rule.ts';

const base = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };

export const iamConditionAlwaysTrue = defineIamRule({
  id: 'iam-condition-always-true',
  title: 'Condition that does not limit',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-571'],
  what: 'Reports `ForAllValues:` in an Allow without a `Null` check on the key, and comparisons with a bare `*` or `0.0.0.0/0`.',
  why: '`ForAllValues` is true when the key is missing from the request, so a caller passes by not sending it.',
  fix: 'Add `"Null": {"<key>": "false"}`, or use `ForAnyValue`; compare with real values.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  ],
  check: policy =>
    policy.statements.flatMap(({ effect, conditions }) => {
      if (effect !== 'Allow') return [];
      const present = new Set(
        conditions
          .filter(
            ({ operator, values }) =>
              /^null$/i.test(operator.text) && values.every(({ text }) => /^false$/i.test(text)),
          )
          .map(({ key }) => key.text.toLowerCase()),
      );
      return conditions.flatMap(({ operator, key, values }): readonly RawFinding[] => {
        const { start, end } = key;
        if (/^forallvalues:/i.test(operator.text) && !present.has(key.text.toLowerCase())) {
          return [
            {
              start,
              end,
              message: 'The condition is met when the request does not carry the key.',
              related: [operator],
            },
          ];
        }
        const positive = /^(?:StringLike|ArnLike|IpAddress)(?:IfExists)?$/i.test(operator.text);
        const open = values.find(({ text }) => /^(?:\*+|0\.0\.0\.0\/0|::\/0)$/.test(text));
        return positive && open !== undefined
          ? [
              {
                start: open.start,
                end: open.end,
                severity: 'low' as const,
                message: 'The condition matches every value.',
              },
            ]
          : [];
      });
    }),
  bad: [
    { ...base, Condition: { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/*'] } } },
    { ...base, Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } },
  ],
  good: [
    {
      ...base,
      Condition: {
        'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/'] },
        Null: { 'aws:PrincipalOrgPaths': 'false' },
      },
    },
    { ...base, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } },
  ],
});
