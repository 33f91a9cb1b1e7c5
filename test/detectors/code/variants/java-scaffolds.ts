import type { Scaffold } from './scaffold.ts';

const java = (
  rule: string,
  rest: Omit<Scaffold, 'rule' | 'language' | 'source' | 'top'> & {
    readonly source?: string;
    readonly top?: string;
  },
): Scaffold => ({ rule, language: 'java', source: 'request.getParameter("value")', top: '', ...rest });

/** One scaffold a class of flows in Java; `top` holds members of the class. */
export const javaScaffolds: readonly Scaffold[] = [
  java('sql-injection', {
    imports: ['java.sql.*'],
    top: 'private Connection connection;',
    sink: value =>
      `Statement statement = connection.createStatement();\nstatement.executeQuery("SELECT * FROM users WHERE name = '" + ${value} + "'");`,
    safe: value => `ESAPI.encoder().encodeForSQL(codec, ${value})`,
  }),
  java('sql-injection', {
    imports: ['org.springframework.jdbc.core.JdbcTemplate'],
    top: 'private final JdbcTemplate jdbc;',
    source: 'request.getHeader("value")',
    sink: value =>
      `jdbc.queryForObject("SELECT id FROM users WHERE name = '" + ${value} + "'", String.class);`,
    safe: value => `ESAPI.encoder().encodeForSQL(codec, ${value})`,
  }),
];
