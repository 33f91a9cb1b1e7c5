import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileUselessCommand = defineDockerfileRule({
  id: 'dockerfile-useless-command',
  title: 'Command that does nothing in a container',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Take it out.',
  find: dockerfile =>
    commands(dockerfile).filter(({ text }) =>
      /^(?:sudo\s+)?(?:shutdown|service\s+\S+\s+(?:start|restart)|systemctl\s+(?:start|enable|restart)|ps|free|top|mount\s+\/|ifconfig|vim|ssh\s+\S+@)(?:\s|$)/.test(
        text,
      ),
    ),
  bad: 'FROM debian:12.5\nRUN service nginx start',
  good: 'FROM debian:12.5\nRUN nginx -t',
});
