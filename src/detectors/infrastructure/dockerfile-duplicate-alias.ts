import { defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileDuplicateAlias = defineDockerfileRule({
  id: 'dockerfile-duplicate-alias',
  title: 'Two stages with the same name',
  concern: 'maintenance',
  fix: 'Give every stage its own name.',
  find: ({ stages }) =>
    stages
      .filter(
        ({ alias }, index) => alias !== undefined && stages.findIndex(stage => stage.alias === alias) < index,
      )
      .map(({ from }) => from),
  bad: 'FROM debian:12 AS a\nFROM debian:12 AS a',
  good: 'FROM debian:12 AS a\nFROM debian:12 AS b',
});
