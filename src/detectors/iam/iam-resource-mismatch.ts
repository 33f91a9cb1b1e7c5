import { catalogue } from './catalogue/catalogue.ts';
import { defineIamRule } from './define-iam-rule.ts';
import { globsOverlap } from './policy/glob.ts';
import { isIdentityAllow } from './policy/policy.ts';

export const iamResourceMismatch = defineIamRule({
  id: 'iam-resource-mismatch',
  title: 'Action that does not fit the resources',
  severity: 'low',
  confidence: 'medium',
  cwe: ['CWE-1289'],
  what: 'Reports actions that work on none of the kinds of resources the statement names.',
  why: 'The permission has no effect; the usual quick repair is a wildcard that grants far too much.',
  fix: 'Name a resource of the kind that the service authorisation reference gives for the action.',
  references: [
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  check: policy =>
    policy.statements.filter(isIdentityAllow).flatMap(({ actions, resources }) => {
      if (
        resources.length === 0 ||
        resources.some(({ text }) => !text.startsWith('arn:') || /^arn:\*?$/.test(text))
      )
        return [];
      const patterns = resources.map(({ text }) => text.replace(/[$&]\{[^}]*\}/g, '*').toLowerCase());
      return actions.flatMap(({ text, start, end }) => {
        if (/^\*|\$\{/.test(text)) return [];
        const facts = catalogue.actions(text);
        if (facts.length === 0) return [];
        const fits = facts.some(({ resourceArns }) =>
          resourceArns.some(arn => patterns.some(pattern => fitsTemplate(pattern, arn))),
        );
        if (fits) return [];
        const alone = facts.every(({ resourceArns }) => resourceArns.length === 0);
        const message = alone
          ? 'The action knows no resources: it needs `*`.'
          : 'The action works on none of the listed resources.';
        return [{ start, end, message, related: [...resources] }];
      });
    }),
  bad: [
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports' },
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports/*' },
    { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::reports' },
  ],
  good: [
    {
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:ListBucket'],
      Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'],
    },
  ],
});

/** Whether a pattern fits an ARN template such as `arn:${Partition}:s3:::${BucketName}`; a bucket’s name has no slash. */
function fitsTemplate(pattern: string, template: string): boolean {
  if (template.endsWith(':s3:::${BucketName}') && pattern.includes('/')) return false;
  const known = template.replace(/\$\{[^}]*\}/g, '*').toLowerCase();
  const [left, right] = [partsOf(pattern), partsOf(known)];
  // A star in front of the last part may stand for several parts.
  if (left.length < 6 || left.slice(0, 5).some(part => part.includes('*')))
    return globsOverlap(pattern, known);
  return left.every((part, index) => globsOverlap(part, right[index] ?? ''));
}

/** The six parts of an ARN; the last one may hold colons itself. */
function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
