import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const terraformStateEncryption = defineAttributeRule({
  id: 'terraform-state-encryption',
  title: 'State that is not encrypted',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Set `encrypt` to true.',
  references: ['https://developer.hashicorp.com/terraform/language/backend/s3'],
  checks: [{ type: 'backend.s3', attribute: 'encrypt', expect: isTrue }],
});
