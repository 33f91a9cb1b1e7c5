import { type MigrationRisk, sqlRisks } from './sql.ts';

type Pattern = {
  readonly pattern: RegExp;
  /** Parts of the call that make it harmless. */
  readonly unless?: RegExp;
  readonly what: string;
  readonly fix: string;
  readonly severity: MigrationRisk['severity'];
};

/** How one tool writes migrations. */
type Framework = {
  readonly path: RegExp;
  /** What the text must hold; other files of the folder are something else. */
  readonly text?: RegExp;
  /** Where the way back begins: what it drops was just made. */
  readonly back?: RegExp;
  readonly patterns: readonly Pattern[];
  /** Calls whose string is SQL. */
  readonly sql?: RegExp;
};

const dropColumn = 'Drops a column: what is in it is lost, and the release that still runs reads it.';
const dropTable = 'Drops a table: what is in it is lost, and the release that still runs reads it.';
const rename = 'Renames a column or table: the release that still runs asks for the old name.';
const required = 'Adds a column that must have a value and has no default: it fails on a table with rows.';
const index = 'Creates an index while PostgreSQL lets nobody write to the table.';
const type = 'Changes a column: most such changes rewrite the table while nobody can use it.';
const stepwise =
  'First release code that no longer uses it, then drop it in a later migration, with a backup.';
const gradual =
  'Add the new one beside the old one, write both, move the readers, then drop the old one later.';
const fill = 'Give it a default, or add it empty, fill it, and only then require it.';

/** Sources: the migration guides of Django 5, Rails 8, Alembic 1, Knex 3 and TypeORM. */
const frameworks: readonly Framework[] = [
  {
    path: /(?:^|\/)migrations\/\d{4}_[^/]+\.py$/,
    text: /\bmigrations\.\w+/,
    sql: /\bmigrations\.RunSQL\(\s*(?:sql\s*=\s*)?(?<quote>"""|'''|"|')(?<sql>[^]*?)\k<quote>/g,
    patterns: [
      { pattern: /\bmigrations\.RemoveField\(/g, what: dropColumn, fix: stepwise, severity: 'high' },
      { pattern: /\bmigrations\.DeleteModel\(/g, what: dropTable, fix: stepwise, severity: 'high' },
      {
        pattern: /\bmigrations\.Rename(?:Field|Model)\(|\bmigrations\.AlterModelTable\(/g,
        what: rename,
        fix: gradual,
        severity: 'high',
      },
      {
        pattern: /\bmigrations\.AddField\(/g,
        unless: /null\s*=\s*True|default\s*=|ManyToManyField|auto_now/,
        what: required,
        fix: fill,
        severity: 'high',
      },
      { pattern: /\bmigrations\.AlterField\(/g, what: type, fix: gradual, severity: 'low' },
      {
        pattern: /\bmigrations\.AddIndex\(/g,
        what: index,
        fix: 'Use AddIndexConcurrently in a migration with `atomic = False`.',
        severity: 'medium',
      },
    ],
  },
  {
    path: /(?:^|\/)db\/migrate\/[^/]+\.rb$/,
    back: /^\s*def (?:self\.)?down\b/m,
    sql: /\bexecute\s*\(?\s*(?:<<[-~]?(?<tag>\w+)[^\n]*\n(?<heredoc>[^]*?)\n\s*\k<tag>|(?<quote>["'])(?<sql>[^]*?)\k<quote>)/g,
    patterns: [
      {
        pattern: /^\s*remove_(?:columns?|reference)\b/gm,
        what: dropColumn,
        fix: `${stepwise} \`ignored_columns\` keeps the running release from reading it.`,
        severity: 'high',
      },
      { pattern: /^\s*drop_table\b/gm, what: dropTable, fix: stepwise, severity: 'high' },
      { pattern: /^\s*rename_(?:column|table)\b/gm, what: rename, fix: gradual, severity: 'high' },
      { pattern: /^\s*change_column\b/gm, what: type, fix: gradual, severity: 'medium' },
      {
        pattern: /^\s*change_column_null\b[^\n]*\bfalse\b/gm,
        what: 'Requires a value: the whole table is read while nobody can use it.',
        fix: 'Add a check constraint with `validate: false` first, and validate it later.',
        severity: 'medium',
      },
      {
        pattern: /^\s*add_(?:column|reference)\b[^\n]*\bnull:\s*false/gm,
        unless: /default:/,
        what: required,
        fix: fill,
        severity: 'high',
      },
      {
        pattern: /^\s*add_index\b/gm,
        unless: /algorithm:\s*:concurrently/,
        what: index,
        fix: 'Use `algorithm: :concurrently` with `disable_ddl_transaction!`.',
        severity: 'medium',
      },
    ],
  },
  {
    path: /(?:^|\/)(?:alembic|migrations|versions)\/(?:.*\/)?[^/]+\.py$/,
    text: /\bop\.\w+\(/,
    back: /^def downgrade\b/m,
    sql: /\bop\.execute\(\s*(?:sa\.text\(\s*)?(?<quote>"""|'''|"|')(?<sql>[^]*?)\k<quote>/g,
    patterns: [
      { pattern: /\bop\.drop_column\(/g, what: dropColumn, fix: stepwise, severity: 'high' },
      { pattern: /\bop\.drop_table\(/g, what: dropTable, fix: stepwise, severity: 'high' },
      {
        pattern: /\bop\.rename_table\(|\bop\.alter_column\((?=[^]{0,300}?new_column_name)/g,
        what: rename,
        fix: gradual,
        severity: 'high',
      },
      {
        pattern: /\bop\.alter_column\((?=[^]{0,300}?\btype_\s*=)/g,
        what: type,
        fix: gradual,
        severity: 'medium',
      },
      {
        pattern: /\bop\.add_column\((?=[^]{0,300}?nullable\s*=\s*False)/g,
        unless: /server_default\s*=/,
        what: required,
        fix: fill,
        severity: 'high',
      },
      {
        pattern: /\bop\.create_index\(/g,
        unless: /postgresql_concurrently\s*=\s*True/,
        what: index,
        fix: 'Use `postgresql_concurrently=True` in an autocommit block.',
        severity: 'medium',
      },
    ],
  },
  {
    path: /(?:^|\/)migrations?\/(?:.*\/)?[^/]+\.[cm]?[jt]s$/,
    text: /\b(?:knex|queryRunner|queryInterface|schema|db)\b/,
    back: /\bexports\.down\s*=|\basync\s+down\s*\(|\bfunction\s+down\b|\bdown\s*[:=]\s*(?:async\b)?|\bdown\s*\([^)]*\)\s*(?::[^{]+)?\{/,
    sql: /\.(?:raw|query|execute)\(\s*(?<quote>[`"'])(?<sql>[^]*?)\k<quote>|\bsql`(?<template>[^`]*)`/g,
    patterns: [
      { pattern: /\.(?:dropColumns?|removeColumn)\(/g, what: dropColumn, fix: stepwise, severity: 'high' },
      { pattern: /\.dropTable(?:IfExists)?\(/g, what: dropTable, fix: stepwise, severity: 'high' },
      { pattern: /\.rename(?:Column|Table)\(/g, what: rename, fix: gradual, severity: 'high' },
      { pattern: /\.alter\(\)|\.changeColumn\(/g, what: type, fix: gradual, severity: 'medium' },
    ],
  },
];

/** Files that are plain SQL migrations: Flyway, Liquibase, goose, dbmate, Prisma, Rails' structure apart. */
const sqlPath =
  /(?:^|\/)(?:migrations?|migrate|changesets|flyway|liquibase|schema-changes|db)\/(?:.*\/)?[^/]+\.sql$|(?:^|\/)[VRU]\d[\w.]*__[^/]+\.sql$/i;

/** Whether a path is where a migration would be. */
export function isMigrationPath(path: string): boolean {
  return isSqlMigration(path) || frameworks.some(framework => framework.path.test(path));
}

function isSqlMigration(path: string): boolean {
  // Undo migrations drop what was just made; a dump of the schema is no migration.
  return (
    sqlPath.test(path) &&
    !/\.down\.sql$|(?:^|\/)U\d|(?:^|\/)(?:structure|schema|seeds?)\.sql$|_down\.sql$/i.test(path)
  );
}

/** The risks of a migration; empty for other files. Offsets are the text's. */
export function migrationRisks(path: string, text: string): readonly MigrationRisk[] {
  if (isSqlMigration(path))
    return sqlRisks(upPart(text, /^--\s*(?:\+goose\s+down|migrate:down|rollback|!ups?\s*$|@undo)/im));
  const framework = frameworks.find(
    candidate => candidate.path.test(path) && (candidate.text === undefined || candidate.text.test(text)),
  );
  if (framework === undefined) return [];
  const up = upPart(text, framework.back);
  return [...callRisks(up, framework), ...embeddedSql(up, framework)].toSorted((a, b) => a.offset - b.offset);
}

/** The text with the way back blanked. What stands below it is rarely the way forth. */
function upPart(text: string, back: RegExp | undefined): string {
  const at = back?.exec(text)?.index;
  if (at === undefined) return text;
  const up =
    /\bexports\.up\s*=|\basync\s+up\s*\(|\bfunction\s+up\b|^def upgrade\b|^\s*def (?:self\.)?up\b/m.exec(
      text.slice(at + 1),
    );
  return up === null
    ? text.slice(0, at)
    : `${text.slice(0, at)}${' '.repeat(up.index + 1)}${text.slice(at + 1 + up.index)}`;
}

function callRisks(text: string, { patterns }: Framework): readonly MigrationRisk[] {
  const code = text.replace(/^\s*(?:#|\/\/).*$/gm, line => ' '.repeat(line.length));
  return patterns.flatMap(({ pattern, unless, what, fix, severity }) =>
    [...code.matchAll(pattern)].flatMap(match => {
      const offset = match.index + (match[0].length - match[0].trimStart().length);
      return unless?.test(callAt(code, offset)) === true || isOnNewTable(code, offset)
        ? []
        : [{ offset, what, fix, severity }];
    }),
  );
}

/** The call that begins at an offset: to its closing bracket, or to the end of the line. */
function callAt(text: string, offset: number): string {
  const line = text.slice(offset).split('\n', 1)[0] ?? '';
  const open = text.indexOf('(', offset);
  if (open === -1 || open > offset + line.length) return line;
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && --depth === 0) return text.slice(offset, at + 1);
  }
  return line;
}

/** An index on a table that the same migration creates locks nobody out. */
function isOnNewTable(text: string, offset: number): boolean {
  const call = callAt(text, offset);
  const table = /^(?:add_index|add_column|op\.(?:create_index|add_column))\b[^\n]*/.test(call)
    ? (/[:"'](?<table>\w+)["']?\s*,\s*(?:[\n\s]*["'](?<second>\w+))?/.exec(call)?.groups ?? {})
    : {};
  const names = [table['table'], table['second']].filter(name => name !== undefined);
  return names.some(name => new RegExp(String.raw`create_table\s*\(?\s*[:"']${name}\b`).test(text));
}

function embeddedSql(text: string, { sql }: Framework): readonly MigrationRisk[] {
  if (sql === undefined) return [];
  return [...text.matchAll(sql)].flatMap(match => {
    const { sql: quoted, heredoc, template } = match.groups ?? {};
    const statement = quoted ?? heredoc ?? template ?? '';
    const start = match.index + match[0].indexOf(statement);
    return sqlRisks(statement).map(risk => ({ ...risk, offset: start + risk.offset }));
  });
}
