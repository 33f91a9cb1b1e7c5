import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileYumYes = defineDockerfileRule({
  id: 'dockerfile-yum-yes',
  title: 'yum install that waits for an answer',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Pass `-y`.',
  find: dockerfile =>
    commands(dockerfile).filter(
      ({ text }) =>
        /\byum\b.*\b(?:install|in|reinstall|groupinstall|localinstall|update|dup|patch)\b/.test(text) &&
        !/\s(?:-\w*[yn]\w*|--assumeyes|--no-confirm|--non-interactive)(?:\s|$)/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN yum install vim && yum clean all',
  good: 'FROM debian:12.5\nRUN yum install -y vim && yum clean all',
});
