import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfilePortRange = defineDockerfileRule({
  id: 'dockerfile-port-range',
  title: 'Port that does not exist',
  concern: 'hardening',
  severity: 'low',
  fix: 'Ports go from 0 to 65535.',
  find: dockerfile =>
    named(dockerfile, 'EXPOSE').flatMap(({ text, textStart }) =>
      [...text.matchAll(/(?<!\S)\d+/g)]
        .filter(([port]) => Number(port) > 65_535)
        .map(({ index, 0: port }) => ({ start: textStart + index, end: textStart + index + port.length })),
    ),
  bad: 'FROM debian:12.5\nEXPOSE 65536',
  good: 'FROM debian:12.5\nEXPOSE 8080',
});
