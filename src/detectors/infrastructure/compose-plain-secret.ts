import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const composePlainSecret = defineAttributeRule({
  id: 'compose-plain-secret',
  title: 'Secret in a Compose file',
  concern: 'plain-secret',
  severity: 'medium',
  fix: 'Use `secrets` or an environment file that is not committed.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'environment',
      expect: notMatching(
        /^\w*(?:password|passwd|secret|token|api_?key)\s*=\s*(?!\$|changeme|example)[^\s$]{6,}/,
        ['STAGE=test'],
        ['DB_PASSWORD=s3cure-Value'],
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.*PASSWORD',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.*_PASS',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.*TOKEN',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.*SECRET',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.*SECRET_KEY',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.*API_KEY',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.*PRIVATE_KEY',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.*ACCESS_KEY',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.*_password',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.*_token',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.*_secret',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.*api_key',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'build.args.*PASSWORD',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'build.args.*_PASS',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'build.args.*TOKEN',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'build.args.*SECRET',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'build.args.*SECRET_KEY',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'build.args.*API_KEY',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'build.args.*PRIVATE_KEY',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'build.args.*ACCESS_KEY',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'build.args.*_password',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'build.args.*_token',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'build.args.*_secret',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
    {
      type: 'compose/service',
      attribute: 'build.args.*api_key',
      expect: notMatching(
        /^(?!\$|change|example|<)[^$]{4,}$|^\$\{\w+:?-[^$}]{6,}\}$/,
        '${SECRET}',
        's3cure-Value',
      ),
    },
  ],
});
