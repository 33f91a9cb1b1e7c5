import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfileYarnCache = defineDockerfileRule({
  id: 'dockerfile-yarn-cache',
  title: 'Yarn cache left in the image',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Run `yarn cache clean` in the same instruction.',
  find: dockerfile =>
    named(dockerfile, 'RUN').filter(
      ({ text }) =>
        /\byarn\s+(?:install|add|global\s+add)\b/.test(text) &&
        !/yarn\s+cache\s+clean|--mount=type=cache/.test(text),
    ),
  bad: 'FROM node:22.1.0\nRUN yarn install --frozen-lockfile',
  good: 'FROM node:22.1.0\nRUN yarn install --frozen-lockfile && yarn cache clean',
});
