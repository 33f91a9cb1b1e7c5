import type { CallView, RuleModel } from '../engine/model.ts';

const statement =
  /^\s*(?:select|insert|update|delete|replace|create|drop|alter|with|exec|call|\{\s*\??\s*=?\s*call|merge|truncate|grant|from)\b/i;
const begins = (call: CallView): boolean => statement.test(call.text(0).replace(/^["(\s]+/, ''));
const isOf = (call: CallView, types: RegExp): boolean =>
  types.test(call.ref ?? '') || types.test(call.receiverName);

const statements =
  /^(?:Statement|PreparedStatement|CallableStatement|Connection)\(\)|stmt|statement|^st$|conn/i;
const templates = /JdbcTemplate|JdbcOperations|jdbc|template|^db$/i;
const entities = /EntityManager|entityManager|^em$|[sS]ession|PersistenceManager|^pm$/;

/** jOOQ, Jdbi, Spring's clients, R2DBC, Vert.x. */
const sessions =
  /^(?:DSLContext|Handle|JdbcClient|DatabaseClient|SqlClient)\(\)|^(?:dsl|dslContext|jooq|create|handle|jdbcClient|databaseClient|sqlClient)$/;

/** JDBC, Spring's JdbcTemplate, JPA and Hibernate (cheatsheetseries.owasp.org, Query Parameterization). */
export const javaSqlInjection: RuleModel = {
  local: true,
  sinks: [
    {
      what: 'an SQL statement',
      calls: ['executeQuery', 'executeUpdate', 'execute', 'executeLargeUpdate', 'addBatch'].map(
        name => `*.${name}`,
      ),
      deep: false,
      when: call => call.count > 0 && (isOf(call, statements) || isOf(call, templates) || begins(call)),
      unknown: 'composed',
    },
    {
      what: 'an SQL statement',
      calls: ['*.prepareStatement', '*.prepareCall', '*.nativeSQL'],
      deep: false,
      unknown: 'composed',
    },
    {
      what: 'an SQL statement',
      calls: [
        'query',
        'queryForObject',
        'queryForList',
        'queryForMap',
        'queryForRowSet',
        'queryForStream',
        'queryForInt',
        'queryForLong',
        'update',
        'batchUpdate',
      ].map(name => `*.${name}`),
      deep: false,
      when: call => isOf(call, templates) || begins(call),
      unknown: 'composed',
    },
    {
      what: 'a query',
      calls: [
        'createQuery',
        'createNativeQuery',
        'createSQLQuery',
        'createStatement_',
        'newQuery',
        'createSelectionQuery',
      ].map(name => `*.${name}`),
      args: [0, 'all'],
      deep: false,
      when: call => isOf(call, entities) || begins(call) || call.imports('javax') || call.imports('jakarta'),
      unknown: 'composed',
    },
    {
      what: 'an SQL statement',
      calls: [
        'fetch',
        'fetchOne',
        'fetchMany',
        'fetchAny',
        'fetchLazy',
        'fetchExists',
        'fetchValue',
        'resultQuery',
        'query',
        'execute',
        'sql',
        'createUpdate',
        'createMutationQuery',
        'createNativeMutationQuery',
        'createCall',
        'createBatch',
        'preparedQuery',
        'select',
      ].map(name => `*.${name}`),
      deep: false,
      when: call => begins(call) || (call.count > 0 && isOf(call, sessions)),
      unknown: 'composed',
    },
    {
      what: 'an SQL fragment',
      calls: [
        ...['field', 'condition', 'table', 'sql', 'raw', 'query', 'resultQuery'].map(name => `DSL.${name}`),
        'Expressions.stringTemplate',
        'Expressions.booleanTemplate',
        'Wrappers.query().last',
        'QueryWrapper().last',
        'QueryWrapper().apply',
        'QueryWrapper().orderByAsc',
        'QueryWrapper().orderByDesc',
      ],
      deep: false,
    },
    { what: 'an SQL fragment', calls: ['JpaSort.unsafe'], args: [1], deep: false },
    {
      what: 'an SQL fragment',
      calls: ['Restrictions.sqlRestriction', 'JpaSort.unsafe', '*.sqlRestriction'],
      deep: false,
    },
  ],
  checks: [
    {
      calls: ['Select', 'Insert', 'Update', 'Delete'],
      // MyBatis puts `${name}` into the statement as it is; `#{name}` is a parameter (mybatis.org/mybatis-3).
      check: call =>
        call.mentions(/org\.apache\.ibatis/) && isInterpolated(call)
          ? { message: 'The statement takes a value in as text: `${…}`.', confidence: 'medium' }
          : undefined,
    },
  ],
  sanitizers: [
    {
      calls: [
        '*.encodeForSQL',
        'Encode.forSql',
        'ESAPI.encoder().encodeForSQL',
        '*.enquoteLiteral',
        '*.enquoteIdentifier',
      ],
    },
  ],
};

function isInterpolated(call: CallView): boolean {
  return [call.arg(0), call.arg('value')]
    .flatMap(value => [value, ...(call.items(value) ?? [])])
    .some(value => typeof value?.constant === 'string' && /\$\{\w+(?:\.\w+)*\}/.test(value.constant));
}
