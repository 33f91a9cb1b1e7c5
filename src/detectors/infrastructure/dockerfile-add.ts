import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfileAdd = defineDockerfileRule({
  id: 'dockerfile-add',
  title: 'ADD where COPY would do',
  concern: 'integrity',
  severity: 'low',
  fix: 'Use COPY; ADD unpacks archives and fetches URLs.',
  find: dockerfile =>
    named(dockerfile, 'ADD').filter(
      ({ text }) => !/\.(?:tar|tgz|tar\.\w+|txz|tbz2?)\b|https?:|\.git\b|--checksum/.test(text),
    ),
  bad: 'FROM debian:12.5\nADD app /app',
  good: 'FROM debian:12.5\nCOPY app /app',
});
