import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileGemUnpinned = defineDockerfileRule({
  id: 'dockerfile-gem-unpinned',
  title: 'Gem without a version',
  concern: 'integrity',
  severity: 'low',
  fix: 'Name the version with `:` or `-v`.',
  find: dockerfile =>
    commands(dockerfile).filter(
      ({ text }) =>
        /^gem\s+install\s+[a-z]/.test(text) &&
        !/\s(?:-v|--version)\b/.test(text) &&
        !/\s[\w-]+:\d/.test(text),
    ),
  bad: 'FROM ruby:3.3.6\nRUN gem install bundler',
  good: 'FROM ruby:3.3.6\nRUN gem install bundler:2.5.23',
});
