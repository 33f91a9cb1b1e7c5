import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const composeDevices = defineAttributeRule({
  id: 'compose-devices',
  title: 'Compose service with a device of the host',
  concern: 'isolation',
  severity: 'high',
  fix: 'Remove the device.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'devices',
      expect: notMatching(
        /^\/dev\/(?:mem|kmem|port|sd[a-z]|nvme|disk|mapper|kvm|fuse|root|vda|xvda)/,
        ['/dev/snd'],
        ['/dev/mem:/dev/mem'],
      ),
    },
    {
      type: 'compose/service',
      attribute: 'device_cgroup_rules',
      expect: notMatching(/^[abc] \*:\* /, ['c 1:3 mr'], ['a *:* rwm']),
    },
  ],
});
