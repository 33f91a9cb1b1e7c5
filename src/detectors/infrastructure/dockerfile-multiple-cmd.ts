import { defineDockerfileRule, overridden } from './define-dockerfile-rule.ts';

export const dockerfileMultipleCmd = defineDockerfileRule({
  id: 'dockerfile-multiple-cmd',
  title: 'CMD that a later one overrides',
  concern: 'maintenance',
  fix: 'Keep one in a stage.',
  find: dockerfile => overridden(dockerfile, 'CMD'),
  bad: 'FROM debian:12.5\nCMD ./a\nCMD ./b',
  good: 'FROM debian:12.5\nCMD ./a',
});
