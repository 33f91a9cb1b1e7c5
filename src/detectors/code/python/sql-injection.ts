import type { CallView, RuleModel } from '../engine/model.ts';

const database =
  /^_?(?:db|database|conn|connection|client|pool|engine|session|cursor|cur|c|query|manager|objects|\w*(?:Db|DB|_db|_pool|_conn|_cursor|_session|_client|Cursor|Session|Engine))$/;
const statement =
  /^\s*(?:select|insert|update|delete|replace|create|drop|alter|with|exec|call|merge|truncate|grant)\b/i;
const looksLikeSql = (call: CallView): boolean => statement.test(call.text(0).replace(/^['"frbu(\s]+/i, ''));

/** DB-API drivers, SQLAlchemy, Django, peewee, asyncpg, databases, pandas (peps.python.org/pep-0249). */
export const pythonSqlInjection: RuleModel = {
  local: true,
  sinks: [
    {
      what: 'an SQL statement',
      calls: [
        '*.execute',
        '*.executemany',
        '*.executescript',
        '*.mogrify',
        '*.exec_driver_sql',
        '*.raw',
        '*.fetch',
        '*.fetchrow',
        '*.fetchval',
        '*.fetch_all',
        '*.fetch_one',
        '*.fetch_val',
        '*.execute_sql',
        '*.execute_query',
        '*.execute_query_dict',
        '*.execute_async',
        '*.copy_from_query',
        '*.cursor',
        '*.prepare',
        '*.iterate',
        '*.query',
        '*.sql',
      ],
      args: ['0:sql'],
      deep: false,
      when: call =>
        looksLikeSql(call) ||
        (!/^(?:cursor|prepare|iterate|query|sql)$/.test(call.method) && database.test(call.receiverName)) ||
        call.method.startsWith('execute') ||
        (call.method === 'raw' && call.receiverName === 'objects'),
    },
    {
      what: 'an SQL statement',
      calls: ['*.execute', '*.executemany', '*.executescript', '*.raw'],
      deep: false,
      when: call => call.method !== 'raw' || call.receiverName === 'objects',
      unknown: 'composed',
      unknownConfidence: 'low',
      severity: 'high',
    },
    {
      what: 'an SQL fragment',
      calls: [
        'sqlalchemy.text',
        'sqlalchemy.sql.text',
        'django.db.models.expressions.RawSQL',
        'RawSQL',
        'sqlalchemy.sql.expression.text',
        'sqlalchemy.literal_column',
        'django.db.models.RawSQL',
        'peewee.SQL',
        'sqlalchemy.text.text',
        'sqlmodel.text',
        'psycopg2.sql.SQL',
        'psycopg.sql.SQL',
      ],
      deep: false,
    },
    {
      what: 'an SQL query',
      calls: [
        'pandas.read_sql',
        'pandas.read_sql_query',
        'polars.read_database',
        'duckdb.sql',
        'duckdb.query',
        'duckdb.execute',
      ],
      args: ['0:sql'],
      deep: false,
    },
    { what: 'an SQL condition', calls: ['*.extra'], args: ['where', 'select', 'tables', 'order_by'] },
  ],
  sanitizers: [
    {
      calls: [
        'psycopg2.sql.Identifier',
        'psycopg2.sql.Literal',
        'psycopg.sql.Identifier',
        'psycopg.sql.Literal',
        '*.escape_string',
        '*.quote_name',
        'psycopg2.extensions.quote_ident',
        '*.quote_ident',
      ],
    },
  ],
};
