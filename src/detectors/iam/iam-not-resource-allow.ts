import { defineIamRule } from './define-iam-rule.ts';

export const iamNotResourceAllow = defineIamRule({
  id: 'iam-not-resource-allow',
  title: 'Allow with NotResource',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-732'],
  what: 'Reports Allow statements with `NotResource`: the actions are allowed everywhere except on what is listed.',
  why: 'Every other resource, of other services and accounts too, is covered.',
  fix: 'List the resources in `Resource`, or turn the statement into a Deny.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html',
  ],
  check: policy =>
    policy.statements.flatMap(({ effect, notResources }) => {
      const [first] = notResources;
      if (effect !== 'Allow' || first === undefined) return [];
      return [
        { start: first.start, end: first.end, message: 'Allowed on every resource but the listed ones.' },
      ];
    }),
  bad: [{ Effect: 'Allow', Action: 's3:DeleteObject', NotResource: 'arn:aws:s3:::archive/*' }],
  good: [{ Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::archive/*' }],
});
