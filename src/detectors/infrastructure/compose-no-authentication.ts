import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse, notMatching, notTrue } from './model/expectation.ts';

export const composeNoAuthentication = defineAttributeRule({
  id: 'compose-no-authentication',
  title: 'Compose service that asks for no password',
  concern: 'authentication',
  severity: 'high',
  fix: 'Set a password through a secret.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'environment.MYSQL_ALLOW_EMPTY_PASSWORD',
      expect: notMatching(/^(?:yes|true|1)$/, 'no', 'yes'),
    },
    {
      type: 'compose/service',
      attribute: 'environment.MARIADB_ALLOW_EMPTY_ROOT_PASSWORD',
      expect: notMatching(/^(?:yes|true|1)$/, 'no', 'yes'),
    },
    {
      type: 'compose/service',
      attribute: 'environment.ALLOW_EMPTY_PASSWORD',
      expect: notMatching(/^(?:yes|true|1)$/, 'no', 'yes'),
    },
    {
      type: 'compose/service',
      attribute: 'environment.ALLOW_ANONYMOUS_LOGIN',
      expect: notMatching(/^(?:yes|true|1)$/, 'no', 'yes'),
    },
    { type: 'compose/service', attribute: 'environment.MYSQL_ALLOW_EMPTY_PASSWORD', expect: notTrue },
    { type: 'compose/service', attribute: 'environment.MARIADB_ALLOW_EMPTY_ROOT_PASSWORD', expect: notTrue },
    { type: 'compose/service', attribute: 'environment.ALLOW_EMPTY_PASSWORD', expect: notTrue },
    { type: 'compose/service', attribute: 'environment.ALLOW_ANONYMOUS_LOGIN', expect: notTrue },
    {
      type: 'compose/service',
      attribute: 'environment.POSTGRES_HOST_AUTH_METHOD',
      expect: noneOf(['trust'], 'scram-sha-256'),
    },
    {
      type: 'compose/service',
      attribute: 'environment',
      expect: notMatching(
        /^(?:POSTGRES_HOST_AUTH_METHOD=trust|(?:MYSQL_ALLOW_EMPTY_PASSWORD|MARIADB_ALLOW_EMPTY_ROOT_PASSWORD|ALLOW_EMPTY_PASSWORD)=(?:yes|true|1))$/i,
        ['STAGE=test'],
        ['ALLOW_EMPTY_PASSWORD=yes'],
      ),
    },
    {
      type: 'compose/service',
      attribute: 'environment.NEO4J_AUTH',
      expect: noneOf(['none'], 'neo4j/secret'),
    },
    {
      type: 'compose/service',
      attribute: 'command',
      expect: notMatching(
        /--(?:noauth|skip-grant-tables|no-auth|protected-mode no)\b/,
        'serve',
        'mongod --noauth',
      ),
    },
    { type: 'compose/service', attribute: 'environment.*xpack.security.enabled', expect: notFalse },
    {
      type: 'compose/service',
      attribute: 'environment.DOCKER_TLS_CERTDIR',
      expect: notMatching(/^$/, '/certs', ''),
    },
    {
      type: 'compose/service',
      attribute: 'command',
      expect: notMatching(
        /tcp:\/\/(?:0\.0\.0\.0|\[::\])?:2375\b/,
        'dockerd',
        'dockerd -H tcp://0.0.0.0:2375',
      ),
    },
  ],
});
