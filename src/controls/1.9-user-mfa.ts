import { accountControl, accountPasses } from './control.ts';

/** MFA of users with a password. */
export const userMfa = accountControl({
  id: '1.9',
  v7: '2.10',
  title: 'Every user with a password signs in with a second factor',
  section: 'Identity',
  severity: 'high',
  why: 'A password alone is phished, guessed or found in a leak.',
  remedy: {
    change: 'The user registers a device; until then the password can be taken away.',
    commands: [
      'aws iam list-mfa-devices --user-name {resource}',
      'aws iam delete-login-profile --user-name {resource}  # where the console is not needed',
    ],
    terraform: '',
    risk: 'Without its password the user no longer gets into the console.',
    undo: 'aws iam create-login-profile --user-name {resource} --password-reset-required --password <new>',
  },
  reads: ['credential-report'],
  judge: ({ 'credential-report': rows }) =>
    rows
      // The root user has controls of its own.
      .filter(({ hasPassword, user }) => hasPassword && user !== '<root_account>')
      .map(({ user, hasMfa }) =>
        accountPasses(user, hasMfa, {
          good: 'Has a second factor.',
          bad: 'Has a password and no second factor.',
        }),
      ),
});
