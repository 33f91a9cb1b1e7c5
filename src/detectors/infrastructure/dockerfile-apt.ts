import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileApt = defineDockerfileRule({
  id: 'dockerfile-apt',
  title: 'apt instead of apt-get',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Use `apt-get`: its interface is stable.',
  find: dockerfile => commands(dockerfile).filter(({ text }) => /^apt\s/.test(text)),
  bad: 'FROM debian:12.5\nRUN apt install -y curl',
  good: 'FROM debian:12.5\nRUN apt-get install -y curl',
});
