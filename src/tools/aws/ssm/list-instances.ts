import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';

export const listManagedInstances = readTool({
  name: 'ssm_list_instances',
  description: 'Lists the machines that Systems Manager manages and whether their agent answers.',
  permissions: { iam: ['ssm:DescribeInstanceInformation'] },
  parameters: z.object({ region, limit }),
  example: { region: 'eu-central-1' },
  async handle({ limit: most }, { signal }, aws) {
    const { sdk, client } = await aws.ssm();
    const pages = sdk.paginateDescribeInstanceInformation(
      { client, pageSize: 50 },
      {},
      { abortSignal: signal },
    );
    const { entries, cut } = await collectPages(
      pages,
      most ?? defaultLimit,
      page => page.InstanceInformationList,
    );
    const instances = entries.map(instance => ({
      id: instance.InstanceId,
      isOnline: instance.PingStatus === 'Online',
      lastSeen: instance.LastPingDateTime?.toISOString(),
      platform: instance.PlatformName,
      platformVersion: instance.PlatformVersion,
      agentVersion: instance.AgentVersion,
      computer: instance.ComputerName,
    }));
    return { kind: 'ok', value: { region: aws.region, instances }, ...(cut !== undefined && { cut }) };
  },
});
