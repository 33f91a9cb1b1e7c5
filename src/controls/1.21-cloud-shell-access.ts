import { accountControl, accountPasses, wholeAccount } from './control.ts';

/** AWSCloudShellFullAccess. */
export const cloudShellAccess = accountControl({
  id: '1.21',
  v7: '2.20',
  title: 'Nobody has AWSCloudShellFullAccess',
  section: 'Identity',
  severity: 'medium',
  why: 'Files can be taken out through CloudShell, and software brought in.',
  remedy: {
    change: 'The policy is detached; who needs CloudShell gets a policy without uploads and downloads.',
    commands: [
      'aws iam list-entities-for-policy --policy-arn arn:aws:iam::aws:policy/AWSCloudShellFullAccess',
      'aws iam detach-role-policy --role-name <role> --policy-arn arn:aws:iam::aws:policy/AWSCloudShellFullAccess',
    ],
    terraform: '',
    risk: 'The holders lose CloudShell.',
    undo: 'aws iam attach-role-policy --role-name <role> --policy-arn arn:aws:iam::aws:policy/AWSCloudShellFullAccess',
  },
  reads: ['cloud-shell-access'],
  judge: ({ 'cloud-shell-access': { users, groups, roles } }) => {
    const holders = [...users, ...groups, ...roles];
    return [
      accountPasses(wholeAccount, holders.length === 0, {
        good: 'Nobody has it.',
        bad: `It is attached to ${holders.join(', ')}.`,
      }),
    ];
  },
});
