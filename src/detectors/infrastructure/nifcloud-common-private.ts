import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const nifcloudCommonPrivate = defineAttributeRule({
  id: 'nifcloud-common-private',
  title: 'NIFCLOUD resource in the common private network',
  concern: 'hardening',
  fix: 'Use a private LAN of your own.',
  references: [
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/elb',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/router',
  ],
  checks: [
    {
      type: 'nifcloud_elb',
      attribute: 'network_interface.network_id',
      expect: noneOf(['net-COMMON_PRIVATE'], 'net-1'),
    },
    {
      type: 'nifcloud_router',
      attribute: 'network_interface.network_id',
      expect: noneOf(['net-COMMON_PRIVATE'], 'net-1'),
    },
    {
      type: 'nifcloud_instance',
      attribute: 'network_interface.network_id',
      expect: noneOf(['net-COMMON_PRIVATE'], 'net-1'),
    },
    {
      type: 'nifcloud_db_instance',
      attribute: 'network_id',
      expect: noneOf(['net-COMMON_PRIVATE'], 'net-1'),
    },
    {
      type: 'nifcloud_nas_instance',
      attribute: 'network_id',
      expect: noneOf(['net-COMMON_PRIVATE'], 'net-1'),
    },
  ],
});
