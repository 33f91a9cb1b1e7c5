import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfilePlainPassword = defineDockerfileRule({
  id: 'dockerfile-plain-password',
  title: 'Password set in the image',
  concern: 'plain-secret',
  severity: 'high',
  fix: 'Set it at run time, or log in with keys.',
  find: dockerfile =>
    commands(dockerfile).filter(({ text }) => {
      const sets =
        /(?:^|\s)chpasswd\b|\bpasswd\s+--stdin\b|^(?:useradd|usermod)\s.*\s(?:-p|--password)[ =](?!["']?\$)/s;
      return sets.test(text);
    }),
  bad: 'FROM debian:12.5\nRUN echo "app:example-password" | chpasswd',
  good: 'FROM debian:12.5\nRUN useradd app',
});
