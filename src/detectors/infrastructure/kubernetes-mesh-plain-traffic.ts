import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesMeshPlainTraffic = defineAttributeRule({
  id: 'kubernetes-mesh-plain-traffic',
  title: 'Mesh that accepts unencrypted traffic',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set `mtls.mode` to STRICT.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    {
      type: 'kubernetes/PeerAuthentication',
      attribute: 'spec.mtls.mode',
      expect: noneOf(['PERMISSIVE', 'DISABLE'], 'STRICT'),
    },
    {
      type: 'kubernetes/PeerAuthentication',
      attribute: 'spec.portLevelMtls.*.mode',
      expect: noneOf(['PERMISSIVE', 'DISABLE'], 'STRICT'),
    },
    {
      type: 'kubernetes/DestinationRule',
      attribute: 'spec.trafficPolicy.tls.mode',
      expect: noneOf(['DISABLE'], 'ISTIO_MUTUAL'),
    },
  ],
});
