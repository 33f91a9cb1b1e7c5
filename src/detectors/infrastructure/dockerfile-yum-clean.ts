import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfileYumClean = defineDockerfileRule({
  id: 'dockerfile-yum-clean',
  title: 'YUM cache left in the image',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Run `yum clean all` in the same instruction.',
  find: dockerfile =>
    named(dockerfile, 'RUN').filter(
      ({ text }) =>
        /\byum\b[^&;|]*\b(?:install|in|update|upgrade|reinstall|groupinstall|localinstall)\b/.test(text) &&
        !/\byum\b[^&;|]*\bclean\b|\bcc\b|\/var\/cache\/yum|--mount=type=cache/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN yum install -y vim',
  good: 'FROM debian:12.5\nRUN yum install -y vim && yum clean all',
});
