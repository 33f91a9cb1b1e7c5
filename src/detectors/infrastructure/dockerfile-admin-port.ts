import { defineDockerfileRule, matchesIn, named } from './define-dockerfile-rule.ts';

export const dockerfileAdminPort = defineDockerfileRule({
  id: 'dockerfile-admin-port',
  title: 'Port of a service that gives away the machine',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Remove telnet, the remote desktop or the open Docker socket from the image.',
  find: dockerfile =>
    matchesIn(
      named(dockerfile, 'EXPOSE'),
      /(?<![\d/])(?:21|23|512|513|514|2375|3389|5900)(?:\/tcp)?(?=\s|$)/g,
    ),
  bad: 'FROM debian:12.5\nEXPOSE 23',
  good: 'FROM debian:12.5\nEXPOSE 8080',
});
