import { defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileNoHealthcheck = defineDockerfileRule({
  id: 'dockerfile-no-healthcheck',
  title: 'Image without a health check',
  concern: 'availability',
  severity: 'info',
  fix: 'Add a HEALTHCHECK instruction.',
  find: ({ instructions, stages }) => {
    const last = stages.at(-1);
    return last === undefined || instructions.some(({ name }) => name === 'HEALTHCHECK') ? [] : [last.from];
  },
  bad: 'FROM debian:12.5\nCMD ["app"]',
  good: 'FROM debian:12.5\nHEALTHCHECK CMD ["app", "ping"]\nCMD ["app"]',
});
