import { defineSecret } from './define-secret.ts';

export const githubFineGrainedToken = defineSecret({
  id: 'github-fine-grained-token',
  provider: 'GitHub',
  kind: 'fine-grained personal access token',
  formats: ['github_pat_{word:82}'],
  can: 'do in the chosen repositories whatever the token was granted',
  revoke: 'at github.com/settings/personal-access-tokens',
  references: [
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
  ],
});
