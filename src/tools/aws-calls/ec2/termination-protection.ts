import type { Ec2 } from './resource-kind.ts';

/** Whether EC2 refuses to terminate an instance (`DisableApiTermination`). */
export async function isTerminationProtected(
  { sdk, client }: Ec2,
  InstanceId: string,
  abortSignal: AbortSignal,
): Promise<boolean> {
  const command = new sdk.DescribeInstanceAttributeCommand({
    InstanceId,
    Attribute: 'disableApiTermination',
  });
  const { DisableApiTermination } = await client.send(command, { abortSignal });
  return DisableApiTermination?.Value ?? false;
}
