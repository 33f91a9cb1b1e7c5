import { defineDockerfileRule, matchesIn, named } from './define-dockerfile-rule.ts';

export const dockerfileInsecureRun = defineDockerfileRule({
  id: 'dockerfile-insecure-run',
  title: 'RUN with the rights of the host',
  concern: 'isolation',
  fix: 'Remove `--security=insecure` and `--network=host`.',
  find: dockerfile =>
    matchesIn(named(dockerfile, 'RUN'), /^(?:--\S+\s+)*--(?:security=insecure|network=host)/g),
  bad: 'FROM debian:12.5\nRUN --security=insecure make',
  good: 'FROM debian:12.5\nRUN make',
});
