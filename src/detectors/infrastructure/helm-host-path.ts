import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const helmHostPath = defineAttributeRule({
  id: 'helm-host-path',
  title: 'Chart values that mount a path of the host',
  concern: 'isolation',
  severity: 'high',
  fix: 'Use a volume of the cluster.',
  references: ['https://helm.sh/docs/chart_template_guide/values_files/'],
  checks: [
    {
      type: 'helm/values',
      attribute: 'hostPath.path',
      expect: notMatching(
        /^\/(?:$|etc|proc|sys|root|boot|dev|var\/run|run|var\/lib\/(?:kubelet|docker)|home)/,
        '/data/app',
        '/var/run/docker.sock',
      ),
    },
  ],
});
