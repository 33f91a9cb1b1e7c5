import { defineDockerfileRule, matchesIn, named } from './define-dockerfile-rule.ts';

export const dockerfileSecretFile = defineDockerfileRule({
  id: 'dockerfile-secret-file',
  title: 'Credentials copied into the image',
  concern: 'plain-secret',
  severity: 'medium',
  fix: 'Use `RUN --mount=type=secret`.',
  find: dockerfile =>
    matchesIn(
      named(dockerfile, 'COPY', 'ADD'),
      /(?<![\w.-])(?:\S*\/)?(?:\.env(?:\.\w+)?|\.npmrc|\.netrc|\.pypirc|\.git-credentials|id_(?:rsa|dsa|ecdsa|ed25519)|\.aws\/credentials|\.docker\/config\.json|\.ssh)(?=\s)/g,
    ),
  bad: 'FROM debian:12.5\nCOPY .npmrc /root/.npmrc',
  good: 'FROM debian:12.5\nCOPY package.json /app/',
});
