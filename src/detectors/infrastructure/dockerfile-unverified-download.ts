import { defineDockerfileRule, matchesIn, named } from './define-dockerfile-rule.ts';

export const dockerfileUnverifiedDownload = defineDockerfileRule({
  id: 'dockerfile-unverified-download',
  title: 'Download without checking the certificate or signature',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Remove the option.',
  find: dockerfile =>
    matchesIn(
      named(dockerfile, 'RUN', 'ENV'),
      /\bcurl\b[^&;|\n]*\s(?:-[a-zA-Z]*k[a-zA-Z]*|--insecure)(?=\s|$)|--no-check-certificate\b|--trusted-host\b|--allow-unauthenticated\b|--force-yes\b|--nogpgcheck\b|--allow-untrusted\b|--no-gpg-checks\b|strict-ssl[ =]"?false|NODE_TLS_REJECT_UNAUTHORIZED[ =]"?0|GIT_SSL_NO_VERIFY[ =]"?(?:1|true)|http\.sslVerify[ =]"?false/g,
    ),
  bad: 'FROM debian:12.5\nRUN curl -k https://example.com/app -o /app',
  good: 'FROM debian:12.5\nRUN curl -fsS https://example.com/app -o /app',
});
