import { describe, expect, it } from 'vitest';
import { type Change, checkTexts, told } from './check-texts.ts';

describe('risky migrations', () => {
  it.each([
    [
      'required column',
      'ALTER TABLE users ADD COLUMN age int NOT NULL;',
      'Adds a column that must have a value',
      'high',
    ],
    ['required column with default', 'ALTER TABLE users ADD COLUMN age int NOT NULL DEFAULT 0;', '', ''],
    [
      'required column of a new table',
      'CREATE TABLE users (id int);\nALTER TABLE users ADD COLUMN age int NOT NULL;',
      '',
      '',
    ],
    ['index', 'CREATE INDEX users_age ON users (age);', 'without CONCURRENTLY', 'medium'],
    ['unique index', 'create unique index if not exists i on users (age);', 'without CONCURRENTLY', 'medium'],
    ['concurrent index', 'CREATE INDEX CONCURRENTLY users_age ON users (age);', '', ''],
    ['index of a new table', 'CREATE TABLE users (id int);\nCREATE INDEX i ON users (id);', '', ''],
    ['index in MySQL', 'CREATE INDEX i ON `users` (`age`);', '', ''],
    ['dropped column', 'ALTER TABLE users DROP COLUMN age;', 'Drops a column', 'high'],
    ['dropped constraint', 'ALTER TABLE users DROP CONSTRAINT users_age;', '', ''],
    ['dropped default', 'ALTER TABLE users ALTER COLUMN age DROP DEFAULT;', '', ''],
    ['dropped table', 'DROP TABLE IF EXISTS users;', 'Drops a table', 'high'],
    ['renamed column', 'ALTER TABLE users RENAME COLUMN age TO years;', 'Renames a column', 'high'],
    ['renamed table', 'ALTER TABLE users RENAME TO people;', 'Renames a column or table', 'high'],
    ['other type', 'ALTER TABLE users ALTER COLUMN age TYPE bigint;', 'Changes a column’s type', 'medium'],
    ['enum', "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';", 'Changes a type', 'medium'],
    ['required value', 'ALTER TABLE users ALTER age SET NOT NULL;', 'SET NOT NULL reads', 'medium'],
    [
      'checked constraint',
      'ALTER TABLE a ADD CONSTRAINT c FOREIGN KEY (b) REFERENCES d;',
      'checked at once',
      'medium',
    ],
    [
      'unchecked constraint',
      'ALTER TABLE a ADD CONSTRAINT c FOREIGN KEY (b) REFERENCES d NOT VALID;',
      '',
      '',
    ],
    ['update of all', 'UPDATE users SET age = 1;', 'has no WHERE', 'high'],
    ['update of some', 'UPDATE users SET age = 1 WHERE id = 2;', '', ''],
    ['delete of all', 'DELETE FROM users;', 'has no WHERE', 'high'],
    ['truncate', 'TRUNCATE TABLE users;', 'Empties a table', 'high'],
    [
      'words in a comment or a string',
      "-- DROP TABLE users;\nINSERT INTO a VALUES ('x; DROP TABLE users;');",
      '',
      '',
    ],
    ['the way back', 'SELECT 1;\n-- migrate:down\nDROP TABLE users;', '', ''],
  ])('SQL: %s', async (_, sql, message, severity) => {
    const found = (await checkTexts({ 'db/migrations/001_users.sql': [null, `${sql}\n`] })).filter(
      ({ rule }) => rule === 'risky-migration',
    );
    expect(found.map(finding => [finding.message.includes(message), finding.severity])).toEqual(
      message === '' ? [] : [[true, severity]],
    );
  });

  it.each([
    [
      'shop/migrations/0002_a.py',
      'class Migration(migrations.Migration):\n    operations = [\n        migrations.RemoveField(model_name="a", name="b"),\n    ]\n',
      '3 Drops a column',
    ],
    [
      'shop/migrations/0003_a.py',
      'operations = [\n    migrations.AddField(\n        model_name="a", name="b", field=models.IntegerField(),\n    ),\n]\n',
      '2 Adds a column',
    ],
    [
      'shop/migrations/0004_a.py',
      'operations = [\n    migrations.AddField("a", "b", models.IntegerField(null=True)),\n]\n',
      '',
    ],
    [
      'shop/migrations/0005_a.py',
      'operations = [\n    migrations.RunSQL("DELETE FROM users"),\n]\n',
      '2 Deletes every row',
    ],
    [
      'db/migrate/20260101_a.rb',
      'class A < ActiveRecord::Migration[8.0]\n  def change\n    add_index :users, :age\n  end\nend\n',
      '3 Creates an index',
    ],
    [
      'db/migrate/20260102_a.rb',
      'class A\n  def change\n    create_table :users\n    add_index :users, :age\n  end\nend\n',
      '',
    ],
    [
      'db/migrate/20260103_a.rb',
      'class A\n  def up\n  end\n  def down\n    drop_table :users\n  end\nend\n',
      '',
    ],
    [
      'alembic/versions/ab_a.py',
      'def upgrade():\n    op.drop_column("users", "age")\n\ndef downgrade():\n    op.drop_table("b")\n',
      '2 Drops a column',
    ],
    [
      'migrations/01_a.js',
      'exports.up = knex => knex.schema.alterTable("a", t => {\n  t.dropColumn("b");\n});\nexports.down = knex => knex.schema.dropTable("a");\n',
      '2 Drops a column',
    ],
    [
      'migrations/02_a.ts',
      'export async function up(knex) {\n  await knex.raw("UPDATE users SET a = 1");\n}\nexport async function down(knex) {\n  await knex.schema.dropTable("a");\n}\n',
      '2 Changes every row',
    ],
    [
      'prisma/migrations/1/migration.sql',
      'ALTER TABLE "User" ADD COLUMN "age" INTEGER NOT NULL;\n',
      '1 Adds a column',
    ],
    ['src/main/resources/db/migration/V2__age.sql', 'ALTER TABLE users DROP age;\n', '1 Drops a column'],
  ])('%s', async (path, text, expected) => {
    const found = told(await checkTexts({ [path]: [null, text] }), 'risky-migration');
    expect(found).toHaveLength(expected === '' ? 0 : 1);
    expect(found.join('')).toContain(expected === '' ? '' : `${path}:${expected}`);
  });

  it('looks at what the change adds only', async () => {
    const before = 'DROP TABLE old;\n';
    const change: Change = { 'db/migrations/1.sql': [before, `${before}SELECT 1;\n`] };
    expect(told(await checkTexts(change), 'risky-migration')).toEqual([]);
  });
});

const openapi = (paths: unknown, components: unknown = {}): string =>
  JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, paths, components }, null, 2);
const answer = (schema: unknown): unknown => ({
  responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } },
});

describe('OpenAPI', () => {
  it.each([
    ['path removed', { '/a': { get: answer({}) } }, {}, '`/a` was removed'],
    [
      'operation removed',
      { '/a': { get: answer({}), post: answer({}) } },
      { '/a': { get: answer({}) } },
      '`POST /a` was removed',
    ],
    ['path parameter renamed', { '/a/{id}': { get: answer({}) } }, { '/a/{key}': { get: answer({}) } }, ''],
    [
      'new required parameter',
      { '/a': { get: answer({}) } },
      {
        '/a': {
          get: {
            ...(answer({}) as object),
            parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }],
          },
        },
      },
      '`GET /a` now needs the parameter `q`',
    ],
    [
      'response property removed',
      { '/a': { get: answer({ type: 'object', properties: { id: { type: 'string' }, b: {} } }) } },
      { '/a': { get: answer({ type: 'object', properties: { id: { type: 'string' } } }) } },
      'no longer has the property `b`',
    ],
    [
      'response type changed',
      { '/a': { get: answer({ type: 'object', properties: { id: { type: 'string' } } }) } },
      { '/a': { get: answer({ type: 'object', properties: { id: { type: 'integer' } } }) } },
      '(`id`) is integer and was string',
    ],
    [
      'response removed',
      { '/a': { get: { responses: { 200: {}, 404: {} } } } },
      { '/a': { get: { responses: { 204: {} } } } },
      'no longer answers 200',
    ],
    [
      'response property added',
      { '/a': { get: answer({ properties: {} }) } },
      { '/a': { get: answer({ properties: { c: {} } }) } },
      '',
    ],
    [
      'body needs more',
      {
        '/a': {
          post: {
            requestBody: { content: { 'application/json': { schema: { properties: { a: {} } } } } },
            responses: {},
          },
        },
      },
      {
        '/a': {
          post: {
            requestBody: {
              content: { 'application/json': { schema: { properties: { a: {} }, required: ['a'] } } },
            },
            responses: {},
          },
        },
      },
      'now needs the property `a`',
    ],
  ])('%s', async (_, before, after, expected) => {
    const findings = await checkTexts({ 'api/openapi.json': [openapi(before), openapi(after)] });
    const messages = told(findings, 'breaking-openapi');
    expect(messages).toHaveLength(expected === '' ? 0 : 1);
    expect(messages.join('')).toContain(expected);
  });

  it('follows references and stands where the new text shows it', async () => {
    const yaml = (type: string): string =>
      `openapi: 3.0.3\ninfo: { title: a, version: '1' }\npaths:\n  /a:\n    get:\n      responses:\n        '200':\n          content:\n            application/json:\n              schema:\n                $ref: '#/components/schemas/A'\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties:\n        id: { type: ${type} }\n`;
    const findings = await checkTexts({ 'openapi.yaml': [yaml('string'), yaml('integer')] });
    expect(told(findings, 'breaking-openapi')).toEqual([
      'openapi.yaml:17 `GET /a`: the answer 200 (`id`) is integer and was string.',
    ]);
  });

  it('survives what is no description', async () => {
    const change: Change = { 'a.yaml': ['openapi: 3.0.0\npaths: [', 'openapi: 3.0.0\npaths: 7\n'] };
    expect(told(await checkTexts(change), 'breaking-openapi')).toEqual([]);
  });
});

describe('schemas', () => {
  const schema = (rest: object): string =>
    JSON.stringify(
      { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', ...rest },
      null,
      2,
    );

  it.each([
    [
      'required property',
      { properties: { a: {} } },
      { properties: { a: {} }, required: ['a'] },
      'now needs the property `a`',
    ],
    [
      'narrower type',
      { properties: { a: { type: ['string', 'null'] } } },
      { properties: { a: { type: 'string' } } },
      '`a` is string and was string or null',
    ],
    [
      'enum value',
      { properties: { a: { enum: [1, 2] } } },
      { properties: { a: { enum: [1] } } },
      'no longer takes 2',
    ],
    ['wider type', { properties: { a: { type: 'integer' } } }, { properties: { a: { type: 'number' } } }, ''],
  ])('JSON Schema: %s', async (_, before, after, expected) => {
    const messages = told(
      await checkTexts({ 'a.schema.json': [schema(before), schema(after)] }),
      'breaking-schema',
    );
    expect(messages).toHaveLength(expected === '' ? 0 : 1);
    expect(messages.join('')).toContain(expected);
  });

  const proto = (body: string): string => `syntax = "proto3";\nmessage Cart {\n${body}}\n`;
  it.each([
    [
      'field removed',
      '  string id = 1;\n  int32 n = 2;\n',
      '  string id = 1;\n',
      'its number 2 is not reserved',
    ],
    ['field reserved', '  string id = 1;\n  int32 n = 2;\n', '  reserved 2;\n  string id = 1;\n', ''],
    ['type changed', '  string id = 1;\n', '  int64 id = 1;\n', '`Cart.id` is `int64` and was `string`'],
    ['name changed', '  string id = 1;\n', '  string key = 1;\n', 'is `key` and was `id`'],
    ['field added', '  string id = 1;\n', '  string id = 1;\n  bool b = 3;\n', ''],
  ])('Protocol Buffers: %s', async (_, before, after, expected) => {
    const messages = told(
      await checkTexts({ 'cart.proto': [proto(before), proto(after)] }),
      'breaking-schema',
    );
    expect(messages).toHaveLength(expected === '' ? 0 : 1);
    expect(messages.join('')).toContain(expected);
  });
});
