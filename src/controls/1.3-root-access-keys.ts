import { accountControl, accountPasses, wholeAccount } from './control.ts';

/** Access keys of the root user. */
export const rootAccessKeys = accountControl({
  id: '1.3',
  v7: '2.4',
  title: 'The root user has no access key',
  section: 'Identity',
  severity: 'critical',
  why: 'A leaked key of the root user is the whole account, and no policy limits it.',
  remedy: {
    change: 'The root user’s access keys are deleted; what used them gets a role.',
    commands: [
      'aws iam list-access-keys  # signed in as root; then aws iam delete-access-key --access-key-id <id>',
    ],
    terraform: '',
    risk: 'Whatever still uses the key stops; look at its last use first.',
    undo: 'A deleted key cannot be brought back; the root user could make another one.',
  },
  reads: ['account-summary'],
  judge: ({ 'account-summary': { AccountAccessKeysPresent: keys } }) => [
    keys === undefined
      ? {
          verdict: 'ERROR',
          resource: wholeAccount,
          region: null,
          reason: 'AWS’s summary does not say whether the root user has access keys.',
        }
      : accountPasses(wholeAccount, keys === 0, {
          good: 'The root user has no access key.',
          bad: 'The root user has an access key.',
        }),
  ],
});
