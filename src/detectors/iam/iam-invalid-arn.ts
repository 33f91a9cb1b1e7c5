import { defineIamRule } from './define-iam-rule.ts';
import type { PolicyText } from './policy/policy.ts';

export const iamInvalidArn = defineIamRule({
  id: 'iam-invalid-arn',
  title: 'Invalid resource or principal',
  severity: 'low',
  confidence: 'high',
  cwe: ['CWE-1289'],
  what: 'Reports resources that are neither `*` nor an ARN of six parts, and principals of AWS that are neither an account nor an ARN.',
  why: 'AWS refuses the document, or it grants access to nothing and is later replaced by a wildcard.',
  fix: 'Write `arn:partition:service:region:account:resource`.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html'],
  check: policy =>
    policy.statements.flatMap(statement => [
      ...[...statement.resources, ...statement.notResources]
        .filter(text => !isResource(text))
        .map(({ start, end }) => ({ start, end, message: 'Not a valid ARN.' })),
      ...[...statement.principals, ...statement.notPrincipals]
        .filter(({ type, text }) => type === 'AWS' && !isPrincipal(text))
        .map(({ start, end }) => ({ start, end, message: 'Neither an account nor an ARN of a principal.' })),
    ]),
  bad: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'reports/*' }],
  good: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }],
});

function isResource({ text }: PolicyText): boolean {
  if (/^[*?]+$/.test(text) || /[$&]\{|<|%/.test(text)) return true;
  const parts = text.split(':');
  // A wildcard may swallow the separators after it.
  return parts[0] === 'arn' && (parts.length >= 6 || text.includes('*'));
}

function isPrincipal(text: string): boolean {
  return (
    /[$&]\{|<|%/.test(text) ||
    /^(?:\*|\d{12}|A[A-Z]{3}[A-Z0-9]{12,}|arn:aws[\w-]*:(?:iam|sts)::(?:\d{12}|cloudfront|\*?):.+)$/.test(
      text,
    )
  );
}
