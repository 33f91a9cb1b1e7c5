import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const terraformModuleInsecure = defineAttributeRule({
  id: 'terraform-module-insecure',
  title: 'Module fetched without TLS',
  concern: 'integrity',
  severity: 'high',
  fix: 'Use `https` or `ssh`.',
  references: ['https://developer.hashicorp.com/terraform/language/modules/configuration'],
  checks: [
    {
      type: 'module',
      attribute: 'source',
      expect: notMatching(
        /^(?:git::|hg::)?(?:http|git):\/\//,
        'git::https://example.com/vpc.git?ref=v1.2.0',
        'http://example.com/vpc.zip',
      ),
    },
  ],
});
