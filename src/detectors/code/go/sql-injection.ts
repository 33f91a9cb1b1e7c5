import type { CallView, RuleModel } from '../engine/model.ts';

const database =
  /^(?:db|conn|connection|tx|txn|pool|store|repo|pg|pgx|mysql|sqlite|orm|gorm|q|queries|database|session|s|\w*(?:DB|Db|Conn|Tx|Pool|Store|Repo|Database))$/;
const statement =
  /^\s*(?:select|insert|update|delete|replace|create|drop|alter|with|exec|call|merge|truncate|grant)\b/i;

const begins = (call: CallView, position: number): boolean =>
  statement.test(call.text(position).replace(/^(?:fmt\.Sprintf?\()?[`"(\s]+/, ''));
/** A prepared statement takes values only. */
const isPrepared = (call: CallView): boolean =>
  /(?:Prepare\w*|Stmt)\(\)\.\w+$/.test(call.ref ?? '') || /stmt$/i.test(call.receiverName);
const builders = /gorm|squirrel|uptrace\/bun|go-pg|xorm|upper\/db|doug-martin\/goqu/;
const builderModules = [
  'gorm.io/gorm',
  'github.com/jinzhu/gorm',
  'github.com/Masterminds/squirrel',
  'github.com/uptrace/bun',
  'github.com/go-pg/pg',
  'xorm.io/xorm',
];
const isDatabase = (call: CallView, position: number): boolean =>
  !isPrepared(call) &&
  (database.test(call.receiverName) ||
    /^(?:database\/sql|github\.com\/jmoiron\/sqlx|gorm\.io\/gorm|github\.com\/jackc\/pgx)/.test(
      call.ref ?? '',
    ) ||
    begins(call, position));

const plain = [
  'Query',
  'QueryRow',
  'Exec',
  'Prepare',
  'Queryx',
  'QueryRowx',
  'MustExec',
  'NamedExec',
  'NamedQuery',
  'Preparex',
];
const withContext = [
  'QueryContext',
  'QueryRowContext',
  'ExecContext',
  'PrepareContext',
  'QueryxContext',
  'QueryRowxContext',
];

/** `database/sql`, sqlx, pgx, GORM, squirrel (go.dev/doc/database/sql-injection). */
export const goSqlInjection: RuleModel = {
  local: true,
  sinks: [
    {
      what: 'an SQL statement',
      calls: plain.map(name => `*.${name}`),
      when: call => isDatabase(call, 0) && !isContext(call),
      unknown: 'composed',
      deep: false,
    },
    {
      what: 'an SQL statement',
      calls: [...withContext, 'Query', 'QueryRow', 'Exec'].map(name => `*.${name}`),
      args: [1],
      when: call => (call.method.endsWith('Context') || isContext(call)) && isDatabase(call, 1),
      unknown: 'composed',
      deep: false,
    },
    {
      what: 'an SQL statement',
      calls: ['*.Get', '*.Select'],
      args: [1],
      deep: false,
      when: call => begins(call, 1) || /sqlx/.test(call.ref ?? ''),
    },
    {
      what: 'an SQL statement',
      calls: ['*.GetContext', '*.SelectContext'],
      args: [2],
      deep: false,
      when: call => begins(call, 2) || /sqlx/.test(call.ref ?? ''),
    },
    {
      what: 'an SQL statement',
      // go-pg is given first what it reads into.
      calls: ['*.Query', '*.QueryOne'],
      args: [1],
      deep: false,
      when: call => call.text(0).startsWith('&') && begins(call, 1),
    },
    {
      what: 'an SQL statement',
      calls: ['*.Queue', '*.ExecOne'],
      deep: false,
      when: call => begins(call, 0),
    },
    {
      what: 'an SQL statement',
      calls: ['*.Raw'],
      deep: false,
      unknown: 'composed',
      when: call => isDatabase(call, 0),
    },
    {
      what: 'an SQL condition',
      calls: [
        'Where',
        'Or',
        'Not',
        'Having',
        'Order',
        'Group',
        'Joins',
        'Select',
        'Table',
        'OrderBy',
        'GroupBy',
        'WhereOr',
        'ColumnExpr',
        'TableExpr',
        'ModelTableExpr',
        'OrderExpr',
        'GroupExpr',
        'Set',
        'NewRaw',
        'SQL',
        'Sql',
        'And',
        'Pluck',
        'Distinct',
      ].map(name => `*.${name}`),
      deep: false,
      when: call => builders.test(call.ref ?? '') || builderModules.some(module => call.imports(module)),
    },
    {
      what: 'an SQL fragment',
      calls: ['gorm.io/gorm.Expr', 'github.com/Masterminds/squirrel.Expr'],
      deep: false,
    },
  ],
  sanitizers: [
    { calls: ['github.com/lib/pq.QuoteLiteral', 'github.com/lib/pq.QuoteIdentifier', '*.Sanitize'] },
  ],
};

/** pgx takes the context first in every method. */
function isContext(call: CallView): boolean {
  return /^(?:ctx|context\.|r\.Context\(|c\.Request)/.test(call.text(0));
}
