import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const googleSqlLocalInfile = defineAttributeRule({
  id: 'google-sql-local-infile',
  title: 'MySQL instance that loads local files',
  concern: 'hardening',
  severity: 'high',
  fix: 'Set the database flag local_infile to off.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: oneOf(['off'], 'on'),
      when: { name: oneOf(['local_infile'], 'x') },
    },
  ],
});
