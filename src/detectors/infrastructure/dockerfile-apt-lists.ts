import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfileAptLists = defineDockerfileRule({
  id: 'dockerfile-apt-lists',
  title: 'APT lists left in the image',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Remove `/var/lib/apt/lists/*` in the same instruction.',
  find: dockerfile =>
    named(dockerfile, 'RUN').filter(
      ({ text }) =>
        /\bapt-get\b[^&;|]*\binstall\b/.test(text) &&
        !/\/var\/lib\/apt\/lists|apt-get\s+(?:-\S+\s+)*(?:dist)?clean|--mount=type=cache/.test(text),
    ),
  bad: 'FROM debian:12.5\nRUN apt-get install -y curl',
  good: 'FROM debian:12.5\nRUN apt-get install -y curl && rm -rf /var/lib/apt/lists/*',
});
