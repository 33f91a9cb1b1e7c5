import type { RawFinding } from '../../contracts/detector.ts';
import { defineIamRule } from './define-iam-rule.ts';
import { operatorType, typeOfKey } from './policy/condition-keys.ts';
import type { PolicyCondition } from './policy/policy.ts';

const base = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports' };

/** What a value must look like for an operator; a policy variable may stand for anything. */
const valueForms: Readonly<Record<string, RegExp>> = {
  Numeric: /^-?\d+(?:\.\d+)?$/,
  Date: /^(?:\d{4}-\d\d-\d\d(?:T\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?)?|\d{9,13})$/,
  Bool: /^(?:true|false)$/i,
  Null: /^(?:true|false)$/i,
  IPAddress: /^(?:\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?|[\da-f:.]*:[\da-f:.]*(?:\/\d{1,3})?)$/i,
};

export const iamConditionType = defineIamRule({
  id: 'iam-condition-type',
  title: 'Condition operator of the wrong type',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-1289', 'CWE-843'],
  what: 'Reports conditions whose operator does not fit the type of their key, or whose values the operator cannot read.',
  why: 'Such a condition never matches: an Allow is dead, and a Deny protects nothing.',
  fix: 'Use the operator of the key’s documented type and a value in its format.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  ],
  check: policy => policy.statements.flatMap(({ conditions }) => conditions.flatMap(checkCondition)),
  bad: [
    { ...base, Condition: { NumericEquals: { 's3:prefix': ['home/'] } } },
    { ...base, Condition: { DateGreaterThan: { 'aws:CurrentTime': 'tomorrow' } } },
  ],
  good: [
    { ...base, Condition: { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } } },
    { ...base, Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } },
  ],
});

function checkCondition(condition: PolicyCondition): readonly RawFinding[] {
  const { operator, key, values } = condition;
  const wanted = operatorType(operator.text);
  if (wanted === undefined || key.text.includes('${')) return [];
  const { start, end } = key;
  const type = typeOfKey(key.text)?.replace(/^ArrayOf/, '');
  if (type !== undefined && !fits(wanted, type)) {
    const usable = wanted === 'String' && type === 'ARN';
    return [
      {
        start,
        end,
        related: [operator],
        message: `The key is of type ${type}; the operator is for ${wanted}.`,
        ...(usable ? { severity: 'low' as const } : {}),
      },
    ];
  }
  const form = valueForms[wanted];
  if (form === undefined) return [];
  if (/^aws:sourceip$/i.test(key.text) && values.length > 0 && values.every(({ text }) => isPrivate(text))) {
    return [
      {
        start,
        end,
        related: [operator],
        message:
          '`aws:SourceIp` is the public address: for addresses inside a VPC there is `aws:VpcSourceIp`.',
      },
    ];
  }
  return values
    .filter(({ text }) => !/[$&]\{/.test(text) && !(form.test(text) && isAddressIfV4(text, wanted)))
    .map(value => ({
      start: value.start,
      end: value.end,
      message: `Not a value that ${wanted} operators can read.`,
    }));
}

function fits(operator: string, type: string): boolean {
  if (operator === 'Null' || operator === type) return true;
  // Epoch times are numbers, and tags of any content are compared as strings or numbers.
  return (type === 'Date' && operator === 'Numeric') || (type === 'Numeric' && operator === 'Date');
}

/** Ranges that never reach AWS from outside (RFC 1918, RFC 4193). */
function isPrivate(text: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd][\da-f]{2}:)/i.test(text);
}

/** Whether the numbers of an address of version 4 are in range. */
function isAddressIfV4(text: string, wanted: string): boolean {
  if (wanted !== 'IPAddress' || text.includes(':')) return true;
  const [address = '', bits = '32'] = text.split('/');
  return Number(bits) <= 32 && address.split('.').every(part => Number(part) <= 255);
}
