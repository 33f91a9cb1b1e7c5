import type { ReviewCase } from './review-case.ts';

/** The second set's manifests, migrations and schemas. */
export const secondFileCases: readonly ReviewCase[] = [
  {
    name: 'pnpm: the catalog of the workspace changes with the lock file',
    files: {
      'pnpm-workspace.yaml': ['catalog:\n  left: ^1.0.0\n', 'catalog:\n  left: ^1.1.0\n'],
      'pnpm-lock.yaml': ["lockfileVersion: '9.0'\nleft: 1.0.0\n", "lockfileVersion: '9.0'\nleft: 1.1.0\n"],
    },
    finds: [],
  },
  {
    name: 'the version of the package is raised, lock file too',
    files: {
      'package.json': [
        '{\n  "name": "a",\n  "version": "1.0.0"\n}\n',
        '{\n  "name": "a",\n  "version": "1.0.1"\n}\n',
      ],
      'package-lock.json': [
        '{\n  "name": "a",\n  "version": "1.0.0"\n}\n',
        '{\n  "name": "a",\n  "version": "1.0.1"\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'the version of the package is raised, lock file not',
    files: {
      'package.json': [
        '{\n  "name": "a",\n  "version": "1.0.0"\n}\n',
        '{\n  "name": "a",\n  "version": "1.0.1"\n}\n',
      ],
    },
    lockFiles: ['package-lock.json'],
    finds: [],
  },
  {
    name: 'pyproject: a dependency is added, uv.lock stays',
    files: {
      'pyproject.toml': [
        '[project]\nname = "a"\ndependencies = [\n  "httpx>=0.27",\n]\n',
        '[project]\nname = "a"\ndependencies = [\n  "httpx>=0.27",\n  "pydantic>=2",\n]\n',
      ],
    },
    lockFiles: ['uv.lock'],
    finds: ['lock-file pyproject.toml:5'],
  },
  {
    name: 'pyproject: a setting of a linter changes',
    files: {
      'pyproject.toml': [
        '[project]\nname = "a"\n\n[tool.ruff]\nline-length = 88\nselect = [\n  "E",\n]\n',
        '[project]\nname = "a"\n\n[tool.ruff]\nline-length = 100\nselect = [\n  "E",\n  "F401",\n]\n',
      ],
    },
    lockFiles: ['uv.lock'],
    finds: [],
  },
  {
    name: 'Gemfile: a comment',
    files: {
      Gemfile: ["gem 'rails'\n", "# The framework\ngem 'rails'\n"],
    },
    lockFiles: ['Gemfile.lock'],
    finds: [],
  },
  {
    name: 'Laravel: a column is dropped',
    files: {
      'database/migrations/2024_01_05_000000_drop_nick.php': [
        null,
        "<?php\n\nreturn new class extends Migration {\n    public function up(): void\n    {\n        Schema::table('users', function (Blueprint $table) {\n            $table->dropColumn('nick');\n        });\n    }\n\n    public function down(): void\n    {\n        Schema::table('users', function (Blueprint $table) {\n            $table->string('nick')->nullable();\n        });\n    }\n};\n",
      ],
    },
    finds: ['risky-migration database/migrations/2024_01_05_000000_drop_nick.php:7'],
  },
  {
    name: 'Rails: a block changes a table',
    files: {
      'db/migrate/20240105_change_users.rb': [
        null,
        'class ChangeUsers < ActiveRecord::Migration[7.1]\n  def change\n    change_table :users, bulk: true do |t|\n      t.string :nick\n      t.remove :name\n    end\n  end\nend\n',
      ],
    },
    finds: ['risky-migration db/migrate/20240105_change_users.rb:5'],
  },
  {
    name: 'Rails: a foreign key that is validated later',
    files: {
      'db/migrate/20240106_fk.rb': [
        null,
        'class Fk < ActiveRecord::Migration[7.1]\n  def change\n    add_foreign_key :orders, :users, validate: false\n  end\nend\n',
      ],
    },
    finds: [],
  },
  {
    name: 'Django: an index on a table of the same migration',
    files: {
      'shop/migrations/0020_tag.py': [
        null,
        "from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n    operations = [\n        migrations.CreateModel(\n            name='Tag',\n            fields=[('id', models.BigAutoField(primary_key=True)), ('name', models.CharField(max_length=50))],\n        ),\n        migrations.AddIndex(\n            model_name='tag',\n            index=models.Index(fields=['name'], name='tag_name'),\n        ),\n    ]\n",
      ],
    },
    finds: [],
  },
  {
    name: 'SQL: a column with a default, a comment and a nullable one at once',
    files: {
      'migrations/0030.up.sql': [
        null,
        "ALTER TABLE users\n  ADD COLUMN active boolean NOT NULL DEFAULT true,\n  ADD COLUMN note text; -- may be NULL\nCOMMENT ON COLUMN users.note IS 'free; text';\n",
      ],
    },
    finds: [],
  },
  {
    name: 'SQL: a unique constraint is added',
    files: {
      'migrations/0031.up.sql': [null, 'ALTER TABLE users ADD CONSTRAINT users_mail UNIQUE (mail);\n'],
    },
    finds: ['risky-migration migrations/0031.up.sql:1'],
  },
  {
    name: 'SQL: a view is replaced and a function dropped',
    files: {
      'migrations/0032.up.sql': [
        null,
        'CREATE OR REPLACE VIEW active AS SELECT * FROM users WHERE active;\nDROP FUNCTION IF EXISTS old();\n',
      ],
    },
    finds: [],
  },
  {
    name: 'GraphQL: descriptions, deprecation and a comment with braces',
    files: {
      'api/schema.graphqls': [
        'type Query {\n  me: User\n}\ntype User {\n  id: ID!\n  nick: String\n}\n',
        '# { not a type }\n"""\nWhere it {begins}.\n"""\ntype Query {\n  "Oneself."\n  me: User\n}\ntype User @key(fields: "id") {\n  id: ID!\n  nick: String @deprecated(reason: "use name")\n  name: String\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'GraphQL: a type moves to another file',
    files: {
      'schema/a.graphql': [
        'type Query {\n  me: User\n}\ntype User {\n  id: ID!\n}\n',
        'type Query {\n  me: User\n}\n',
      ],
      'schema/user.graphql': [null, 'type User {\n  id: ID!\n}\n'],
    },
    finds: [],
  },
  {
    name: 'GraphQL: an enum loses a value, an input gets a required field with a default',
    files: {
      'schema.gql': [
        'enum State { OPEN CLOSED }\ninput Filter {\n  state: State\n}\n',
        'enum State { OPEN }\ninput Filter {\n  state: State\n  first: Int! = 10\n}\n',
      ],
    },
    finds: ['breaking-schema schema.gql'],
  },
  {
    name: 'JSON Schema: a property becomes required',
    files: {
      'config.schema.json': [
        '{\n  "$schema": "https://json-schema.org/draft/2020-12/schema",\n  "type": "object",\n  "properties": {\n    "a": { "type": "string" }\n  }\n}\n',
        '{\n  "$schema": "https://json-schema.org/draft/2020-12/schema",\n  "type": "object",\n  "required": ["a"],\n  "properties": {\n    "a": { "type": "string" }\n  }\n}\n',
      ],
    },
    finds: ['breaking-schema config.schema.json'],
  },
];
