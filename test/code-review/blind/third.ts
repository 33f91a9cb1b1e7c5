import type { ReviewCase } from './review-case.ts';

/** Refactorings that harm nobody, and changes that do, in frameworks that the first two sets hardly hold. */
export const thirdCases: readonly ReviewCase[] = [
  {
    name: 'refactoring: TypeScript, a function becomes an arrow of the same signature',
    files: {
      'src/slug.ts': [
        "export function slug(title: string, separator = '-'): string {\n  return title.toLowerCase().split(' ').join(separator);\n}\n",
        "export const slug = (title: string, separator = '-'): string =>\n  title.toLowerCase().split(' ').join(separator);\n",
      ],
    },
    finds: [],
  },
  {
    name: 'refactoring: TypeScript, a class moves to a file of its own and is exported on',
    files: {
      'src/store.ts': [
        'export class Store {\n  get(key: string): string | undefined {\n    return undefined;\n  }\n}\n\nexport function open(): Store {\n  return new Store();\n}\n',
        "import { Store } from './store-class.ts';\n\nexport { Store } from './store-class.ts';\n\nexport function open(): Store {\n  return new Store();\n}\n",
      ],
      'src/store-class.ts': [
        null,
        'export class Store {\n  get(key: string): string | undefined {\n    return undefined;\n  }\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'refactoring: TypeScript, type and interface swapped, members in another order',
    files: {
      'src/user.ts': [
        'export interface User {\n  id: number;\n  name: string;\n}\n',
        'export type User = {\n  readonly name: string;\n  readonly id: number;\n};\n',
      ],
    },
    finds: [],
  },
  {
    name: 'refactoring: JavaScript, var becomes const and strings become templates',
    files: {
      'lib/greet.js': [
        "var prefix = 'Hello';\nmodule.exports = { greet: function (name) { return prefix + ', ' + name; } };\n",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a program
        "const prefix = 'Hello';\nmodule.exports = { greet(name) { return `${prefix}, ${name}`; } };\n",
      ],
    },
    finds: [],
  },
  {
    name: 'refactoring: Python, a private helper is renamed and hints are added',
    files: {
      'shop/cart.py': [
        'def _sum(items):\n    return sum(items)\n\n\ndef total(items, tax=0):\n    return _sum(items) + tax\n',
        'def _add_up(items: list[int]) -> int:\n    return sum(items)\n\n\ndef total(items: list[int], tax: int = 0) -> int:\n    return _add_up(items) + tax\n',
      ],
    },
    finds: [],
    // Three lines do look different, and nothing says that they do the same.
    may: ['missing-tests shop/cart.py'],
  },
  {
    name: 'refactoring: Python, a module becomes a package that exports the same',
    files: {
      'shop/prices.py': ['def gross(net):\n    return net * 1.2\n', null],
      'shop/prices/__init__.py': [null, 'from .gross import gross\n\n__all__ = ["gross"]\n'],
      'shop/prices/gross.py': [null, 'def gross(net):\n    return net * 1.2\n'],
    },
    finds: [],
  },
  {
    name: 'refactoring: Go, a receiver is renamed and a helper extracted',
    files: {
      'cart/cart.go': [
        'package cart\n\ntype Cart struct{ items []int }\n\nfunc (c *Cart) Total() int {\n\tsum := 0\n\tfor _, i := range c.items {\n\t\tsum += i\n\t}\n\treturn sum\n}\n',
        'package cart\n\ntype Cart struct{ items []int }\n\nfunc (cart *Cart) Total() int { return add(cart.items) }\n\nfunc add(items []int) (sum int) {\n\tfor _, item := range items {\n\t\tsum += item\n\t}\n\treturn sum\n}\n',
      ],
      'cart/cart_test.go': [
        'package cart\n\nimport "testing"\n\nfunc TestTotal(t *testing.T) {}\n',
        'package cart\n\nimport "testing"\n\nfunc TestTotal(t *testing.T) { t.Parallel() }\n',
      ],
    },
    finds: [],
  },
  {
    name: 'refactoring: Java, parameters become final and a private method is extracted',
    files: {
      'src/main/java/shop/Cart.java': [
        'package shop;\n\npublic class Cart {\n  public int total(int[] prices) {\n    int sum = 0;\n    for (int price : prices) sum += price;\n    return sum;\n  }\n}\n',
        'package shop;\n\npublic class Cart {\n  public int total(final int[] prices) {\n    return add(prices);\n  }\n\n  private static int add(final int[] prices) {\n    int sum = 0;\n    for (final int price : prices) sum += price;\n    return sum;\n  }\n}\n',
      ],
      'src/test/java/shop/CartTest.java': ['class CartTest {}\n', 'class CartTest { void t() {} }\n'],
    },
    finds: [],
  },
  {
    name: 'refactoring: Rust, unwrap becomes ?, beside its tests in the file',
    files: {
      'src/config.rs': [
        'pub fn load(path: &str) -> Result<Config, Error> {\n    let text = std::fs::read_to_string(path).unwrap();\n    Ok(parse(&text))\n}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn loads() {}\n}\n',
        'pub fn load(path: &str) -> Result<Config, Error> {\n    let text = std::fs::read_to_string(path)?;\n    Ok(parse(&text))\n}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn loads() {}\n\n    #[test]\n    fn tells_of_a_missing_file() {}\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'refactoring: C#, members with expression bodies',
    files: {
      'src/Cart.cs': [
        'public class Cart\n{\n    public int Count\n    {\n        get { return items.Count; }\n    }\n}\n',
        'public class Cart\n{\n    public int Count => items.Count;\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'refactoring: Kotlin, named arguments and a when',
    files: {
      'src/main/kotlin/Price.kt': [
        'fun label(kind: Int): String {\n    if (kind == 1) return "a"\n    return "b"\n}\n',
        'fun label(kind: Int): String = when (kind) {\n    1 -> "a"\n    else -> "b"\n}\n',
      ],
      'src/test/kotlin/PriceTest.kt': ['class PriceTest\n', 'class PriceTest { fun a() {} }\n'],
    },
    finds: [],
  },
  {
    name: 'refactoring: Ruby, a magic comment and double quotes',
    files: {
      'app/models/cart.rb': [
        "class Cart\n  NAME = 'cart'\nend\n",
        '# frozen_string_literal: true\n\nclass Cart\n  NAME = "cart"\nend\n',
      ],
    },
    finds: [],
  },
  {
    name: 'harmless: a migration that only makes a table, its index and its key',
    files: {
      'db/migrations/20261121_invoices.sql': [
        null,
        'CREATE TABLE invoices (\n  id bigserial PRIMARY KEY,\n  order_id bigint NOT NULL REFERENCES orders (id),\n  total numeric NOT NULL DEFAULT 0\n);\nCREATE INDEX invoices_order_id ON invoices (order_id);\n',
      ],
    },
    finds: [],
  },
  {
    name: 'harmless: OpenAPI gains a path, an optional parameter and descriptions',
    files: {
      'openapi.yaml': [
        'openapi: 3.0.3\ninfo: { title: Shop, version: 1.0.0 }\npaths:\n  /orders:\n    get:\n      responses:\n        "200": { description: ok }\n',
        'openapi: 3.0.3\ninfo: { title: Shop, version: 1.1.0 }\npaths:\n  /orders:\n    get:\n      summary: All orders\n      parameters:\n        - { name: page, in: query, schema: { type: integer } }\n      responses:\n        "200": { description: The orders }\n  /invoices:\n    get:\n      responses:\n        "200": { description: ok }\n',
      ],
    },
    finds: [],
  },
  {
    name: 'harmless: a message gains a field and comments',
    files: {
      'proto/order.proto': [
        'syntax = "proto3";\nmessage Order {\n  string id = 1;\n}\n',
        'syntax = "proto3";\n// An order.\nmessage Order {\n  string id = 1; // its number\n  optional int64 total = 2;\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'harmless: a version and a script of the manifest change, dependencies do not',
    files: {
      'package.json': [
        '{\n  "name": "shop",\n  "version": "1.0.0",\n  "scripts": { "test": "jest" },\n  "dependencies": { "pg": "8.0.0" }\n}\n',
        '{\n  "name": "shop",\n  "version": "1.1.0",\n  "scripts": { "test": "vitest run" },\n  "dependencies": { "pg": "8.0.0" }\n}\n',
      ],
    },
    lockFiles: ['package-lock.json'],
    finds: [],
  },
  {
    name: 'harmless: a command line prints, a test logs, a script echoes',
    files: {
      'cmd/shop/main.go': [
        'package main\n\nfunc main() {}\n',
        'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("shop 1.0") }\n',
      ],
      'test/cart.spec.ts': ["it('adds', () => {});\n", "it('adds', () => {\n  console.log('x');\n});\n"],
      'scripts/release.mjs': ["import 'node:fs';\n", "import 'node:fs';\nconsole.log('released');\n"],
    },
    finds: [],
  },
  {
    name: 'Rails: a column is removed',
    files: {
      'db/migrate/20261121100000_drop_nickname.rb': [
        null,
        'class DropNickname < ActiveRecord::Migration[7.2]\n  def change\n    remove_column :users, :nickname, :string\n  end\nend\n',
      ],
    },
    finds: ['risky-migration db/migrate/20261121100000_drop_nickname.rb:3'],
  },
  {
    name: 'Rails: an index is added without algorithm: :concurrently',
    files: {
      'db/migrate/20261121100001_index_orders.rb': [
        null,
        'class IndexOrders < ActiveRecord::Migration[7.2]\n  def change\n    add_index :orders, :customer_id\n  end\nend\n',
      ],
    },
    finds: ['risky-migration db/migrate/20261121100001_index_orders.rb:3'],
  },
  {
    name: 'Django: a field becomes required without default, and one is renamed',
    files: {
      'shop/migrations/0007_order.py': [
        null,
        "from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n    dependencies = [('shop', '0006_x')]\n    operations = [\n        migrations.RenameField('order', 'sum', 'total'),\n        migrations.RemoveField('order', 'note'),\n    ]\n",
      ],
    },
    finds: [
      'risky-migration shop/migrations/0007_order.py:7',
      'risky-migration shop/migrations/0007_order.py:8',
    ],
  },
  {
    name: 'Laravel: a column is dropped on the way up',
    files: {
      'database/migrations/2026_11_21_000000_drop_note.php': [
        null,
        "<?php\nuse Illuminate\\Database\\Migrations\\Migration;\nuse Illuminate\\Support\\Facades\\Schema;\n\nreturn new class extends Migration {\n    public function up(): void\n    {\n        Schema::table('orders', function ($table) {\n            $table->dropColumn('note');\n        });\n    }\n\n    public function down(): void\n    {\n        Schema::table('orders', function ($table) {\n            $table->string('note')->nullable();\n        });\n    }\n};\n",
      ],
    },
    finds: ['risky-migration database/migrations/2026_11_21_000000_drop_note.php:9'],
  },
  {
    name: 'EF Core: a table is dropped',
    files: {
      'src/Data/Migrations/20261121_DropAudit.cs': [
        null,
        'public partial class DropAudit : Migration\n{\n    protected override void Up(MigrationBuilder migrationBuilder)\n    {\n        migrationBuilder.DropTable(name: "Audit");\n    }\n\n    protected override void Down(MigrationBuilder migrationBuilder)\n    {\n        migrationBuilder.CreateTable(name: "Audit");\n    }\n}\n',
      ],
    },
    finds: ['risky-migration src/Data/Migrations/20261121_DropAudit.cs:5'],
  },
  {
    name: 'Alembic: a column becomes NOT NULL',
    files: {
      'alembic/versions/1a2b_required.py': [
        null,
        "from alembic import op\n\nrevision = '1a2b'\n\n\ndef upgrade():\n    op.alter_column('orders', 'email', nullable=False)\n\n\ndef downgrade():\n    op.alter_column('orders', 'email', nullable=True)\n",
      ],
    },
    finds: ['risky-migration alembic/versions/1a2b_required.py:7'],
  },
  {
    name: 'SQL: everything is updated and a column retyped',
    files: {
      'migrations/V12__prices.sql': [
        null,
        "ALTER TABLE orders ALTER COLUMN total TYPE bigint;\nUPDATE orders SET currency = 'EUR';\n",
      ],
    },
    finds: ['risky-migration migrations/V12__prices.sql:1', 'risky-migration migrations/V12__prices.sql:2'],
  },
  {
    name: 'Go: an exported function gets a context first',
    files: {
      'store/store.go': [
        'package store\n\nfunc Load(id string) (string, error) { return "", nil }\n',
        'package store\n\nimport "context"\n\nfunc Load(ctx context.Context, id string) (string, error) { return "", nil }\n',
      ],
    },
    finds: ['breaking-export store/store.go'],
  },
  {
    name: 'Python: a keyword loses its default, a public class is gone',
    files: {
      'shop/api.py': [
        'class Client:\n    pass\n\n\ndef fetch(url, timeout=5):\n    return None\n',
        'def fetch(url, timeout):\n    return None\n',
      ],
    },
    finds: ['breaking-export shop/api.py:1', 'breaking-export shop/api.py'],
  },
  {
    name: 'Java: a public method becomes package-private',
    files: {
      'src/main/java/shop/Orders.java': [
        'package shop;\n\npublic class Orders {\n  public int count() {\n    return 1;\n  }\n}\n',
        'package shop;\n\npublic class Orders {\n  int count() {\n    return 1;\n  }\n}\n',
      ],
    },
    finds: ['breaking-export src/main/java/shop/Orders.java'],
  },
  {
    name: 'documents: an option that was removed is still described',
    files: {
      'src/cli.ts': [
        "program.option('--dry-run', 'only show');\nprogram.option('--force-color', 'colours');\n",
        "program.option('--dry-run', 'only show');\n",
      ],
    },
    documents: { 'docs/usage.md': '# Usage\n\nPass `--force-color` for colours.\n' },
    finds: ['stale-docs docs/usage.md:3'],
  },
  {
    name: 'GraphQL: an argument becomes required and a value goes',
    files: {
      'schema.graphql': [
        'type Query {\n  orders(first: Int): [String!]!\n}\n\nenum State {\n  OPEN\n  PAID\n}\n',
        'type Query {\n  orders(first: Int!): [String!]!\n}\n\nenum State {\n  OPEN\n}\n',
      ],
    },
    finds: ['breaking-schema schema.graphql:2', 'breaking-schema schema.graphql'],
  },
  {
    name: 'tests: behaviour of a Go handler changes without a test',
    files: {
      'api/handler.go': [
        'package api\n\nfunc Status(code int) string {\n\treturn "ok"\n}\n',
        'package api\n\nfunc Status(code int) string {\n\tif code >= 500 {\n\t\treturn "broken"\n\t}\n\tif code >= 400 {\n\t\treturn "refused"\n\t}\n\treturn "ok"\n}\n',
      ],
    },
    finds: ['missing-tests api/handler.go'],
  },
];
