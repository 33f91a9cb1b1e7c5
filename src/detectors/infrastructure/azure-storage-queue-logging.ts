import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isTrue } from './model/expectation.ts';

export const azureStorageQueueLogging = defineAttributeRule({
  id: 'azure-storage-queue-logging',
  title: 'Storage queues without logs',
  concern: 'logging',
  severity: 'low',
  fix: 'Add `queue_properties.logging` with read, write and delete.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    {
      type: 'azurerm_storage_account',
      attribute: 'queue_properties.logging.delete',
      expect: isTrue,
      when: { queue_properties: { ...isPresent(), isBroken: () => false } },
    },
    {
      type: 'azurerm_storage_account',
      attribute: 'queue_properties.logging.read',
      expect: isTrue,
      when: { queue_properties: { ...isPresent(), isBroken: () => false } },
    },
    {
      type: 'azurerm_storage_account',
      attribute: 'queue_properties.logging.write',
      expect: isTrue,
      when: { queue_properties: { ...isPresent(), isBroken: () => false } },
    },
  ],
});
