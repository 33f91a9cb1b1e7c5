import type { Readable } from '../../contracts/gate.ts';
import { statusOf } from './status-of.ts';

/** Statuses with which GitHub says that it will not tell, now or later. */
const refusals = [401, 403, 404, 409, 410, 422];

/**
 * What was read, or why it cannot be: GitHub's refusals become a fact, so that a gate refuses with it. What may work
 * later (5xx, limits, no answer) is thrown on.
 */
export async function readable<T>(read: () => Promise<T>): Promise<Readable<T>> {
  try {
    return { kind: 'known', value: await read() };
  } catch (error) {
    const status = statusOf(error);
    const limited = error instanceof Error && /rate limit/i.test(error.message);
    if (limited || status === undefined || !refusals.includes(status)) throw error;
    return { kind: 'unreadable', reason: `GitHub answered ${status}.` };
  }
}

/** A field that GraphQL refused to give. */
export const refusedField: Readable<never> = {
  kind: 'unreadable',
  reason: 'the App was not given the permission to read it.',
};
