import { defineDockerfileRule, matchesIn, named } from './define-dockerfile-rule.ts';

export const dockerfilePlainSecret = defineDockerfileRule({
  id: 'dockerfile-plain-secret',
  title: 'Secret in ENV or ARG',
  concern: 'plain-secret',
  fix: 'Pass it at run time, or with `RUN --mount=type=secret`.',
  find: dockerfile =>
    matchesIn(
      named(dockerfile, 'ENV', 'ARG'),
      /\b(?!\w*_(?:file|path|dir|name|url|header|ttl|type|length|id)\b)\w*(?:password|passwd|secret|token|api_?key|access_?key|private_?key)\w*[= ]\s*["']?(?![\s$"'<]|changeme|example|none|null|true|false|\d{1,4}\b)[^\s"']{5,}/gi,
    ),
  bad: 'FROM debian:12.5\nENV DB_PASSWORD=s3cure-Value',
  good: 'FROM debian:12.5\nENV DB_PASSWORD_FILE=""',
});
