import { z } from 'zod';
import { type AwsClients, changingTool } from '../../aws-calls/define-aws-tool.ts';
import { askDryRun } from '../../aws-calls/ec2/dry-run.ts';
import { region } from '../../aws-calls/parameters.ts';

export const encryptNewVolumes = changingTool({
  name: 'ec2_encrypt_new_volumes',
  description:
    'Turns on encryption by default for EBS volumes and snapshots made from now on in a region; what exists stays as it is.',
  risk: 'write',
  permissions: { iam: ['ec2:GetEbsEncryptionByDefault', 'ec2:EnableEbsEncryptionByDefault'] },
  undo: { kind: 'manual', how: 'Turn it off in the console (EC2, Settings), or with the AWS CLI.' },
  idempotent: true,
  parameters: z.object({ region }),
  example: { region: 'eu-central-1' },
  async plan(_input, { signal }, aws) {
    const before = await defaultOf(aws, signal);
    if (before.encrypted) {
      const message = `ec2_encrypt_new_volumes: it is on already in ${aws.region}.`;
      return { kind: 'refused', code: 'not-possible', message };
    }
    const ec2 = await aws.ec2();
    const command = new ec2.sdk.EnableEbsEncryptionByDefaultCommand({ DryRun: true });
    const ask = () => ec2.client.send(command, { abortSignal: signal });
    return {
      kind: 'plan',
      summary: `New EBS volumes and snapshots in ${aws.region} are encrypted with the region’s default key. Old instance types without support cannot be started with them.`,
      checkedBy: await askDryRun(ask, ec2, 'aws'),
      before,
      grants: [{ actions: ['ec2:EnableEbsEncryptionByDefault'], resources: ['*'] }],
    };
  },
  async act(_input, { signal }, aws) {
    const { sdk, client } = await aws.ec2();
    const answer = await client.send(new sdk.EnableEbsEncryptionByDefaultCommand({}), {
      abortSignal: signal,
    });
    return { kind: 'ok', value: { region: aws.region, encrypted: answer.EbsEncryptionByDefault === true } };
  },
  verify: (_input, { signal }, aws) => defaultOf(aws, signal),
});

async function defaultOf(aws: AwsClients, abortSignal: AbortSignal) {
  const { sdk, client } = await aws.ec2();
  const answer = await client.send(new sdk.GetEbsEncryptionByDefaultCommand({}), { abortSignal });
  return { encrypted: answer.EbsEncryptionByDefault === true };
}
