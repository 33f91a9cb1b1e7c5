import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileWorldWritable = defineDockerfileRule({
  id: 'dockerfile-world-writable',
  title: 'Files made writable for everybody',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Give the owner or a group the right.',
  find: dockerfile =>
    commands(dockerfile).filter(({ text }) => /\bchmod\b.*\s(?:0?777|[ao]?\+[rx]*w[rx]*|a=rwx)\s/.test(text)),
  bad: 'FROM debian:12.5\nRUN chmod 777 /app',
  good: 'FROM debian:12.5\nRUN chmod 750 /app',
});
