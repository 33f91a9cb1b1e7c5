import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const kubernetesConfigMapSecret = defineAttributeRule({
  id: 'kubernetes-config-map-secret',
  title: 'Secret in a config map',
  concern: 'plain-secret',
  fix: 'Use a Secret, or an external secret store.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.*',
      expect: notMatching(
        /(?:password|passwd|secret|token|api_?key|access_?key)["']?[ \t]*[=:][ \t]*["']?(?!["'$<{\s]|changeme|true\b|false\b|null\b)\S{6,}/,
        'STAGE=test',
        'DB_PASSWORD=s3cure-Value',
      ),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.password',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.PASSWORD',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.DB_PASSWORD',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.POSTGRES_PASSWORD',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.MYSQL_PASSWORD',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.MYSQL_ROOT_PASSWORD',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.REDIS_PASSWORD',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.db_password',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.secret',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.SECRET_KEY',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.api_key',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.API_KEY',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.token',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.API_TOKEN',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
    {
      type: 'kubernetes/ConfigMap',
      attribute: 'data.AWS_SECRET_ACCESS_KEY',
      expect: notMatching(/^[^\s${<]{6,}$/, 'file', 'example-value'),
    },
  ],
});
