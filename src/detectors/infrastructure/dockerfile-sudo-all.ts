import { defineDockerfileRule, matchesIn, named } from './define-dockerfile-rule.ts';

export const dockerfileSudoAll = defineDockerfileRule({
  id: 'dockerfile-sudo-all',
  title: 'User who becomes root without a password',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Leave sudo out of the image.',
  find: dockerfile => matchesIn(named(dockerfile, 'RUN'), /\bNOPASSWD:\s*ALL\b/g),
  bad: 'FROM debian:12.5\nRUN echo "app ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/app',
  good: 'FROM debian:12.5\nRUN useradd app',
});
