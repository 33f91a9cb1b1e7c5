import { passes, regionControl } from './control.ts';

/** The instance metadata service, version 2. */
export const metadataTokens = regionControl({
  id: '5.7',
  v7: '6.7',
  title: 'Instances answer about themselves (IMDS) to requests with a token only',
  section: 'Networking',
  severity: 'high',
  why: 'With version 1 a single forged request (SSRF) gives away the credentials of the instance’s role.',
  remedy: {
    change: 'The metadata service asks for a session token.',
    commands: [
      'aws ec2 modify-instance-metadata-options --region {region} --instance-id {resource} --http-tokens required --http-endpoint enabled',
    ],
    terraform:
      'resource "aws_instance" "this" {\n  # of {resource}\n  metadata_options {\n    http_tokens = "required"\n  }\n}',
    risk: 'Software that knows only version 1 (old SDKs, old agents) loses its credentials.',
    undo: 'aws ec2 modify-instance-metadata-options --region {region} --instance-id {resource} --http-tokens optional',
    tool: { name: 'ec2_require_metadata_tokens', input: { region: '{region}', instanceId: '{resource}' } },
  },
  reads: ['instances'],
  judge: ({ instances }) =>
    instances
      .filter(({ state }) => !['terminated', 'shutting-down'].includes(state))
      .map(({ id, httpTokens, hasMetadataEndpoint }) =>
        passes(id, httpTokens === 'required' || !hasMetadataEndpoint, {
          good: hasMetadataEndpoint ? 'A token is required.' : 'The metadata service is off.',
          bad: 'The metadata service answers without a token.',
        }),
      ),
});
