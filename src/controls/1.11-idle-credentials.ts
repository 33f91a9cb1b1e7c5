import type { AuditOutcome } from '../contracts/audit.ts';
import { daysSince, inDays } from './ages.ts';
import { accountControl, accountPasses } from './control.ts';
import type { CredentialRow } from './snapshot.ts';

const idleDays = 45;

/** Credentials that nobody uses. */
export const idleCredentials = accountControl({
  id: '1.11',
  v7: '2.11',
  title: `Passwords and keys that nobody used for ${idleDays} days are turned off`,
  section: 'Identity',
  severity: 'medium',
  why: 'Nobody notices when a forgotten credential is used by somebody else.',
  remedy: {
    change: 'The idle key is made inactive, the idle password taken away.',
    commands: [
      'aws iam list-access-keys --user-name {resource}',
      'aws iam update-access-key --user-name {resource} --access-key-id <id> --status Inactive',
      'aws iam delete-login-profile --user-name {resource}  # for a password',
    ],
    terraform: 'resource "aws_iam_access_key" "this" {\n  user   = "{resource}"\n  status = "Inactive"\n}',
    risk: 'What runs once a quarter may still need it.',
    undo: 'aws iam update-access-key --user-name {resource} --access-key-id <id> --status Active',
    tool: { name: 'iam_deactivate_access_key', input: { user: '{resource}' }, asks: ['key'] },
  },
  reads: ['credential-report'],
  judge: ({ 'credential-report': rows }, { now }) => rows.flatMap(row => judgeUser(row, now)),
});

type Credential = { readonly name: string; readonly usedAt: string | null; readonly madeAt: string | null };

/** Only what is active counts; what was never used counts from the day it was made or changed. */
function judgeUser(row: CredentialRow, now: Date): readonly AuditOutcome[] {
  const active: readonly Credential[] = [
    ...(row.hasPassword
      ? [{ name: 'password', usedAt: row.passwordUsedAt, madeAt: row.passwordChangedAt ?? row.createdAt }]
      : []),
    ...row.keys.flatMap(({ isActive, usedAt, rotatedAt }, index) =>
      isActive ? [{ name: `key ${index + 1}`, usedAt, madeAt: rotatedAt ?? row.createdAt }] : [],
    ),
  ];
  if (active.length === 0) return [];
  const ages = active.map(({ name, usedAt, madeAt }) => {
    const since = usedAt ?? madeAt;
    return { name, isUsed: usedAt !== null, days: since === null ? undefined : daysSince(since, now) };
  });
  const unknown = ages.find(({ days }) => days === undefined);
  const idle = ages.filter(({ days = 0 }) => days >= idleDays);
  if (idle.length === 0 && unknown !== undefined) {
    const reason = `The credential report gives no date for its ${unknown.name}.`;
    return [{ verdict: 'ERROR', resource: row.user, region: null, reason }];
  }
  const told = idle.map(({ name, isUsed, days = 0 }) =>
    isUsed ? `${name} not used for ${inDays(days)}` : `${name} never used in ${inDays(days)}`,
  );
  return [
    accountPasses(row.user, idle.length === 0, {
      good: 'Everything active was used lately or is new.',
      bad: `Active and idle: ${told.join(', ')}.`,
    }),
  ];
}
