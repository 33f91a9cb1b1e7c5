import { defineDockerfileRule, matchesIn, named } from './define-dockerfile-rule.ts';

export const dockerfileSshPort = defineDockerfileRule({
  id: 'dockerfile-ssh-port',
  title: 'SSH port exposed',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Remove the SSH server from the image.',
  find: dockerfile => matchesIn(named(dockerfile, 'EXPOSE'), /(?<![\d/])22(?:\/tcp)?(?=\s|$)/g),
  bad: 'FROM debian:12.5\nEXPOSE 22',
  good: 'FROM debian:12.5\nEXPOSE 8080',
});
