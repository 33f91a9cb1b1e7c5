import type { MigrationRisk } from './sql.ts';

type Pattern = {
  readonly pattern: RegExp;
  /** Parts of the call that make it harmless. */
  readonly unless?: RegExp;
  readonly what: string;
  readonly fix: string;
  readonly severity: MigrationRisk['severity'];
};

/** How one tool writes migrations. */
export type Framework = {
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
const constraint = 'Adds a constraint that is checked at once: the table is locked until every row was read.';
const stepwise =
  'First release code that no longer uses it, then drop it in a later migration, with a backup.';
const gradual =
  'Add the new one beside the old one, write both, move the readers, then drop the old one later.';
const fill = 'Give it a default, or add it empty, fill it, and only then require it.';

/** Sources: the migration guides of Django 5, Rails 8, Alembic 1, Knex 3, TypeORM, Sequelize 6, Laravel 11, EF Core 8 and Ecto 3. */
export const frameworks: readonly Framework[] = [
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
      {
        // What else of a field changes, its choices or help text, is seldom a change of the table.
        pattern: /\bmigrations\.AlterField\((?=[^]{0,600}?(?:unique|db_index|primary_key)\s*=\s*True)/g,
        what: type,
        fix: gradual,
        severity: 'low',
      },
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
      { pattern: /^\s*drop_(?:join_)?table\b/gm, what: dropTable, fix: stepwise, severity: 'high' },
      // Within `change_table`; a new table has nothing to remove.
      {
        pattern: /^\s*t\.remove(?:_references|_belongs_to)?\b/gm,
        what: dropColumn,
        fix: stepwise,
        severity: 'high',
      },
      { pattern: /^\s*t\.rename\b/gm, what: rename, fix: gradual, severity: 'high' },
      { pattern: /^\s*t\.change\b/gm, what: type, fix: gradual, severity: 'medium' },
      {
        pattern: /^\s*add_(?:foreign_key|check_constraint)\b/gm,
        unless: /validate:\s*false/,
        what: constraint,
        fix: 'Add it with `validate: false`, and validate it in a later migration.',
        severity: 'medium',
      },
      {
        pattern: /^\s*add_(?:reference|belongs_to)\b/gm,
        unless: /algorithm:\s*:concurrently|index:\s*false|null:\s*false/,
        what: index,
        fix: 'Use `index: { algorithm: :concurrently }` with `disable_ddl_transaction!`.',
        severity: 'medium',
      },
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
        pattern: /\bop\.alter_column\((?=[^()]{0,200}(?:\([^()]*\)[^()]{0,200})*\bnullable\s*=\s*False)/g,
        what: 'Requires a value: the whole table is read while nobody can use it, and it fails where one is missing.',
        fix: 'Fill the column first, and add a check constraint that is validated later.',
        severity: 'medium',
      },
      {
        pattern: /\bop\.create_(?:foreign_key|check_constraint)\(/g,
        unless: /postgresql_not_valid\s*=\s*True/,
        what: constraint,
        fix: 'Add it with `postgresql_not_valid=True`, and validate it in a later migration.',
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
      {
        pattern: /\.addColumn\((?=[^]{0,400}?(?:allowNull|isNullable):\s*false)/g,
        unless: /default(?:Value)?\s*:|isGenerated|autoIncrement/,
        what: required,
        fix: fill,
        severity: 'high',
      },
    ],
  },
  {
    path: /(?:^|\/)database\/migrations\/(?:.*\/)?[^/]+\.php$/,
    back: /\bfunction\s+down\s*\(/,
    sql: /\bDB::(?:statement|unprepared)\(\s*(?<quote>["'])(?<sql>[^]*?)\k<quote>/g,
    patterns: [
      {
        pattern: /->drop(?:Column|SoftDeletes|Timestamps|Morphs|ConstrainedForeignId)\(/g,
        what: dropColumn,
        fix: stepwise,
        severity: 'high',
      },
      { pattern: /\bSchema::drop(?:IfExists)?\(/g, what: dropTable, fix: stepwise, severity: 'high' },
      { pattern: /->renameColumn\(|\bSchema::rename\(/g, what: rename, fix: gradual, severity: 'high' },
      { pattern: /->change\(\)/g, what: type, fix: gradual, severity: 'medium' },
    ],
  },
  {
    path: /(?:^|\/)Migrations\/(?:.*\/)?\d{8,14}_[^/]+(?<!\.Designer)\.cs$/,
    back: /\boverride\s+void\s+Down\s*\(/,
    sql: /\bmigrationBuilder\.Sql\(\s*@?(?<quote>")(?<sql>[^"]*)\k<quote>/g,
    patterns: [
      { pattern: /\bmigrationBuilder\.DropColumn\(/g, what: dropColumn, fix: stepwise, severity: 'high' },
      { pattern: /\bmigrationBuilder\.DropTable\(/g, what: dropTable, fix: stepwise, severity: 'high' },
      {
        pattern: /\bmigrationBuilder\.Rename(?:Column|Table)\(/g,
        what: rename,
        fix: gradual,
        severity: 'high',
      },
      {
        pattern: /\bmigrationBuilder\.AlterColumn(?:<[^>]*>)?\(/g,
        what: type,
        fix: gradual,
        severity: 'medium',
      },
      {
        pattern: /\bmigrationBuilder\.AddColumn(?:<[^>]*>)?\((?=[^;]*\bnullable:\s*false)/g,
        unless: /defaultValue(?:Sql)?\s*:|computedColumnSql|Identity/,
        what: required,
        fix: fill,
        severity: 'high',
      },
    ],
  },
  {
    path: /(?:^|\/)repo\/migrations\/[^/]+\.exs$/,
    back: /^\s*def down\b/m,
    sql: /\bexecute\(?\s*(?<quote>"""|")(?<sql>[^]*?)\k<quote>/g,
    patterns: [
      {
        pattern: /^\s*remove(?:_if_exists)?[ (]\s*:/gm,
        what: dropColumn,
        fix: stepwise,
        severity: 'high',
      },
      {
        pattern: /^\s*drop(?:_if_exists)?[ (]\s*table\b/gm,
        what: dropTable,
        fix: stepwise,
        severity: 'high',
      },
      { pattern: /^\s*rename[ (]\s*table\b/gm, what: rename, fix: gradual, severity: 'high' },
      { pattern: /^\s*modify[ (]\s*:/gm, what: type, fix: gradual, severity: 'medium' },
      {
        pattern: /^\s*create[ (]\s*(?:unique_)?index\b/gm,
        unless: /concurrently:\s*true/,
        what: index,
        fix: 'Use `concurrently: true` with `@disable_ddl_transaction true`.',
        severity: 'medium',
      },
    ],
  },
];
