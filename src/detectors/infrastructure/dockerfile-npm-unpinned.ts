import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileNpmUnpinned = defineDockerfileRule({
  id: 'dockerfile-npm-unpinned',
  title: 'Package of npm without a version',
  concern: 'integrity',
  severity: 'low',
  fix: 'Name the version, or use `npm ci` with a lock file.',
  find: dockerfile =>
    commands(dockerfile).filter(({ text }) => {
      const [, rest] =
        /^(?:npm\s+(?:i|install|add)|yarn\s+(?:global\s+)?add|pnpm\s+(?:add|i(?:nstall)?))\s(.*)$/s.exec(
          text,
        ) ?? [];
      const names = (rest ?? '').split(/\s+/).filter(word => /^@?[a-z][\w./-]*(?:@.*)?$/i.test(word));
      return names.some(
        name => !/.@(?!latest$)[\w^~]/.test(name) && !/^[./]|\.tgz$|^(?:git|https?)/.test(name),
      );
    }),
  bad: 'FROM node:22.1.0\nRUN npm install -g typescript',
  good: 'FROM node:22.1.0\nRUN npm install -g typescript@5.6.2',
});
