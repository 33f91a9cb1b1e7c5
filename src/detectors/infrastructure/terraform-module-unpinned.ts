import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, matching, notMatching } from './model/expectation.ts';

export const terraformModuleUnpinned = defineAttributeRule({
  id: 'terraform-module-unpinned',
  title: 'Module from a branch that moves',
  concern: 'integrity',
  severity: 'low',
  fix: 'Name a tag or commit with `?ref=`.',
  references: ['https://developer.hashicorp.com/terraform/language/modules/configuration'],
  checks: [
    {
      type: 'module',
      attribute: 'source',
      expect: notMatching(
        /^(?:git::|git@|github\.com\/|bitbucket\.org\/)(?!.*[?&]ref=)/,
        'git::https://example.com/vpc.git?ref=v1.2.0',
        'git::https://example.com/vpc.git',
      ),
    },
    {
      type: 'module',
      attribute: 'version',
      expect: isPresent('1.2.0'),
      when: {
        source: matching(
          /^(?:[\w.-]+\.[a-z]+\/)?[\w-]+\/[\w-]+\/[a-z0-9]+(?:\/\/.*)?$/,
          'terraform-aws-modules/vpc/aws',
          './vpc',
        ),
      },
    },
  ],
});
