import { accountControl, accountPasses, wholeAccount } from './control.ts';
import { hasRootCredentials } from './root-credentials.ts';

/** MFA of the root user. */
export const rootMfa = accountControl({
  id: '1.4',
  v7: '2.5',
  title: 'The root user signs in with a second factor',
  section: 'Identity',
  severity: 'critical',
  why: 'Otherwise one guessed or stolen password is the whole account.',
  remedy: {
    change:
      'The root user gets a second factor; in an organisation its credentials can be taken away altogether.',
    commands: [],
    terraform: '',
    risk: 'Losing the only device locks the root user out: register two.',
    undo: 'Deactivate the device as the root user.',
  },
  reads: ['account-summary'],
  judge: ({ 'account-summary': summary }) => {
    const { AccountMFAEnabled: mfa } = summary;
    const base = { resource: wholeAccount, region: null };
    if (!hasRootCredentials(summary))
      return [{ ...base, verdict: 'NOT_APPLICABLE', reason: 'The root user has no credentials.' }];
    if (mfa === undefined)
      return [{ ...base, verdict: 'ERROR', reason: 'AWS’s summary does not speak of the root user’s MFA.' }];
    return [
      accountPasses(wholeAccount, mfa > 0, {
        good: 'The root user has a second factor.',
        bad: 'The root user has no second factor.',
      }),
    ];
  },
});
