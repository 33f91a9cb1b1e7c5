import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileAptRecommends = defineDockerfileRule({
  id: 'dockerfile-apt-recommends',
  title: 'apt-get install with recommended packages',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Pass `--no-install-recommends`.',
  find: dockerfile =>
    commands(dockerfile).filter(
      ({ text }) =>
        /\bapt-get\b.*\binstall\b/.test(text) && !/--no-install-recommends|Install-Recommends/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN apt-get install -y curl',
  good: 'FROM debian:12.5\nRUN apt-get install -y --no-install-recommends curl',
});
