import { defineAttributeRule } from './define-attribute-rule.ts';
import { isUnset, noneOf } from './model/expectation.ts';

export const composeHostCgroup = defineAttributeRule({
  id: 'compose-host-cgroup',
  title: 'Compose service in the host’s control groups',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Use `cgroup: private`.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    { type: 'compose/service', attribute: 'cgroup', expect: noneOf(['host'], 'private') },
    { type: 'compose/service', attribute: 'cgroup_parent', expect: isUnset('/system.slice') },
  ],
});
