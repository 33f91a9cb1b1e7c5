import { defineDockerfileRule, overridden } from './define-dockerfile-rule.ts';

export const dockerfileMultipleEntrypoint = defineDockerfileRule({
  id: 'dockerfile-multiple-entrypoint',
  title: 'ENTRYPOINT that a later one overrides',
  concern: 'maintenance',
  fix: 'Keep one in a stage.',
  find: dockerfile => overridden(dockerfile, 'ENTRYPOINT'),
  bad: 'FROM debian:12.5\nENTRYPOINT ./a\nENTRYPOINT ./b',
  good: 'FROM debian:12.5\nENTRYPOINT ./a',
});
