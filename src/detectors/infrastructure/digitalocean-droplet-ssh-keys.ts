import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const digitaloceanDropletSshKeys = defineAttributeRule({
  id: 'digitalocean-droplet-ssh-keys',
  title: 'Droplet without SSH keys',
  concern: 'authentication',
  fix: 'Set `ssh_keys`.',
  references: [
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/droplet',
  ],
  checks: [{ type: 'digitalocean_droplet', attribute: 'ssh_keys', expect: isPresent(['1234']) }],
});
