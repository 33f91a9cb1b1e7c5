import { accountControl, accountPasses, wholeAccount } from './control.ts';
import { passwordPolicyRemedy } from './password-policy-remedy.ts';

/** Reuse of passwords. */
export const passwordReuse = accountControl({
  id: '1.8',
  v7: '2.9',
  title: 'The last 24 passwords cannot be used again',
  section: 'Identity',
  severity: 'medium',
  why: 'A password that leaked once comes back otherwise.',
  remedy: passwordPolicyRemedy,
  reads: ['password-policy'],
  judge: ({ 'password-policy': policy }) => [
    accountPasses(wholeAccount, policy?.reusePrevention === 24, {
      good: 'The last 24 passwords are remembered.',
      bad:
        policy === null
          ? 'The account has no password policy.'
          : `The last ${policy.reusePrevention} passwords are remembered, not 24.`,
    }),
  ],
});
