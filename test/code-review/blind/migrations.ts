import type { ReviewCase } from './review-case.ts';

const added = (name: string, path: string, text: string, finds: readonly string[]): ReviewCase => ({
  name,
  files: { [path]: [null, text] },
  finds: finds.map(place => `risky-migration ${path}${place}`),
});

/** Migrations of several frameworks. */
export const migrationCases: readonly ReviewCase[] = [
  added(
    'Rails: a column is removed',
    'db/migrate/20240105120000_remove_legacy_from_users.rb',
    'class RemoveLegacyFromUsers < ActiveRecord::Migration[7.1]\n  def change\n    remove_column :users, :legacy_id, :integer\n  end\nend\n',
    [':3'],
  ),
  added(
    'Rails: an index, concurrently',
    'db/migrate/20240105120000_index_users.rb',
    'class IndexUsers < ActiveRecord::Migration[7.1]\n  disable_ddl_transaction!\n\n  def change\n    add_index :users, :email, unique: true, algorithm: :concurrently\n  end\nend\n',
    [],
  ),
  added(
    'Rails: an index that locks',
    'db/migrate/20240105120000_index_users.rb',
    'class IndexUsers < ActiveRecord::Migration[7.1]\n  def change\n    add_index :users, %i[tenant_id email]\n  end\nend\n',
    [':3'],
  ),
  added(
    'Rails: a table with indexes of its own',
    'db/migrate/20240105120000_create_invites.rb',
    'class CreateInvites < ActiveRecord::Migration[7.1]\n  def change\n    create_table :invites do |t|\n      t.references :user, null: false, foreign_key: true\n      t.string :token, null: false\n      t.timestamps\n    end\n    add_index :invites, :token, unique: true\n  end\nend\n',
    [],
  ),
  added(
    'Rails: a required column without default',
    'db/migrate/20240105120000_add_plan.rb',
    'class AddPlan < ActiveRecord::Migration[7.1]\n  def change\n    add_column :accounts, :plan, :string, null: false\n  end\nend\n',
    [':3'],
  ),
  added(
    'Django: a field is removed',
    'shop/migrations/0012_remove_order_legacy.py',
    "from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    dependencies = [('shop', '0011_auto')]\n\n    operations = [\n        migrations.RemoveField(\n            model_name='order',\n            name='legacy',\n        ),\n    ]\n",
    [''],
  ),
  added(
    'Django: a nullable field is added',
    'shop/migrations/0013_order_note.py',
    "from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n    dependencies = [('shop', '0012_remove_order_legacy')]\n\n    operations = [\n        migrations.AddField(\n            model_name='order',\n            name='note',\n            field=models.TextField(null=True, blank=True),\n        ),\n    ]\n",
    [],
  ),
  added(
    'Django: a model is renamed',
    'shop/migrations/0014_rename.py',
    "from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    dependencies = [('shop', '0013_order_note')]\n\n    operations = [\n        migrations.RenameModel(old_name='Order', new_name='Purchase'),\n    ]\n",
    [''],
  ),
  added(
    'Django: data are moved in both directions',
    'shop/migrations/0015_fill.py',
    "from django.db import migrations\n\n\ndef fill(apps, schema_editor):\n    Order = apps.get_model('shop', 'Order')\n    Order.objects.filter(note=None).update(note='')\n\n\nclass Migration(migrations.Migration):\n    dependencies = [('shop', '0014_rename')]\n\n    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]\n",
    [],
  ),
  added(
    'Alembic: a column is dropped',
    'alembic/versions/3f2a_drop_nickname.py',
    'from alembic import op\nimport sqlalchemy as sa\n\nrevision = "3f2a"\ndown_revision = "1b9c"\n\n\ndef upgrade():\n    op.drop_column("users", "nickname")\n\n\ndef downgrade():\n    op.add_column("users", sa.Column("nickname", sa.String(), nullable=True))\n',
    [':9'],
  ),
  added(
    'Alembic: a table is made, and dropped on the way back',
    'alembic/versions/4c1d_audit.py',
    'from alembic import op\nimport sqlalchemy as sa\n\nrevision = "4c1d"\ndown_revision = "3f2a"\n\n\ndef upgrade():\n    op.create_table("audit", sa.Column("id", sa.Integer(), primary_key=True))\n    op.create_index("ix_audit_id", "audit", ["id"])\n\n\ndef downgrade():\n    op.drop_index("ix_audit_id")\n    op.drop_table("audit")\n',
    [],
  ),
  added(
    'Alembic: a column becomes required',
    'migrations/versions/9d2e_require_email.py',
    'from alembic import op\nimport sqlalchemy as sa\n\nrevision = "9d2e"\ndown_revision = "4c1d"\n\n\ndef upgrade():\n    op.alter_column("users", "email", existing_type=sa.String(), nullable=False)\n\n\ndef downgrade():\n    op.alter_column("users", "email", existing_type=sa.String(), nullable=True)\n',
    [':9'],
  ),
  added(
    'Prisma: a column is dropped, as Prisma writes it',
    'prisma/migrations/20240105_drop_bio/migration.sql',
    '/*\n  Warnings:\n\n  - You are about to drop the column `bio` on the `User` table. All the data in the column will be lost.\n\n*/\n-- AlterTable\nALTER TABLE "User" DROP COLUMN "bio";\n',
    [':8'],
  ),
  added(
    'Prisma: a new table with its foreign key',
    'prisma/migrations/20240106_posts/migration.sql',
    '-- CreateTable\nCREATE TABLE "Post" (\n    "id" SERIAL NOT NULL,\n    "authorId" INTEGER NOT NULL,\n\n    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")\n);\n\n-- CreateIndex\nCREATE UNIQUE INDEX "Post_authorId_key" ON "Post"("authorId");\n\n-- AddForeignKey\nALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;\n',
    [],
  ),
  added(
    'Knex: a column is dropped',
    'migrations/20240105_drop_phone.js',
    "exports.up = async knex => {\n  await knex.schema.alterTable('users', table => {\n    table.dropColumn('phone');\n  });\n};\n\nexports.down = async knex => {\n  await knex.schema.alterTable('users', table => {\n    table.string('phone');\n  });\n};\n",
    [':3'],
  ),
  added(
    'Knex: a table is made',
    'db/migrations/20240105_sessions.ts',
    "import type { Knex } from 'knex';\n\nexport async function up(knex: Knex): Promise<void> {\n  await knex.schema.createTable('sessions', table => {\n    table.uuid('id').primary();\n    table.integer('user_id').notNullable().references('users.id');\n  });\n}\n\nexport async function down(knex: Knex): Promise<void> {\n  await knex.schema.dropTable('sessions');\n}\n",
    [],
  ),
  added(
    'Flyway: a table is renamed',
    'src/main/resources/db/migration/V7__rename_person.sql',
    'ALTER TABLE person RENAME TO customer;\n',
    [':1'],
  ),
  added(
    'Flyway: a nullable column',
    'src/main/resources/db/migration/V8__add_phone.sql',
    'ALTER TABLE customer ADD phone VARCHAR(32);\n',
    [],
  ),
  added(
    'Liquibase XML: a column is dropped',
    'src/main/resources/db/changelog/002-drop.xml',
    '<?xml version="1.0" encoding="UTF-8"?>\n<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">\n  <changeSet id="2" author="ann">\n    <dropColumn tableName="person" columnName="nickname"/>\n  </changeSet>\n</databaseChangeLog>\n',
    [':4'],
  ),
  added(
    'Liquibase YAML: a required column without default',
    'src/main/resources/db/changelog/003-add.yaml',
    'databaseChangeLog:\n  - changeSet:\n      id: 3\n      author: ann\n      changes:\n        - addColumn:\n            tableName: person\n            columns:\n              - column:\n                  name: plan\n                  type: varchar(20)\n                  constraints:\n                    nullable: false\n',
    [''],
  ),
  added(
    'Liquibase XML: a table is made, and dropped in its rollback',
    'src/main/resources/db/changelog/004-create.xml',
    '<databaseChangeLog>\n  <changeSet id="4" author="ann">\n    <createTable tableName="invoice">\n      <column name="id" type="bigint"><constraints primaryKey="true" nullable="false"/></column>\n    </createTable>\n    <createIndex tableName="invoice" indexName="ix"><column name="id"/></createIndex>\n    <rollback>\n      <dropTable tableName="invoice"/>\n    </rollback>\n  </changeSet>\n</databaseChangeLog>\n',
    [],
  ),
  added(
    'Liquibase formatted SQL: rows are deleted without a condition',
    'db/changelog/005.sql',
    '--liquibase formatted sql\n\n--changeset ann:5\nDELETE FROM audit_log;\n--rollback SELECT 1;\n',
    [':4'],
  ),
  added(
    'MySQL: a column changes its type',
    'migrations/0009_price.sql',
    'ALTER TABLE `orders` MODIFY COLUMN `price` DECIMAL(12,2) NOT NULL;\n',
    [':1'],
  ),
  added(
    'SQL that is no migration',
    'queries/cleanup.sql',
    'SELECT count(*) FROM users;\nDELETE FROM sessions WHERE expires_at < now();\n',
    [],
  ),
];
