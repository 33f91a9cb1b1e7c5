import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureVpnWeakCipher = defineAttributeRule({
  id: 'azure-vpn-weak-cipher',
  title: 'Tunnel with a weak cipher',
  concern: 'weak-tls',
  severity: 'medium',
  fix: 'Use GCMAES256 and DHGroup24 or ECP384.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network_gateway_connection',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/vpn_gateway_connection',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network_gateway',
  ],
  checks: [
    {
      type: 'azurerm_virtual_network_gateway_connection',
      attribute: 'ipsec_policy.ike_encryption',
      expect: noneOf(
        ['DES', 'DES3', 'MD5', 'SHA1', 'None', 'DHGroup1', 'DHGroup2', 'PFS1', 'PFS2'],
        'AES256',
      ),
    },
    {
      type: 'azurerm_virtual_network_gateway_connection',
      attribute: 'ipsec_policy.ike_integrity',
      expect: noneOf(
        ['DES', 'DES3', 'MD5', 'SHA1', 'None', 'DHGroup1', 'DHGroup2', 'PFS1', 'PFS2'],
        'SHA384',
      ),
    },
    {
      type: 'azurerm_virtual_network_gateway_connection',
      attribute: 'ipsec_policy.ipsec_encryption',
      expect: noneOf(
        ['DES', 'DES3', 'MD5', 'SHA1', 'None', 'DHGroup1', 'DHGroup2', 'PFS1', 'PFS2'],
        'GCMAES256',
      ),
    },
    {
      type: 'azurerm_virtual_network_gateway_connection',
      attribute: 'ipsec_policy.ipsec_integrity',
      expect: noneOf(
        ['DES', 'DES3', 'MD5', 'SHA1', 'None', 'DHGroup1', 'DHGroup2', 'PFS1', 'PFS2'],
        'GCMAES256',
      ),
    },
    {
      type: 'azurerm_virtual_network_gateway_connection',
      attribute: 'ipsec_policy.dh_group',
      expect: noneOf(
        ['DES', 'DES3', 'MD5', 'SHA1', 'None', 'DHGroup1', 'DHGroup2', 'PFS1', 'PFS2'],
        'ECP384',
      ),
    },
    {
      type: 'azurerm_vpn_gateway_connection',
      attribute: 'vpn_link.ipsec_policy.encryption_algorithm',
      expect: noneOf(['DES', 'DES3', 'MD5', 'SHA1', 'None', 'DHGroup1', 'DHGroup2'], 'GCMAES256'),
    },
    {
      type: 'azurerm_vpn_gateway_connection',
      attribute: 'vpn_link.ipsec_policy.integrity_algorithm',
      expect: noneOf(['DES', 'DES3', 'MD5', 'SHA1', 'None', 'DHGroup1', 'DHGroup2'], 'GCMAES256'),
    },
    {
      type: 'azurerm_vpn_gateway_connection',
      attribute: 'vpn_link.ipsec_policy.ike_encryption_algorithm',
      expect: noneOf(['DES', 'DES3', 'MD5', 'SHA1', 'None', 'DHGroup1', 'DHGroup2'], 'GCMAES256'),
    },
    {
      type: 'azurerm_vpn_gateway_connection',
      attribute: 'vpn_link.ipsec_policy.ike_integrity_algorithm',
      expect: noneOf(['DES', 'DES3', 'MD5', 'SHA1', 'None', 'DHGroup1', 'DHGroup2'], 'GCMAES256'),
    },
    {
      type: 'azurerm_virtual_network_gateway',
      attribute: 'vpn_client_configuration.vpn_client_protocols',
      expect: noneOf(['SSTP'], ['OpenVPN']),
    },
  ],
});
