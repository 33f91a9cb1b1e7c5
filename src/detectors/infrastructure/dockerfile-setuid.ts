import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileSetuid = defineDockerfileRule({
  id: 'dockerfile-setuid',
  title: 'Program that runs with its owner’s rights',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Leave the setuid and setgid bits off.',
  find: dockerfile =>
    commands(dockerfile).filter(({ text }) =>
      /^(?:sudo\s+)?chmod\s+(?:-\S+\s+)*(?:[ugoa]*\+[rwxXt]*s|0?[2467][0-7]{3}\s)/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN chmod u+s /usr/bin/tool',
  good: 'FROM debian:12.5\nRUN chmod 755 /usr/bin/tool',
});
