import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const composeHostNamespace = defineAttributeRule({
  id: 'compose-host-namespace',
  title: 'Compose service that shares a namespace of the host',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Remove it.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    { type: 'compose/service', attribute: 'pid', expect: noneOf(['host'], 'service:app') },
    { type: 'compose/service', attribute: 'ipc', expect: noneOf(['host'], 'private') },
    { type: 'compose/service', attribute: 'userns_mode', expect: noneOf(['host'], 'x') },
  ],
});
