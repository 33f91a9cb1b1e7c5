import { accountControl, accountPasses } from './control.ts';

/** Number of active keys. */
export const oneActiveKey = accountControl({
  id: '1.12',
  v7: null,
  title: 'No user has more than one active access key',
  section: 'Identity',
  severity: 'low',
  why: 'Two keys leak twice as easily, and the second one is forgotten in the next rotation.',
  remedy: {
    change: 'The key that is used less becomes inactive, and is deleted once nobody misses it.',
    commands: [
      'aws iam list-access-keys --user-name {resource}',
      'aws iam update-access-key --user-name {resource} --access-key-id <id> --status Inactive',
    ],
    terraform: 'resource "aws_iam_access_key" "second" {\n  user   = "{resource}"\n  status = "Inactive"\n}',
    risk: 'Whatever uses that key stops.',
    undo: 'aws iam update-access-key --user-name {resource} --access-key-id <id> --status Active',
    tool: { name: 'iam_deactivate_access_key', input: { user: '{resource}' }, asks: ['key'] },
  },
  reads: ['credential-report'],
  judge: ({ 'credential-report': rows }) =>
    rows
      .filter(({ keys }) => keys.some(({ isActive }) => isActive))
      .map(({ user, keys }) =>
        accountPasses(user, keys.filter(({ isActive }) => isActive).length === 1, {
          good: 'Has one active key.',
          bad: 'Has two active keys.',
        }),
      ),
});
