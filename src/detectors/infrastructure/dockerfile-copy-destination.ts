import { defineDockerfileRule, named } from './define-dockerfile-rule.ts';

export const dockerfileCopyDestination = defineDockerfileRule({
  id: 'dockerfile-copy-destination',
  title: 'Several files copied to something that is not a folder',
  concern: 'maintenance',
  fix: 'End the destination with a slash.',
  find: dockerfile =>
    named(dockerfile, 'COPY', 'ADD').filter(({ text }) => {
      const words = text.split(/\s+/).filter(word => !word.startsWith('--'));
      return !/^[[<]|<</.test(text) && words.length > 2 && !/\/$|^\.{1,2}$|\$/.test(words.at(-1) ?? '');
    }),
  bad: 'FROM debian:12.5\nCOPY a b /app',
  good: 'FROM debian:12.5\nCOPY a b /app/',
});
