import { defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileRootUser = defineDockerfileRule({
  id: 'dockerfile-root-user',
  title: 'Container that runs as root',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Add a USER instruction with an unprivileged user.',
  find: ({ stages }) => {
    const last = stages.at(-1);
    const user = last?.instructions.findLast(({ name }) => name === 'USER');
    if (last === undefined || last.image === 'scratch') return [];
    if (user === undefined)
      return stages.some(({ alias }) => alias === last.image.toLowerCase()) ? [] : [last.from];
    return /^(?:root|0)(?::|$)/.test(user.text) ? [user] : [];
  },
  bad: 'FROM debian:12.5\nCMD ["app"]',
  good: 'FROM debian:12.5\nUSER app\nCMD ["app"]',
});
