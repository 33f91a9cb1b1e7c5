import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { cluster, service } from './parameters.ts';
import { noSuchService, serviceNamed } from './service-named.ts';
import { shownService, tagsOf } from './shown-service.ts';

export const describeService = readTool({
  name: 'ecs_describe_service',
  description: 'Describes one ECS service: tasks, deployments, its newest events, load balancers and tags.',
  permissions: { iam: ['ecs:DescribeServices'] },
  parameters: z.object({ region, cluster, service }),
  example: { region: 'eu-central-1', cluster: 'shop', service: 'web' },
  async handle(named, { signal }, aws) {
    const found = await serviceNamed(aws, named, signal);
    if (found === undefined) return noSuchService('ecs_describe_service', named, aws);
    const value = {
      region: aws.region,
      ...shownService(found),
      arn: found.serviceArn,
      circuitBreaker: found.deploymentConfiguration?.deploymentCircuitBreaker?.enable === true,
      targetGroups: (found.loadBalancers ?? []).map(({ targetGroupArn }) => targetGroupArn),
      events: (found.events ?? []).slice(0, 20).map(event => ({
        at: event.createdAt?.toISOString(),
        message: event.message,
      })),
      tags: tagsOf(found),
    };
    return { kind: 'ok', value };
  },
});
