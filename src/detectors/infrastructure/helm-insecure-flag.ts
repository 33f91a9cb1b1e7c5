import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const helmInsecureFlag = defineAttributeRule({
  id: 'helm-insecure-flag',
  title: 'Program started without TLS or authentication',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Take the flag out.',
  references: ['https://helm.sh/docs/chart_template_guide/values_files/'],
  checks: [
    {
      type: 'helm/values',
      attribute: 'extraArgs',
      expect: notMatching(
        /^--?(?:insecure|insecure-skip-tls-verify|tls-insecure|disable-auth|anonymous-auth|no-auth|skip-auth|insecure-skip-verify)(?:=true)?$/,
        ['--loglevel=info'],
        ['--insecure'],
      ),
    },
    {
      type: 'helm/values',
      attribute: 'args',
      expect: notMatching(
        /^--?(?:insecure|insecure-skip-tls-verify|tls-insecure|disable-auth|anonymous-auth|no-auth|skip-auth|insecure-skip-verify)(?:=true)?$/,
        ['--loglevel=info'],
        ['--insecure'],
      ),
    },
    {
      type: 'helm/values',
      attribute: 'extraFlags',
      expect: notMatching(
        /^--?(?:insecure|insecure-skip-tls-verify|tls-insecure|disable-auth|anonymous-auth|no-auth|skip-auth|insecure-skip-verify)(?:=true)?$/,
        ['--loglevel=info'],
        ['--insecure'],
      ),
    },
    {
      type: 'helm/values',
      attribute: 'additionalArgs',
      expect: notMatching(
        /^--?(?:insecure|insecure-skip-tls-verify|tls-insecure|disable-auth|anonymous-auth|no-auth|skip-auth|insecure-skip-verify)(?:=true)?$/,
        ['--loglevel=info'],
        ['--insecure'],
      ),
    },
  ],
});
