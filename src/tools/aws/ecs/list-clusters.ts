import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { chunks } from './chunks.ts';

export const listClusters = readTool({
  name: 'ecs_list_clusters',
  description: 'Lists ECS clusters with how many services and tasks they have.',
  permissions: { iam: ['ecs:ListClusters', 'ecs:DescribeClusters'] },
  parameters: z.object({ region, limit }),
  example: { region: 'eu-central-1' },
  async handle({ limit: most }, { signal }, aws) {
    const { sdk, client } = await aws.ecs();
    const options = { abortSignal: signal };
    const pages = sdk.paginateListClusters({ client }, {}, options);
    const { entries, cut } = await collectPages(pages, most ?? defaultLimit, page => page.clusterArns);
    const clusters = [];
    for (const arns of chunks(entries, 100)) {
      const command = new sdk.DescribeClustersCommand({ clusters: [...arns] });
      const answer = await client.send(command, options);
      for (const cluster of answer.clusters ?? []) {
        clusters.push({
          name: cluster.clusterName,
          status: cluster.status,
          services: cluster.activeServicesCount,
          running: cluster.runningTasksCount,
          pending: cluster.pendingTasksCount,
          instances: cluster.registeredContainerInstancesCount,
        });
      }
    }
    return { kind: 'ok', value: { region: aws.region, clusters }, ...(cut !== undefined && { cut }) };
  },
});
