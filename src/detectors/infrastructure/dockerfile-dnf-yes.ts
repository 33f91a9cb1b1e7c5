import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileDnfYes = defineDockerfileRule({
  id: 'dockerfile-dnf-yes',
  title: 'dnf install that waits for an answer',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Pass `-y`.',
  find: dockerfile =>
    commands(dockerfile).filter(
      ({ text }) =>
        /\bdnf\b.*\b(?:install|in|reinstall|groupinstall|localinstall|update|dup|patch)\b/.test(text) &&
        !/\s(?:-\w*[yn]\w*|--assumeyes|--no-confirm|--non-interactive)(?:\s|$)/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN dnf install vim && dnf clean all',
  good: 'FROM debian:12.5\nRUN dnf install -y vim && dnf clean all',
});
