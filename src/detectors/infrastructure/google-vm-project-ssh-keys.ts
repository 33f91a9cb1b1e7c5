import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const googleVmProjectSshKeys = defineAttributeRule({
  id: 'google-vm-project-ssh-keys',
  title: 'Instance that takes project-wide SSH keys',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set the metadata block-project-ssh-keys to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance',
  ],
  checks: [{ type: 'google_compute_instance', attribute: 'metadata.block-project-ssh-keys', expect: isTrue }],
});
