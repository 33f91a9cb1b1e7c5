import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const azureFederatedSubject = defineAttributeRule({
  id: 'azure-federated-subject',
  title: 'Federated credential for any branch or repository',
  concern: 'authentication',
  fix: 'Name the repository and the branch or environment.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/federated_identity_credential',
    'https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/application_federated_identity_credential',
  ],
  checks: [
    {
      type: 'azurerm_federated_identity_credential',
      attribute: 'subject',
      expect: notMatching(
        /^(?:repo:[^:]*\*|repo:[^:]+:(?:\*|pull_request)$|\*$)/,
        'repo:octo/app:ref:refs/heads/main',
        'repo:octo/*',
      ),
    },
    {
      type: 'azuread_application_federated_identity_credential',
      attribute: 'subject',
      expect: notMatching(
        /^(?:repo:[^:]*\*|repo:[^:]+:(?:\*|pull_request)$|\*$)/,
        'repo:octo/app:ref:refs/heads/main',
        'repo:octo/*',
      ),
    },
  ],
});
