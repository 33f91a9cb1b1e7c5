import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

/** Public registries and the clouds' own; a name without a host is Docker Hub's. */
const known = [
  'localhost',
  '(?:[\\w-]+\\.)?docker\\.(?:io|com)',
  'docker\\.elastic\\.co',
  'ghcr\\.io',
  'quay\\.io',
  '(?:[\\w-]+\\.)?gcr\\.io',
  '[\\w-]+\\.pkg\\.dev',
  'registry\\.k8s\\.io',
  'mcr\\.microsoft\\.com',
  '[\\w-]+\\.azurecr\\.io',
  'public\\.ecr\\.aws',
  '\\d+\\.dkr\\.ecr\\.[\\w.-]+\\.amazonaws\\.com(?:\\.cn)?',
  'registry\\.gitlab\\.com',
  'registry\\.(?:access\\.|connect\\.)?redhat\\.(?:com|io)',
  'nvcr\\.io',
  '(?:[\\w-]+\\.)*icr\\.io',
  '[\\w-]+\\.ocir\\.io',
  'container-registry\\.oracle\\.com',
  'registry\\.(?:suse|digitalocean)\\.com',
  'cgr\\.dev',
  'lscr\\.io',
].join('|');

export const kubernetesUnknownRegistry = defineAttributeRule({
  id: 'kubernetes-unknown-registry',
  title: 'Image from a registry that is not widely known',
  concern: 'integrity',
  severity: 'info',
  confidence: 'low',
  fix: 'Copy the image to a registry of your own cloud account, or switch this rule off if the registry is yours.',
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'image',
      expect: notMatching(
        new RegExp(`^(?!(?:${known})[:/])(?:[\\w-]+\\.[\\w.-]+|[\\w-]+:\\d+)(?::\\d+)?/`),
        'ghcr.io/example/app:1.2.3',
        'registry.example.xyz/app:1.2.3',
      ),
    },
  ],
});
