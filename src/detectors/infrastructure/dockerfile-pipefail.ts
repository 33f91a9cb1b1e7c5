import { defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfilePipefail = defineDockerfileRule({
  id: 'dockerfile-pipefail',
  title: 'Pipe whose first failure is not seen',
  concern: 'integrity',
  severity: 'info',
  fix: 'Put `SHELL ["/bin/bash", "-o", "pipefail", "-c"]` or `set -o pipefail` before it.',
  find: dockerfile =>
    dockerfile.stages.flatMap(({ instructions }) => {
      const shell = instructions.findIndex(({ name, text }) => name === 'SHELL' && /pipefail/.test(text));
      return instructions.filter(
        ({ name, text }, index) =>
          name === 'RUN' &&
          (shell === -1 || index < shell) &&
          /[^|\\]\|(?!\|)/.test(text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '')) &&
          !/pipefail/.test(text) &&
          !text.trimStart().startsWith('['),
      );
    }),
  bad: 'FROM debian:12.5\nRUN cat list | sort > sorted',
  good: 'FROM debian:12.5\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN cat list | sort > sorted',
});
