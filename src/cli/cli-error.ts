/** What the process ends with (docs: exit codes of the CLI). 64 is EX_USAGE of sysexits.h. */
export const exitCodes = { passed: 0, findings: 1, incomplete: 2, refused: 3, usage: 64 } as const;

/** A bad argument: the message says which one, why, and what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
