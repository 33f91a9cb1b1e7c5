import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileSudo = defineDockerfileRule({
  id: 'dockerfile-sudo',
  title: 'sudo in the image',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Run the step as root before USER, or use gosu.',
  find: dockerfile => commands(dockerfile).filter(({ text }) => /^(?:-\S+\s+)*sudo\s/.test(text)),
  bad: 'FROM debian:12.5\nRUN sudo make install',
  good: 'FROM debian:12.5\nRUN make install',
});
