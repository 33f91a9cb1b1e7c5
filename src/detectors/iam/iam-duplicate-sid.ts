import { defineIamRule } from './define-iam-rule.ts';

const read = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };

export const iamDuplicateSid = defineIamRule({
  id: 'iam-duplicate-sid',
  title: 'Statement id used twice',
  severity: 'low',
  confidence: 'high',
  cwe: ['CWE-694'],
  what: 'Reports a `Sid` that another statement of the same policy has already.',
  why: 'AWS refuses the policy, and in Terraform a later statement silently replaces the earlier one.',
  fix: 'Give every statement its own Sid, or none.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html'],
  check: policy => {
    const seen = new Set<string>();
    return policy.statements.flatMap(({ sid }) => {
      if (sid === undefined || sid.text === '' || sid.text.includes('${')) return [];
      if (!seen.has(sid.text)) {
        seen.add(sid.text);
        return [];
      }
      return [{ start: sid.start, end: sid.end, message: 'An earlier statement has the same Sid.' }];
    });
  },
  bad: [{ Version: '2012-10-17', Statement: [read, read] }],
  good: [{ Version: '2012-10-17', Statement: [read, { ...read, Sid: 'ReadAgain' }] }],
});
