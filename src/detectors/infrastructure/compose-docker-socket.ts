import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const composeDockerSocket = defineAttributeRule({
  id: 'compose-docker-socket',
  title: 'Compose service that mounts the container runtime’s socket',
  concern: 'isolation',
  fix: 'Remove the mount, or put a filtering proxy in between.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'volumes',
      expect: notMatching(
        /(?:docker|containerd)\.sock/,
        ['data:/data'],
        ['/var/run/docker.sock:/var/run/docker.sock'],
      ),
    },
  ],
});
