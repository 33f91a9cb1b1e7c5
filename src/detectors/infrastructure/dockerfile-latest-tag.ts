import { defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileLatestTag = defineDockerfileRule({
  id: 'dockerfile-latest-tag',
  title: 'Base image without a fixed version',
  concern: 'integrity',
  fix: 'Name a version or, better, a digest.',
  find: ({ stages }) =>
    stages
      .filter(({ image }) => image.endsWith(':latest') || !/[:@$]/.test(image.replace(/^[^/]*:\d+\//, '')))
      .filter(
        ({ image }) => image !== 'scratch' && !stages.some(({ alias }) => alias === image.toLowerCase()),
      )
      .map(({ from }) => from),
  bad: 'FROM debian:latest',
  good: 'FROM debian:12.5',
});
