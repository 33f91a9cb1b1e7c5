import type { HeldLock } from '../contracts/gate.ts';
import type { LockHolder } from '../contracts/lock.ts';
import { codeSpan, inlineText } from './untrusted-text.ts';

/** A lock with those who wait for it. */
export type ListedLock = {
  readonly environment: string;
  readonly isGlobal: boolean;
  readonly lock: HeldLock;
  readonly waiting: readonly LockHolder[];
};

/** `by mona for #12 since … (why)`. */
export function lockLine({ by, pullRequest, at, reason }: HeldLock): string {
  const forWhat = pullRequest === null ? '' : ` for #${pullRequest}`;
  const why = reason === '' ? '' : ` (${inlineText(reason, 300)})`;
  return `by ${codeSpan(by, 60)}${forWhat} since ${at}${why}`;
}

/** What `/devops locks` says. */
export function renderLocks(locks: readonly ListedLock[]): string {
  if (locks.length === 0) return '🔓 No environment is locked.';
  const rows = locks.map(({ environment, isGlobal, lock, waiting }) => {
    const name = isGlobal ? '**all**' : codeSpan(environment, 70);
    const until = lock.expiresAt ?? (lock.runId === null ? 'unlocked' : 'the deployment ends');
    const line = waiting.map(
      ({ pullRequest, runId }) => `${pullRequest === null ? '' : `#${pullRequest} `}\`${runId}\``,
    );
    return `| ${name} | ${lockLine(lock).replaceAll('|', '\\|')} | ${until} | ${line.join(', ')} |`;
  });
  return `| Environment | Locked | Until | In line |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}
