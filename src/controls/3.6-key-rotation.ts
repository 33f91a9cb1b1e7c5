import type { AuditOutcome } from '../contracts/audit.ts';
import { passes, regionControl, unread } from './control.ts';
import type { KmsKey } from './snapshot.ts';

/** Rotation of customers' keys. */
export const keyRotation = regionControl({
  id: '3.6',
  v7: '4.6',
  title: 'Symmetric KMS keys of one’s own are rotated every year',
  section: 'Logging',
  severity: 'medium',
  why: 'The less is encrypted with one key, the less it gives away.',
  remedy: {
    change: 'KMS makes new key material every year; what was encrypted before can still be read.',
    commands: ['aws kms enable-key-rotation --region {region} --key-id {resource}'],
    terraform: 'resource "aws_kms_key" "this" {\n  # of {resource}\n  enable_key_rotation = true\n}',
    risk: 'Each of the first two rotations adds a dollar a month to the key’s price.',
    undo: 'aws kms disable-key-rotation --region {region} --key-id {resource}',
    tool: { name: 'kms_rotate_key_yearly', input: { region: '{region}', key: '{resource}' } },
  },
  reads: ['keys'],
  judge: ({ keys }) => keys.flatMap(judgeKey),
});

function judgeKey({ arn, details }: KmsKey): readonly Omit<AuditOutcome, 'region'>[] {
  if (details.kind === 'failed') return [unread(arn, details.failure)];
  const { isCustomers, isEnabled, spec, origin, isRotated } = details.value;
  // AWS's own keys, disabled ones, and kinds that nobody can rotate are none of the control's.
  if (!isCustomers || !isEnabled || spec !== 'SYMMETRIC_DEFAULT') return [];
  if (isRotated === null) {
    const reason = `KMS cannot rotate a key whose material comes from elsewhere (${origin}): rotate it by hand.`;
    return [{ verdict: 'MANUAL', resource: arn, reason }];
  }
  return [passes(arn, isRotated, { good: 'It is rotated.', bad: 'It is not rotated.' })];
}
