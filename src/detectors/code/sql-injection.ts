import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import { goSqlInjection } from './go/sql-injection.ts';
import { javaSqlInjection } from './java/sql-injection.ts';
import { pythonSqlInjection } from './python/sql-injection.ts';

const database =
  /^_?(?:db|database|conn|connection|client|pool|pg|mysql|sqlite|sequelize|knex|prisma|\$?trx|tx|transaction|manager|entityManager|dataSource|repo|repository|queryRunner|session|cursor|cur|c|engine|sql|query|queryBuilder|\w*(?:Db|DB|Pool|Conn|Connection|Client|Repository|Repo|Cursor|Session|Engine|_db|_pool|_conn|_cursor|Database))$/;

const statement =
  /^\s*(?:select|insert|update|delete|replace|create|drop|alter|with|exec|call|merge|truncate|grant)\b/i;

/** A text that begins like a statement, so that an unknown receiver is a database after all. */
const looksLikeSql = (call: CallView): boolean => statement.test(call.text(0).replace(/^[`'"frbu(\s]+/i, ''));
const isDatabase = (call: CallView): boolean =>
  database.test(call.receiverName) ||
  looksLikeSql(call) ||
  (call.ref !== undefined &&
    /^(?:pg|mysql2?|sqlite3|better-sqlite3|sequelize|knex|typeorm|mssql)\b/.test(call.ref));

/** CWE-89; cheatsheetseries.owasp.org, Query Parameterization. */
export const sqlInjection = defineCodeRule({
  id: 'sql-injection',
  title: 'SQL injection',
  severity: 'critical',
  confidence: 'high',
  cwe: ['CWE-89'],
  owasp: ['A03'],
  what: 'Reports untrusted data that becomes part of the text of an SQL statement.',
  why: 'Whoever controls the value reads, changes or deletes any data the connection reaches.',
  fix: 'Keep the statement constant and pass values as parameters (`?`, `$1`, `%s` with a parameter list); choose names of columns and tables from a fixed list.',
  references: [
    'https://cwe.mitre.org/data/definitions/89.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Query_Parameterization_Cheat_Sheet.html',
  ],
  keywords: [
    'query',
    'execute',
    'raw',
    '.sql',
    'sql(',
    'literal',
    'prepare',
    '.exec',
    'text(',
    'where',
    'extra(',
    '.all(',
    '.get(',
    '.run(',
  ],
  withoutSource:
    /[`'"]\s*(?:select|insert|update|delete|replace|create|drop|alter|with|exec|call|merge|truncate)\s/i,
  examples: {
    bad: [
      {
        path: 'src/users.ts',
        text: "app.get('/user', async (req, res) => {\n  const rows = await pool.query(`SELECT * FROM users WHERE id = '${req.query.id}'`);\n  res.json(rows);\n});\n",
      },
      {
        path: 'app/users.py',
        text: "from flask import request\n\ndef user(cursor):\n    cursor.execute(\"SELECT * FROM users WHERE id = '%s'\" % request.args['id'])\n",
      },
      {
        path: 'app/users.go',
        text: 'package app\n\nimport (\n\t"database/sql"\n\t"net/http"\n)\n\nfunc find(db *sql.DB, r *http.Request) (*sql.Rows, error) {\n\treturn db.Query("SELECT * FROM users WHERE id = \'" + r.FormValue("id") + "\'")\n}\n',
      },
      {
        path: 'src/Handler.java',
        text: 'import javax.servlet.http.*;\nimport org.springframework.jdbc.core.JdbcTemplate;\n\npublic class Handler extends HttpServlet {\n  private JdbcTemplate jdbc;\n\n  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    jdbc.update("DELETE FROM users WHERE id = \'" + request.getParameter("id") + "\'");\n  }\n}\n',
      },
    ],
    good: [
      {
        path: 'src/users.ts',
        text: "app.get('/user', async (req, res) => {\n  const rows = await pool.query('SELECT * FROM users WHERE id = $1', [req.query.id]);\n  res.json(rows);\n});\n",
      },
      {
        path: 'app/users.py',
        text: "from flask import request\n\ndef user(cursor):\n    cursor.execute('SELECT * FROM users WHERE id = %s', (request.args['id'],))\n",
      },
      {
        path: 'app/users.go',
        text: 'package app\n\nimport (\n\t"database/sql"\n\t"net/http"\n)\n\nfunc find(db *sql.DB, r *http.Request) (*sql.Rows, error) {\n\treturn db.Query("SELECT * FROM users WHERE id = $1", r.FormValue("id"))\n}\n',
      },
      {
        path: 'src/Handler.java',
        text: 'import javax.servlet.http.*;\nimport org.springframework.jdbc.core.JdbcTemplate;\n\npublic class Handler extends HttpServlet {\n  private JdbcTemplate jdbc;\n\n  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    jdbc.update("DELETE FROM users WHERE id = ?", request.getParameter("id"));\n  }\n}\n',
      },
    ],
  },
  models: {
    go: goSqlInjection,
    java: javaSqlInjection,
    javascript: {
      local: true,
      sinks: [
        {
          what: 'an SQL statement',
          calls: [
            '*.query',
            '*.execute',
            '*.raw',
            '*.$queryRawUnsafe',
            '*.$executeRawUnsafe',
            '*.prepare',
            '*.exec',
            '*.all',
            '*.each',
            '*.run',
            '*.get',
            '*.any',
            '*.one',
            '*.none',
            '*.many',
            '*.oneOrNone',
            '*.manyOrNone',
            '*.unsafe',
            '*.whereRaw',
            '*.orderByRaw',
            '*.havingRaw',
            '*.joinRaw',
            '*.fromRaw',
            '*.selectRaw',
            '*.groupByRaw',
            '*.multi',
          ],
          deep: false,
          when: call =>
            !call.tagged &&
            (isDatabase(call)
              ? !/^(?:get|all|run|each|exec|any|one|none|many)$/.test(call.method) ||
                looksLikeSql(call) ||
                /^(?:db|database|conn|connection|\w*Db)$/i.test(call.receiverName)
              : /Raw|Unsafe$/.test(call.method)),
        },
        {
          what: 'an SQL statement',
          calls: [
            '*.query',
            '*.execute',
            '*.raw',
            '*.$queryRawUnsafe',
            '*.$executeRawUnsafe',
            '*.prepare',
            '*.exec',
            '*.all',
            '*.run',
            '*.get',
          ],
          deep: false,
          when: call => !call.tagged && looksLikeSql(call),
          unknown: 'composed',
          unknownConfidence: 'low',
          severity: 'high',
        },
        {
          what: 'an SQL statement',
          calls: ['*.query', '*.execute'],
          args: [0],
          when: call =>
            !call.tagged &&
            isDatabase(call) &&
            (call.option(0, 'text') ?? call.option(0, 'sql')) !== undefined &&
            ((call.option(0, 'text') ?? call.option(0, 'sql'))?.taints.length ?? 0) > 0,
        },
        {
          what: 'an SQL fragment',
          calls: [
            'sequelize.literal',
            'Sequelize.literal',
            '*.literal',
            '*.createQueryBuilder.where',
            'kysely.sql.raw',
            'drizzle-orm.sql.raw',
            'sql.raw',
            '@prisma/client.Prisma.raw',
          ],
          when: call =>
            call.method !== 'literal' || /sequelize|^db$/i.test(call.receiverName + (call.ref ?? '')),
        },
        {
          what: 'an SQL condition',
          calls: [
            '*.where',
            '*.andWhere',
            '*.orWhere',
            '*.having',
            '*.andHaving',
            '*.orderBy',
            '*.addOrderBy',
            '*.groupBy',
            '*.addSelect',
          ],
          deep: false,
          when: call =>
            /builder|qb|query/i.test(call.receiverName) ||
            /createQueryBuilder|QueryBuilder/.test(call.receiverName),
        },
      ],
      sanitizers: [
        {
          calls: [
            'mysql.escape',
            'mysql2.escape',
            'mysql.escapeId',
            'mysql2.escapeId',
            'sqlstring.escape',
            'sqlstring.escapeId',
            '*.escapeId',
            '*.escapeLiteral',
            '*.escapeIdentifier',
            'pg-format',
            'mysql.format',
            'mysql2.format',
            'sqlstring.format',
            '*.escape',
          ],
          when: call =>
            call.method !== 'escape' ||
            /pool|conn|db|client|mysql|sqlstring/i.test(call.receiverName + (call.ref ?? '')),
        },
      ],
    },
    python: pythonSqlInjection,
  },
});
