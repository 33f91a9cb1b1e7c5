import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfileRelativeWorkdir = defineDockerfileRule({
  id: 'dockerfile-relative-workdir',
  title: 'Relative working directory',
  concern: 'maintenance',
  fix: 'Write an absolute path.',
  find: dockerfile =>
    named(dockerfile, 'WORKDIR').filter(({ text }) => !/^["']?(?:\/|\$|[A-Za-z]:)/.test(text)),
  bad: 'FROM debian:12.5\nWORKDIR app',
  good: 'FROM debian:12.5\nWORKDIR /app',
});
