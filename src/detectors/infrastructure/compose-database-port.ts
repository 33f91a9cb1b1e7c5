import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, isUnset, notMatching } from './model/expectation.ts';

export const composeDatabasePort = defineAttributeRule({
  id: 'compose-database-port',
  title: 'Compose service with a database port on every interface',
  concern: 'open-network',
  severity: 'low',
  fix: 'Bind it to 127.0.0.1 or leave the port inside the network.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'ports',
      expect: notMatching(
        /^(?:0\.0\.0\.0:)?(?:\d+:)?(?:5432|3306|6379|27017|9200|11211|1433|2375|5984|8086)(?:\/tcp)?$/,
        ['127.0.0.1:5432:5432'],
        ['5432:5432'],
      ),
    },
    {
      type: 'compose/service',
      within: 'ports',
      attribute: 'published',
      expect: isUnset('5432'),
      when: {
        target: anyMatching(/^(?:5432|3306|6379|27017|9200|11211|1433|2375|5984|8086)$/, 5432),
        host_ip: isUnset(),
      },
    },
  ],
});
