import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfilePipCache = defineDockerfileRule({
  id: 'dockerfile-pip-cache',
  title: 'pip cache left in the image',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Pass `--no-cache-dir`.',
  find: dockerfile =>
    commands(dockerfile).filter(
      ({ text }) => /\bpip3?\b.*\binstall\b/.test(text) && !/--no-cache-dir|--mount=type=cache/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN pip install app==1.2.3',
  good: 'FROM debian:12.5\nRUN pip install --no-cache-dir app==1.2.3',
});
