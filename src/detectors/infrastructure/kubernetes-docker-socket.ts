import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const kubernetesDockerSocket = defineAttributeRule({
  id: 'kubernetes-docker-socket',
  title: 'Pod that mounts the container runtime’s socket',
  concern: 'isolation',
  severity: 'critical',
  fix: 'Remove the mount.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.hostPath.path',
      expect: notMatching(
        /(?:docker|containerd|crio|cri-dockerd)(?:\/\w+)?\.sock$/,
        '/data',
        '/var/run/docker.sock',
      ),
    },
  ],
});
