import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesGatewayHttp = defineAttributeRule({
  id: 'kubernetes-gateway-http',
  title: 'Gateway that answers plain HTTP',
  concern: 'encryption-in-transit',
  severity: 'low',
  fix: 'Listen with HTTPS; let HTTP only redirect.',
  references: ['https://gateway-api.sigs.k8s.io/guides/tls/'],
  checks: [
    {
      type: 'kubernetes/Gateway',
      within: 'spec.listeners',
      attribute: 'protocol',
      expect: noneOf(['HTTP'], 'HTTPS'),
    },
  ],
});
