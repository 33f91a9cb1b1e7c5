import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, noneOf, notMatching } from './model/expectation.ts';

export const azureApplicationGatewayTls = defineAttributeRule({
  id: 'azure-application-gateway-tls',
  title: 'Application gateway with an old TLS version',
  concern: 'weak-tls',
  fix: 'Use a policy with TLS 1.2.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_gateway',
  ],
  checks: [
    {
      type: 'azurerm_application_gateway',
      attribute: 'ssl_policy.min_protocol_version',
      expect: ifSetOneOf(['TLSv1_2', 'TLSv1_3'], 'TLSv1_0'),
    },
    {
      type: 'azurerm_application_gateway',
      within: 'http_listener',
      attribute: 'protocol',
      expect: notMatching(/^http$/, 'Https', 'Http'),
    },
    {
      type: 'azurerm_application_gateway',
      attribute: 'ssl_policy.policy_name',
      expect: noneOf(['AppGwSslPolicy20150501', 'AppGwSslPolicy20170401'], 'AppGwSslPolicy20220101'),
    },
  ],
});
