import { accountControl, accountPasses, wholeAccount } from './control.ts';
import { passwordPolicyRemedy } from './password-policy-remedy.ts';

/** Length of passwords. */
export const passwordLength = accountControl({
  id: '1.7',
  v7: '2.8',
  title: 'Passwords have 14 characters at least',
  section: 'Identity',
  severity: 'medium',
  why: 'Short passwords are guessed by machines.',
  remedy: passwordPolicyRemedy,
  reads: ['password-policy'],
  judge: ({ 'password-policy': policy }) => [
    accountPasses(wholeAccount, policy !== null && policy.minimumLength >= 14, {
      good: 'Passwords have 14 characters or more.',
      bad:
        policy === null
          ? 'The account has no password policy.'
          : `Passwords may have ${policy.minimumLength} characters.`,
    }),
  ],
});
