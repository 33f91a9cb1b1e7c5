import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { chunks } from './chunks.ts';
import { cluster } from './parameters.ts';
import { shownService } from './shown-service.ts';

export const listServices = readTool({
  name: 'ecs_list_services',
  description:
    'Lists the services of an ECS cluster: desired and running tasks, and how their deployments stand.',
  permissions: { iam: ['ecs:ListServices', 'ecs:DescribeServices'] },
  parameters: z.object({ region, cluster, limit }),
  example: { region: 'eu-central-1', cluster: 'shop' },
  async handle({ cluster: name, limit: most }, { signal }, aws) {
    const { sdk, client } = await aws.ecs();
    const options = { abortSignal: signal };
    const pages = sdk.paginateListServices({ client }, { cluster: name }, options);
    const { entries, cut } = await collectPages(pages, most ?? defaultLimit, page => page.serviceArns);
    const services = [];
    for (const arns of chunks(entries, 10)) {
      const command = new sdk.DescribeServicesCommand({ cluster: name, services: [...arns] });
      services.push(...((await client.send(command, options)).services ?? []).map(shownService));
    }
    const value = { region: aws.region, cluster: name, services };
    return { kind: 'ok', value, ...(cut !== undefined && { cut }) };
  },
});
