import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfileCd = defineDockerfileRule({
  id: 'dockerfile-cd',
  title: 'Directory changed by `cd`',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Use WORKDIR.',
  find: dockerfile =>
    named(dockerfile, 'RUN').filter(({ text }) => /^cd\s+\S+$/.test(text.trim()) || /^cd\s+\//.test(text)),
  bad: 'FROM debian:12.5\nRUN cd /app',
  good: 'FROM debian:12.5\nWORKDIR /app',
});
