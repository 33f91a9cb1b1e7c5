import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld } from './model/expectation.ts';

export const digitaloceanDatabaseFirewall = defineAttributeRule({
  id: 'digitalocean-database-firewall',
  title: 'DigitalOcean database open to every network',
  concern: 'open-network',
  fix: 'Add a firewall.',
  references: [
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/database_firewall',
  ],
  checks: [{ type: 'digitalocean_database_firewall', attribute: 'rule.value', expect: notWorld }],
});
