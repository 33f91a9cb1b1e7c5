import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfileZypperClean = defineDockerfileRule({
  id: 'dockerfile-zypper-clean',
  title: 'Zypper cache left in the image',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Run `zypper clean` in the same instruction.',
  find: dockerfile =>
    named(dockerfile, 'RUN').filter(
      ({ text }) =>
        /\bzypper\b[^&;|]*\b(?:install|in|update|upgrade|reinstall|groupinstall|localinstall)\b/.test(text) &&
        !/\bzypper\b[^&;|]*\bclean\b|\bcc\b|\/var\/cache\/zypper|--mount=type=cache/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN zypper install -y vim',
  good: 'FROM debian:12.5\nRUN zypper install -y vim && zypper clean',
});
