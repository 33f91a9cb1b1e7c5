import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfileDnfClean = defineDockerfileRule({
  id: 'dockerfile-dnf-clean',
  title: 'DNF cache left in the image',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Run `dnf clean all` in the same instruction.',
  find: dockerfile =>
    named(dockerfile, 'RUN').filter(
      ({ text }) =>
        /\bdnf\b[^&;|]*\b(?:install|in|update|upgrade|reinstall|groupinstall|localinstall)\b/.test(text) &&
        !/\bdnf\b[^&;|]*\bclean\b|\bcc\b|\/var\/cache\/dnf|--mount=type=cache/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN dnf install -y vim',
  good: 'FROM debian:12.5\nRUN dnf install -y vim && dnf clean all',
});
