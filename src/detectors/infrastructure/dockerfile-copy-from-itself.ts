import { defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileCopyFromItself = defineDockerfileRule({
  id: 'dockerfile-copy-from-itself',
  title: 'Stage that copies from itself',
  concern: 'maintenance',
  fix: 'Name another stage.',
  find: ({ stages }) =>
    stages.flatMap(({ alias, instructions }) =>
      instructions.filter(
        ({ name, text }) =>
          name === 'COPY' && alias !== undefined && /--from=(\S+)/.exec(text)?.[1]?.toLowerCase() === alias,
      ),
    ),
  bad: 'FROM debian:12 AS a\nCOPY --from=a /x /y',
  good: 'FROM debian:12 AS a\nFROM debian:12 AS b\nCOPY --from=a /x /y',
});
