import { defineForbiddenResourceRule } from './define-forbidden-resource-rule.ts';

export const terraformPrivateKeyInState = defineForbiddenResourceRule({
  id: 'terraform-private-key-in-state',
  title: 'Private key that lands in the state',
  concern: 'plain-secret',
  severity: 'low',
  fix: 'Make the key outside Terraform, or keep the state where only few can read it.',
  references: ['https://registry.terraform.io/providers/hashicorp/tls/latest/docs/resources/private_key'],
  types: ['tls_private_key'],
  instead: 'tls_cert_request',
});
