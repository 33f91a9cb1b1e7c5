import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileZypperDup = defineDockerfileRule({
  id: 'dockerfile-zypper-dup',
  title: 'Whole system upgraded by zypper',
  concern: 'maintenance',
  fix: 'Use a newer base image.',
  find: dockerfile =>
    commands(dockerfile).filter(({ text }) => /\bzypper\b.*\b(?:dup|dist-upgrade)\b/.test(text)),
  bad: 'FROM debian:12.5\nRUN zypper dup -y',
  good: 'FROM debian:12.5\nRUN zypper install -y vim && zypper clean',
});
