import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const azureVmPlainPassword = defineAttributeRule({
  id: 'azure-vm-plain-password',
  title: 'Virtual machine password in plain text',
  concern: 'plain-secret',
  fix: 'Read it from a key vault.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_virtual_machine',
  ],
  checks: [
    {
      type: 'azurerm_linux_virtual_machine',
      attribute: 'admin_password',
      expect: isAbsent('example-password'),
    },
    {
      type: 'azurerm_windows_virtual_machine',
      attribute: 'admin_password',
      expect: isAbsent('example-password'),
    },
    {
      type: 'azurerm_linux_virtual_machine_scale_set',
      attribute: 'admin_password',
      expect: isAbsent('example-password'),
    },
    {
      type: 'azurerm_windows_virtual_machine_scale_set',
      attribute: 'admin_password',
      expect: isAbsent('example-password'),
    },
    {
      type: 'azurerm_virtual_machine',
      attribute: 'os_profile.admin_password',
      expect: isAbsent('example-password'),
    },
    {
      type: 'azurerm_synapse_workspace',
      attribute: 'sql_administrator_login_password',
      expect: isAbsent('P@ssw0rd-example'),
    },
    {
      type: 'azurerm_container_group',
      attribute: 'image_registry_credential.password',
      expect: isAbsent('P@ssw0rd-example'),
    },
    {
      type: 'azurerm_virtual_network_gateway_connection',
      attribute: 'shared_key',
      expect: isAbsent('P@ssw0rd-example'),
    },
    { type: 'azurerm_key_vault_secret', attribute: 'value', expect: isAbsent('P@ssw0rd-example') },
    {
      type: 'azurerm_mssql_virtual_machine',
      attribute: 'sql_connectivity_update_password',
      expect: isAbsent('P@ssw0rd-example'),
    },
    {
      type: 'azurerm_hdinsight_hadoop_cluster',
      attribute: 'gateway.password',
      expect: isAbsent('P@ssw0rd-example'),
    },
    { type: 'azuread_user', attribute: 'password', expect: isAbsent('P@ssw0rd-example') },
    {
      type: 'azurerm_batch_pool',
      attribute: 'container_configuration.container_registries.password',
      expect: isAbsent('P@ssw0rd-example'),
    },
  ],
});
