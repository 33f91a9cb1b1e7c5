import type { AuditOutcome } from '../contracts/audit.ts';
import { accountControl, accountPasses, unread } from './control.ts';
import { type Statement, statementsOf } from './policy-statements.ts';
import type { Read } from './snapshot.ts';

/** TLS for buckets. */
export const encryptedTransport = accountControl({
  id: '2.1.1',
  v7: '3.1.1',
  title: 'Every bucket refuses requests without TLS',
  section: 'Storage',
  severity: 'medium',
  why: 'Objects that go over HTTP can be read and changed on the way.',
  remedy: {
    change: 'The bucket’s policy denies every request without TLS.',
    commands: [
      'aws s3api get-bucket-policy --bucket {resource} --query Policy --output text > policy.json  # add the statement below to it',
      'aws s3api put-bucket-policy --bucket {resource} --policy file://policy.json',
    ],
    terraform:
      'data "aws_iam_policy_document" "tls" {\n  statement {\n    effect    = "Deny"\n    actions   = ["s3:*"]\n    resources = ["arn:aws:s3:::{resource}", "arn:aws:s3:::{resource}/*"]\n    principals {\n      type        = "*"\n      identifiers = ["*"]\n    }\n    condition {\n      test     = "Bool"\n      variable = "aws:SecureTransport"\n      values   = ["false"]\n    }\n  }\n}',
    risk: 'Clients that still use HTTP are turned away.',
    undo: 'Put the earlier policy again.',
    tool: { name: 's3_require_tls', input: { bucket: '{resource}' } },
  },
  reads: ['bucket-policies'],
  judge: values => values['bucket-policies'].map(judgeBucket),
});

function judgeBucket({
  bucket,
  policy,
}: {
  readonly bucket: string;
  readonly policy: Read<unknown>;
}): AuditOutcome {
  if (policy.kind === 'failed') return { ...unread(bucket, policy.failure), region: null };
  if (policy.value === null)
    return accountPasses(bucket, false, { good: '', bad: 'It has no bucket policy.' });
  const statements = statementsOf(policy.value);
  if (statements === undefined)
    return { verdict: 'ERROR', resource: bucket, region: null, reason: 'Its policy could not be read.' };
  const denials = statements.filter(deniesPlain);
  // Two statements may share the work: one for the bucket, one for its objects.
  const isGood =
    covers(denials, `arn:aws:s3:::${bucket}`) && covers(denials, `arn:aws:s3:::${bucket}/any/object`);
  return accountPasses(bucket, isGood, {
    good: 'Its policy denies requests without TLS.',
    bad:
      denials.length > 0
        ? 'Its policy denies requests without TLS for a part of the bucket only.'
        : 'Its policy lets requests without TLS through.',
  });
}

function covers(statements: readonly Statement[], arn: string): boolean {
  return statements.some(({ resources }) => resources.some(pattern => matches(pattern, arn)));
}

/** IAM's wildcards; the partition plays no part. */
function matches(pattern: string, arn: string): boolean {
  const text = pattern.replace(/^arn:aws[a-z-]*:/, 'arn:aws:').replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${text.replace(/\*+/g, '.*').replace(/\?/g, '.')}$`).test(arn);
}

/** Denies everybody everything over HTTP, or over TLS of any version that is too old. */
function deniesPlain({ effect, principals, actions, conditions }: Statement): boolean {
  if (
    effect !== 'Deny' ||
    !principals.includes('*') ||
    !actions.some(action => ['s3:*', '*'].includes(action))
  )
    return false;
  // Further conditions would narrow the denial.
  if (conditions.size !== 1) return false;
  const isPlain = ['bool', 'boolifexists'].some(operator =>
    only(conditions.get(operator), 'aws:securetransport')?.includes('false'),
  );
  const isOld = ['numericlessthan', 'numericlessthanifexists'].some(operator =>
    only(conditions.get(operator), 's3:tlsversion')?.some(version => Number(version) >= 1.2),
  );
  return isPlain || isOld;
}

/** The values of a key that stands alone. */
function only(
  keys: ReadonlyMap<string, readonly string[]> | undefined,
  key: string,
): readonly string[] | undefined {
  return keys?.size === 1 ? keys.get(key) : undefined;
}
