import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const kubernetesTlsUnverified = defineAttributeRule({
  id: 'kubernetes-tls-unverified',
  title: 'Certificate that is not checked',
  concern: 'encryption-in-transit',
  fix: 'Name the authority and check it.',
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/api-service-v1/'],
  checks: [
    { type: 'kubernetes/APIService', attribute: 'spec.insecureSkipTLSVerify', expect: notTrue },
    {
      type: 'kubernetes/ServiceMonitor',
      attribute: 'spec.endpoints.tlsConfig.insecureSkipVerify',
      expect: notTrue,
    },
    {
      type: 'kubernetes/PodMonitor',
      attribute: 'spec.podMetricsEndpoints.tlsConfig.insecureSkipVerify',
      expect: notTrue,
    },
    { type: 'kubernetes/ServersTransport', attribute: 'spec.insecureSkipVerify', expect: notTrue },
    { type: 'kubernetes/Config', attribute: 'clusters.cluster.insecure-skip-tls-verify', expect: notTrue },
    { type: 'kubernetes/ClusterIssuer', attribute: 'spec.acme.skipTLSVerify', expect: notTrue },
    { type: 'kubernetes/Issuer', attribute: 'spec.acme.skipTLSVerify', expect: notTrue },
  ],
});
