import { type Framework, frameworks } from './framework-patterns.ts';
import { isLiquibasePath, liquibaseRisks } from './liquibase.ts';
import { type MigrationRisk, sqlRisks } from './sql.ts';

/** Files that are plain SQL migrations: Flyway, Liquibase, goose, dbmate, Prisma, Rails' structure apart. */
const sqlPath =
  /(?:^|\/)(?:migrations?|migrate|changesets|flyway|liquibase|schema-changes|db)\/(?:.*\/)?[^/]+\.sql$|(?:^|\/)[VRU]\d[\w.]*__[^/]+\.sql$/i;

/** Whether a path is where a migration would be. */
export function isMigrationPath(path: string): boolean {
  return (
    isSqlMigration(path) || isLiquibasePath(path) || frameworks.some(framework => framework.path.test(path))
  );
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
    return sqlRisks(upPart(text, /^--\s*(?:\+goose\s+down|migrate:down|!ups?\s*$|@undo)/im));
  if (isLiquibasePath(path)) return liquibaseRisks(text);
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
  const model = /^migrations\.\w+\([^]*?\bmodel_name\s*=\s*["'](?<model>\w+)/.exec(call)?.groups?.['model'];
  if (model !== undefined)
    return new RegExp(String.raw`\bCreateModel\(\s*(?:name\s*=\s*)?["']${model}["']`, 'i').test(text);
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
