import type { RawFinding } from '../../contracts/detector.ts';
import { defineIamRule } from './define-iam-rule.ts';
import type { PolicyCondition, PolicyStatement } from './policy/policy.ts';

const base = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };

export const iamConditionAlwaysTrue = defineIamRule({
  id: 'iam-condition-always-true',
  title: 'Condition that does not limit',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-571'],
  what: 'Reports `ForAllValues:` in an Allow without a `Null` check on the key, comparisons with a bare `*` or `0.0.0.0/0`, and conditions on the second factor that requests without the key pass.',
  why: '`ForAllValues` is true when the key is missing from the request, so a caller passes by not sending it.',
  fix: 'Add `"Null": {"<key>": "false"}`, or use `ForAnyValue`; compare with real values.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  ],
  check: policy =>
    policy.statements.flatMap(({ effect, conditions }) => {
      const loose = conditions.filter(condition => missesSecondFactor(effect, condition));
      const escaped = loose.map(
        ({ key: { start, end }, operator }): RawFinding => ({
          start,
          end,
          message: 'Requests with long-lived keys do not carry the key, so they pass.',
          related: [operator],
        }),
      );
      if (effect !== 'Allow') return escaped;
      const present = new Set(
        conditions
          .filter(
            ({ operator, values }) =>
              /^null$/i.test(operator.text) && values.every(({ text }) => /^false$/i.test(text)),
          )
          .map(({ key }) => key.text.toLowerCase()),
      );
      const open = conditions.flatMap(({ operator, key, values }): readonly RawFinding[] => {
        const { start, end } = key;
        const lower = key.text.toLowerCase();
        // Limiting which tags may be given, and none is fine, is what `aws:TagKeys` is for.
        if (/^forallvalues:/i.test(operator.text) && !present.has(lower) && lower !== 'aws:tagkeys') {
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
        const all = values.find(({ text }) => /^(?:\*+|0\.0\.0\.0\/0|::\/0)$/.test(text));
        return positive && all !== undefined
          ? [
              {
                start: all.start,
                end: all.end,
                severity: 'low' as const,
                message: 'The condition matches every value.',
              },
            ]
          : [];
      });
      return [...escaped, ...open];
    }),
  bad: [
    {
      Effect: 'Deny',
      Action: 's3:DeleteBucket',
      Resource: '*',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
    },
    { ...base, Condition: { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/*'] } } },
    { ...base, Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } },
  ],
  good: [
    {
      Effect: 'Deny',
      Action: 's3:DeleteBucket',
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    },
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

/** `aws:MultiFactorAuthPresent` is absent from requests that long-lived access keys sign (IAM user guide, MFA conditions). */
function missesSecondFactor(
  effect: PolicyStatement['effect'],
  { operator, key, values }: PolicyCondition,
): boolean {
  if (!/^aws:multifactorauthpresent$/i.test(key.text)) return false;
  const says = (truth: string): boolean => values.some(({ text }) => text.toLowerCase() === truth);
  return effect === 'Deny'
    ? /^bool$/i.test(operator.text) && says('false')
    : /^boolifexists$/i.test(operator.text) && says('true');
}
