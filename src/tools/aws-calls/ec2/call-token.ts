import { createHash } from 'node:crypto';

/** What EC2 takes as a client token (at most 64 characters), the same for the same call of a tool. */
export function callToken(idempotencyKey: string): string {
  return createHash('sha256').update(idempotencyKey).digest('hex');
}
