import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const digitaloceanClusterSurge = defineAttributeRule({
  id: 'digitalocean-cluster-surge',
  title: 'DigitalOcean cluster without surge upgrades',
  concern: 'availability',
  fix: 'Set `surge_upgrade` to true.',
  references: [
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [{ type: 'digitalocean_kubernetes_cluster', attribute: 'surge_upgrade', expect: isTrue }],
});
