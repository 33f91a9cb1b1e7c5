import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const kubernetesVolumeType = defineAttributeRule({
  id: 'kubernetes-volume-type',
  title: 'Pod with a volume of an unusual kind',
  concern: 'hardening',
  severity: 'low',
  fix: 'Use a persistent volume claim, config map, secret or projected volume.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.gcePersistentDisk',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.awsElasticBlockStore',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.gitRepo',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.iscsi',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.nfs',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.glusterfs',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.rbd',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.flexVolume',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.cinder',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.cephfs',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.flocker',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.fc',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.azureFile',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.azureDisk',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.vsphereVolume',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.quobyte',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.photonPersistentDisk',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.portworxVolume',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.scaleIO',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'volumes.storageos',
      expect: { ...isAbsent({ path: 'data' }), isBroken: () => true },
    },
  ],
});
