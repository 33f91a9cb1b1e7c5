import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { chunks } from './chunks.ts';
import { cluster, service } from './parameters.ts';

export const listTasks = readTool({
  name: 'ecs_list_tasks',
  description:
    'Lists the tasks of an ECS cluster or service; stopped ones are known for about an hour, with why they stopped.',
  permissions: { iam: ['ecs:ListTasks', 'ecs:DescribeTasks'] },
  parameters: z.object({
    region,
    cluster,
    service: service.nullish(),
    state: z.enum(['RUNNING', 'STOPPED']).nullish().describe('Default: RUNNING.'),
    limit,
  }),
  example: { region: 'eu-central-1', cluster: 'shop', service: 'web', state: 'STOPPED' },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.ecs();
    const options = { abortSignal: signal };
    const asked = {
      cluster: input.cluster,
      serviceName: input.service ?? undefined,
      desiredStatus: input.state ?? ('RUNNING' as const),
    };
    const pages = sdk.paginateListTasks({ client }, asked, options);
    const { entries, cut } = await collectPages(pages, input.limit ?? defaultLimit, page => page.taskArns);
    const tasks = [];
    for (const arns of chunks(entries, 100)) {
      const command = new sdk.DescribeTasksCommand({ cluster: input.cluster, tasks: [...arns] });
      for (const task of (await client.send(command, options)).tasks ?? []) {
        tasks.push({
          id: task.taskArn?.split('/').at(-1),
          status: task.lastStatus,
          health: task.healthStatus,
          taskDefinition: task.taskDefinitionArn,
          zone: task.availabilityZone,
          started: task.startedAt?.toISOString(),
          stopped: task.stoppedAt?.toISOString(),
          stopCode: task.stopCode,
          reason: task.stoppedReason,
          containers: (task.containers ?? []).map(container => ({
            name: container.name,
            status: container.lastStatus,
            exitCode: container.exitCode,
            reason: container.reason,
          })),
        });
      }
    }
    const value = { region: aws.region, cluster: input.cluster, tasks };
    return { kind: 'ok', value, ...(cut !== undefined && { cut }) };
  },
});
