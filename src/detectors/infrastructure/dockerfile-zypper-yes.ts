import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileZypperYes = defineDockerfileRule({
  id: 'dockerfile-zypper-yes',
  title: 'zypper install that waits for an answer',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Pass `-y`.',
  find: dockerfile =>
    commands(dockerfile).filter(
      ({ text }) =>
        /\bzypper\b.*\b(?:install|in|reinstall|groupinstall|localinstall|update|dup|patch)\b/.test(text) &&
        !/\s(?:-\w*[yn]\w*|--assumeyes|--no-confirm|--non-interactive)(?:\s|$)/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN zypper install vim && zypper clean all',
  good: 'FROM debian:12.5\nRUN zypper install -y vim && zypper clean all',
});
