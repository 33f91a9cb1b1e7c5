import { accountControl, accountPasses, wholeAccount } from './control.ts';
import { hasRootCredentials } from './root-credentials.ts';

/** A hardware device for the root user. */
export const rootHardwareMfa = accountControl({
  id: '1.5',
  v7: '2.6',
  title: 'The root user’s second factor is a piece of hardware',
  section: 'Identity',
  severity: 'medium',
  why: 'An app on a telephone is as safe as the telephone and its backups.',
  remedy: {
    change: 'A security key takes the place of the app.',
    commands: [],
    terraform: '',
    risk: 'Losing the only key locks the root user out: register two.',
    undo: 'Register the app again as the root user.',
  },
  reads: ['account-summary', 'virtual-mfa-devices'],
  judge: ({ 'account-summary': summary, 'virtual-mfa-devices': devices }) => {
    if (!hasRootCredentials(summary)) {
      const reason = 'The root user has no credentials.';
      return [{ verdict: 'NOT_APPLICABLE', resource: wholeAccount, region: null, reason }];
    }
    // Virtual devices of the root user carry this name; hardware is in no list.
    const isVirtual = devices.some(arn => arn.endsWith(':mfa/root-account-mfa-device'));
    return [
      accountPasses(wholeAccount, (summary['AccountMFAEnabled'] ?? 0) > 0 && !isVirtual, {
        good: 'The root user’s second factor is no app.',
        bad: isVirtual ? 'The root user’s second factor is an app.' : 'The root user has no second factor.',
      }),
    ];
  },
});
