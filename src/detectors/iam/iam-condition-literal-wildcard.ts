import { defineIamRule } from './define-iam-rule.ts';

const base = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports' };

export const iamConditionLiteralWildcard = defineIamRule({
  id: 'iam-condition-literal-wildcard',
  title: 'Wildcard where it is taken literally',
  severity: 'low',
  confidence: 'medium',
  cwe: ['CWE-1289'],
  what: 'Reports `*` in the value of StringEquals and its relatives, which compare it as an ordinary character.',
  why: 'An Allow never matches; in a Deny the protection is missing without anybody noticing.',
  fix: 'Use StringLike (or StringNotLike) for patterns.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String',
  ],
  check: policy =>
    policy.statements.flatMap(({ conditions }) =>
      conditions
        .filter(({ operator }) =>
          /^(?:For\w+:)?String(?:Not)?Equals(?:IgnoreCase)?(?:IfExists)?$/i.test(operator.text),
        )
        .flatMap(({ values }) => values)
        // `${*}` is the documented way to write the character itself.
        .filter(({ text }) => text.replaceAll('${*}', '').replaceAll('${?}', '').includes('*'))
        .filter(({ text }) => !/\$\{[^}]*\*[^}]*\}/.test(text))
        .map(({ start, end }) => ({ start, end, message: 'The asterisk is compared literally here.' })),
    ),
  bad: [{ ...base, Condition: { StringEquals: { 's3:prefix': 'home/*' } } }],
  good: [{ ...base, Condition: { StringLike: { 's3:prefix': 'home/*' } } }],
});
