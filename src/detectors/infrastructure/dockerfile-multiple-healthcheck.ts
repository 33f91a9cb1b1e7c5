import { defineDockerfileRule, overridden } from './define-dockerfile-rule.ts';

export const dockerfileMultipleHealthcheck = defineDockerfileRule({
  id: 'dockerfile-multiple-healthcheck',
  title: 'HEALTHCHECK that a later one overrides',
  concern: 'maintenance',
  fix: 'Keep one in a stage.',
  find: dockerfile => overridden(dockerfile, 'HEALTHCHECK'),
  bad: 'FROM debian:12.5\nHEALTHCHECK CMD ./a\nHEALTHCHECK CMD ./b',
  good: 'FROM debian:12.5\nHEALTHCHECK CMD ./a',
});
