import { manualControl } from './control.ts';

/** Users of an identity provider. */
export const centralUsers = manualControl({
  id: '1.20',
  v7: '2.19',
  title: 'People sign in through a central identity provider',
  section: 'Identity',
  severity: 'medium',
  why: 'Who leaves is locked out in one place, not account by account.',
  remedy: {
    change: 'People get their access from IAM Identity Center or an identity provider; their IAM users go.',
    commands: ['aws iam list-users', 'aws iam list-saml-providers', 'aws iam list-open-id-connect-providers'],
    terraform: '',
    risk: 'Keep one way in for emergencies.',
    undo: 'Make IAM users again.',
  },
  look: 'Look whether people have IAM users, and whether a provider or IAM Identity Center takes their place.',
});
