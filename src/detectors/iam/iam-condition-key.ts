import type { RawFinding } from '../../contracts/detector.ts';
import { catalogue, isKey } from './catalogue/catalogue.ts';
import { defineIamRule } from './define-iam-rule.ts';
import { typeOfKey } from './policy/condition-keys.ts';
import type { PolicyStatement } from './policy/policy.ts';

const base = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports' };

export const iamConditionKey = defineIamRule({
  id: 'iam-condition-key',
  title: 'Condition key that the actions do not have',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-1289'],
  what: 'Reports condition keys that none of the statement’s actions puts into the request, and global keys that do not exist.',
  why: 'The condition compares with nothing: positive operators never match, negated ones always do and limit nothing.',
  fix: 'Use a key that the service authorisation reference lists for the action.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html'],
  check: policy => policy.statements.flatMap(checkStatement),
  bad: [
    { ...base, Condition: { StringEquals: { 's3:folder': 'home' } } },
    { ...base, Condition: { StringEquals: { 'aws:PrincipalOrgIdentifier': 'o-abcdefghij' } } },
  ],
  good: [
    { ...base, Condition: { StringEquals: { 's3:prefix': 'home/' } } },
    { ...base, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'data' } } },
  ],
});

function checkStatement(statement: PolicyStatement): readonly RawFinding[] {
  const known = statement.actions.flatMap(({ text }) => catalogue.actions(text));
  const open = statement.actions.some(({ text }) => /^\*|\$\{/.test(text));
  return statement.conditions.flatMap(({ key: { text, start, end } }) => {
    const prefix = /^([\w-]+):[^:]+$/.exec(text)?.[1]?.toLowerCase();
    if (prefix === undefined || text.includes('${')) return [];
    if (prefix === 'aws') {
      return typeOfKey(text) === undefined
        ? [{ start, end, message: 'There is no such global condition key.' }]
        : [];
    }
    // Keys of identity providers (`saml:aud`, `www.example.com:sub`) are not in the reference.
    if (known.length === 0 || open || !catalogue.hasService(prefix)) return [];
    const supported = known.some(action => action.conditionKeys.some(facts => isKey(facts.key, text)));
    return supported ? [] : [{ start, end, message: 'No action of the statement has this condition key.' }];
  });
}
