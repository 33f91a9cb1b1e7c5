import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileAptYes = defineDockerfileRule({
  id: 'dockerfile-apt-yes',
  title: 'apt-get install that waits for an answer',
  concern: 'maintenance',
  fix: 'Pass `-y`.',
  find: dockerfile =>
    commands(dockerfile).filter(
      ({ text }) =>
        /\bapt-get\b.*\binstall\b/.test(text) &&
        !/\s(?:-\w*y\w*|--yes|--assume-yes|-qq\w*|--quiet=2)(?:\s|$)/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN apt-get install curl',
  good: 'FROM debian:12.5\nRUN apt-get install -y curl',
});
