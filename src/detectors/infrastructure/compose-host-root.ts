import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const composeHostRoot = defineAttributeRule({
  id: 'compose-host-root',
  title: 'Compose service that mounts the host’s system',
  concern: 'isolation',
  fix: 'Mount only the folder that is needed.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'volumes',
      expect: notMatching(/^\/(?:etc|proc|sys|boot|root|dev|var\/run)?\/?:/, ['data:/data'], ['/:/host']),
    },
    {
      type: 'compose/service',
      attribute: 'volumes.source',
      expect: notMatching(/^(?:\/(?:etc|proc|sys|boot|root|dev)?\/?|.*docker\.sock)$/, 'data', '/etc'),
    },
  ],
});
