import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureAutomationPlainVariable = defineAttributeRule({
  id: 'azure-automation-plain-variable',
  title: 'Automation variable that is not encrypted',
  concern: 'encryption-at-rest',
  fix: 'Set `encrypted` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/automation_variable_string',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/automation_variable_int',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/automation_variable_bool',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/automation_variable_datetime',
  ],
  checks: [
    { type: 'azurerm_automation_variable_string', attribute: 'encrypted', expect: isTrue },
    { type: 'azurerm_automation_variable_int', attribute: 'encrypted', expect: isTrue },
    { type: 'azurerm_automation_variable_bool', attribute: 'encrypted', expect: isTrue },
    { type: 'azurerm_automation_variable_datetime', attribute: 'encrypted', expect: isTrue },
  ],
});
