import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileDistUpgrade = defineDockerfileRule({
  id: 'dockerfile-dist-upgrade',
  title: 'Whole system upgraded during the build',
  concern: 'maintenance',
  fix: 'Use a newer base image.',
  find: dockerfile =>
    commands(dockerfile).filter(({ text }) =>
      /\b(?:apt-get|apt)\b.*\b(?:dist-upgrade|full-upgrade)\b/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN apt-get dist-upgrade -y',
  good: 'FROM debian:12.5\nRUN apt-get install -y curl',
});
