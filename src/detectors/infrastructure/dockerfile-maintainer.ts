import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfileMaintainer = defineDockerfileRule({
  id: 'dockerfile-maintainer',
  title: 'MAINTAINER is deprecated',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Use a LABEL.',
  find: dockerfile => named(dockerfile, 'MAINTAINER'),
  bad: 'FROM debian:12.5\nMAINTAINER a@example.com',
  good: 'FROM debian:12.5\nLABEL maintainer="a@example.com"',
});
