import { daysSince, inDays } from './ages.ts';
import { accountControl, accountPasses } from './control.ts';

const maxDays = 90;

/** Rotation of access keys. */
export const oldAccessKeys = accountControl({
  id: '1.13',
  v7: '2.12',
  title: `Active access keys are no older than ${maxDays} days`,
  section: 'Identity',
  severity: 'medium',
  why: 'The longer a key lives, the more places hold a copy of it.',
  remedy: {
    change: 'A new key takes the old one’s place; better still a role that needs none.',
    commands: [
      'aws iam create-access-key --user-name {resource}',
      'aws iam update-access-key --user-name {resource} --access-key-id <old id> --status Inactive',
      'aws iam delete-access-key --user-name {resource} --access-key-id <old id>  # when nobody misses it',
    ],
    terraform: '',
    risk: 'What still has the old key stops when it becomes inactive.',
    undo: 'aws iam update-access-key --user-name {resource} --access-key-id <old id> --status Active',
    tool: { name: 'iam_deactivate_access_key', input: { user: '{resource}' }, asks: ['key'] },
  },
  reads: ['credential-report'],
  judge: ({ 'credential-report': rows }, { now }) =>
    rows.flatMap(({ user, keys, createdAt }) => {
      const active = keys.filter(({ isActive }) => isActive);
      if (active.length === 0) return [];
      const dates = active.map(({ rotatedAt }) => rotatedAt ?? createdAt);
      if (dates.includes(null)) {
        const reason = 'The credential report gives no date for its key.';
        return [{ verdict: 'ERROR' as const, resource: user, region: null, reason }];
      }
      const oldest = Math.max(...dates.map(date => daysSince(date ?? '', now)));
      return [
        accountPasses(user, oldest <= maxDays, {
          good: `Its oldest active key is ${inDays(oldest)} old.`,
          bad: `An active key is ${inDays(oldest)} old.`,
        }),
      ];
    }),
});
