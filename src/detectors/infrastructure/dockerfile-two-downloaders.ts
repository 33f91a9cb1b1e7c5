import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileTwoDownloaders = defineDockerfileRule({
  id: 'dockerfile-two-downloaders',
  title: 'Both wget and curl',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Use one of them, so that the other need not be installed.',
  find: dockerfile => {
    const uses = (tool: RegExp) => commands(dockerfile).filter(({ text }) => tool.test(text));
    const [curl] = uses(/^(?:sudo +)?curl\s/);
    const [wget] = uses(/^(?:sudo +)?wget\s/);
    if (curl === undefined || wget === undefined) return [];
    return [curl.start > wget.start ? curl : wget];
  },
  bad: 'FROM debian:12.5\nRUN wget https://example.com/a\nRUN curl -O https://example.com/b',
  good: 'FROM debian:12.5\nRUN curl -O https://example.com/a\nRUN curl -O https://example.com/b',
});
