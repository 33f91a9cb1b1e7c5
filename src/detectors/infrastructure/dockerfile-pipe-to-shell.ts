import { defineDockerfileRule, matchesIn, named } from './define-dockerfile-rule.ts';

export const dockerfilePipeToShell = defineDockerfileRule({
  id: 'dockerfile-pipe-to-shell',
  title: 'Downloaded script run at once',
  concern: 'integrity',
  severity: 'high',
  fix: 'Download it, check its digest, then run it.',
  find: dockerfile =>
    matchesIn(
      named(dockerfile, 'RUN'),
      /\b(?:curl|wget)\b[^|;&\n]{0,500}\|\s*(?:\\\s*)?(?:sudo\s+(?:-\S+\s+)*)?(?:(?:\/usr)?\/bin\/)?(?:(?:ba|z|da|a|k)?sh|python[\d.]*|perl|ruby|node|php)\b|\b(?:ba|z|da|k)?sh\s+(?:-\w+\s+["']?\$\(\s*|<\(\s*)(?:curl|wget)\b|\b(?:source|\.|eval)\s+["']?[<$]\(\s*(?:curl|wget)\b/g,
    ),
  bad: 'FROM debian:12.5\nRUN curl -s https://example.com/install | sh',
  good: 'FROM debian:12.5\nRUN ./install.sh',
});
