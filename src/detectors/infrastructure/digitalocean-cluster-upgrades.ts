import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const digitaloceanClusterUpgrades = defineAttributeRule({
  id: 'digitalocean-cluster-upgrades',
  title: 'DigitalOcean cluster without automatic upgrades',
  concern: 'maintenance',
  fix: 'Set `auto_upgrade` to true.',
  references: [
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [{ type: 'digitalocean_kubernetes_cluster', attribute: 'auto_upgrade', expect: isTrue }],
});
