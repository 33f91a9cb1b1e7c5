import type { GateVerdict } from '../../contracts/gate.ts';

/** A gate that is satisfied. */
export function pass(message: string): GateVerdict {
  return { verdict: 'pass', message };
}

/** A gate that the configuration or the kind of request does not ask for. */
export function off(message: string): GateVerdict {
  return { verdict: 'off', message };
}

export function warn(code: string, message: string, next: string): GateVerdict {
  return { verdict: 'warn', code, message, next };
}

export function refuse(code: string, message: string, next: string): GateVerdict {
  return { verdict: 'refuse', code, message, next };
}

/** A gate that passes by itself; `until` is ISO 8601, or null when nobody can tell. */
export function wait(
  code: string,
  message: string,
  { next, until = null }: { readonly next: string; readonly until?: string | null },
): GateVerdict {
  return { verdict: 'wait', code, message, next, until };
}

/** A gate whose facts were not read. */
export const unread: GateVerdict = { verdict: 'unread', message: 'Not looked at.' };

/** A fact that GitHub did not tell: refused, because what is not known cannot be relied on. */
export function unreadable(what: string, reason: string): GateVerdict {
  return refuse(
    `${what}-unreadable`,
    `The ${what.replaceAll('-', ' ')} could not be read: ${reason}`,
    'Try again with `/devops retry`; if it stays, check the permissions of the App.',
  );
}

/** The first seven digits, as GitHub shows commits. */
export function short(sha: string): string {
  return sha.slice(0, 7);
}
