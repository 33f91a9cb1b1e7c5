import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const helmPlainSecret = defineAttributeRule({
  id: 'helm-plain-secret',
  title: 'Secret in chart values',
  concern: 'plain-secret',
  severity: 'medium',
  fix: 'Refer to an existing secret.',
  references: ['https://helm.sh/docs/chart_template_guide/values_files/'],
  checks: [
    {
      type: 'helm/values',
      attribute: 'password',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
    {
      type: 'helm/values',
      attribute: 'rootPassword',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
    {
      type: 'helm/values',
      attribute: 'adminPassword',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
    {
      type: 'helm/values',
      attribute: 'postgresPassword',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
    {
      type: 'helm/values',
      attribute: 'replicationPassword',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
    {
      type: 'helm/values',
      attribute: 'redisPassword',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
    {
      type: 'helm/values',
      attribute: 'secretKey',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
    {
      type: 'helm/values',
      attribute: 'apiKey',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
    {
      type: 'helm/values',
      attribute: 'apiToken',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
    {
      type: 'helm/values',
      attribute: 'accessToken',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
    {
      type: 'helm/values',
      attribute: 'clientSecret',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
    {
      type: 'helm/values',
      attribute: 'jwtSecret',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
    {
      type: 'helm/values',
      attribute: 'secretAccessKey',
      expect: notMatching(
        /^(?!\$|\{|<|changeme|example|replace|your|todo|xxx|dummy|test$|password$|secret$)(?=.*[a-z])\S{6,}$/,
        '',
        's3cure-value',
      ),
    },
  ],
});
