import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const githubWritableDeployKey = defineAttributeRule({
  id: 'github-writable-deploy-key',
  title: 'Deploy key that writes',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Set `read_only`.',
  references: [
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_deploy_key',
  ],
  checks: [{ type: 'github_repository_deploy_key', attribute: 'read_only', expect: notFalse }],
});
