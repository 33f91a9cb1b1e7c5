import type { Scaffold } from './scaffold.ts';

const go = (
  rule: string,
  rest: Omit<Scaffold, 'rule' | 'language' | 'source'> & { readonly source?: string },
): Scaffold => ({ rule, language: 'go', source: 'r.FormValue("value")', ...rest });

/** One scaffold a class of flows in Go; `top` holds imports and declarations. */
export const goScaffolds: readonly Scaffold[] = [
  go('sql-injection', {
    top: 'import "database/sql"\n\nvar db *sql.DB',
    sink: value => `db.Query("SELECT * FROM users WHERE name = '" + ${value} + "'")`,
    safe: value => `pq.QuoteLiteral(${value})`,
    imports: ['github.com/lib/pq'],
  }),
  go('sql-injection', {
    top: 'import "database/sql"\n\nvar db *sql.DB',
    source: 'r.URL.Query().Get("value")',
    sink: value =>
      `db.QueryRowContext(r.Context(), fmt.Sprintf("SELECT id FROM users WHERE name = '%s'", ${value}))`,
    safe: value => `pq.QuoteLiteral(${value})`,
    imports: ['github.com/lib/pq'],
  }),
];
