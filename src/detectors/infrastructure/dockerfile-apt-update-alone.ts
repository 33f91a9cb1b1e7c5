import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfileAptUpdateAlone = defineDockerfileRule({
  id: 'dockerfile-apt-update-alone',
  title: 'Package list refreshed in a layer of its own',
  concern: 'maintenance',
  fix: 'Refresh and install in one RUN instruction.',
  find: dockerfile =>
    named(dockerfile, 'RUN').filter(
      ({ text }) =>
        (/\b(?:apt-get|apt|yum|dnf|zypper|apk)\s+(?:-\S+\s+)*update\b/.test(text) ||
          /\bzypper\s+ref(?:resh)?\b/.test(text)) &&
        !/\b(?:install|add|upgrade|dist-upgrade|in)\b/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN apt-get update',
  good: 'FROM debian:12.5\nRUN apt-get update && apt-get install -y curl',
});
