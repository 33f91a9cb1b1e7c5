import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfileAddUrl = defineDockerfileRule({
  id: 'dockerfile-add-url',
  title: 'File fetched by ADD without a checksum',
  concern: 'integrity',
  fix: 'Pass `--checksum`.',
  find: dockerfile =>
    named(dockerfile, 'ADD').filter(({ text }) => /https?:/.test(text) && !/--checksum=/.test(text)),
  bad: 'FROM debian:12.5\nADD https://example.com/app /app',
  good: 'FROM debian:12.5\nADD --checksum=sha256:0000 https://example.com/app /app',
});
