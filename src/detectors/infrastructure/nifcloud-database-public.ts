import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const nifcloudDatabasePublic = defineAttributeRule({
  id: 'nifcloud-database-public',
  title: 'NIFCLOUD database with a public address',
  concern: 'public-exposure',
  fix: 'Set `publicly_accessible` to false.',
  references: ['https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/db_instance'],
  checks: [{ type: 'nifcloud_db_instance', attribute: 'publicly_accessible', expect: isFalse }],
});
