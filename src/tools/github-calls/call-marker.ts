import { createHash } from 'node:crypto';
import type { ToolCall } from '../../contracts/tool.ts';

/** An invisible line that names a call, so that what it made is found again after a crash. */
export function callMarker({ idempotencyKey }: Pick<ToolCall, 'idempotencyKey'>): string {
  return `<!-- devops:call=${callName(idempotencyKey)} -->`;
}

/** 16 hexadecimal digits that are the call's own. */
export function callName(idempotencyKey: string): string {
  return createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 16);
}
