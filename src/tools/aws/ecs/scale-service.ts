import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { cluster, service } from './parameters.ts';
import { noSuchService, serviceBefore, serviceNamed } from './service-named.ts';
import { tagsOf } from './shown-service.ts';

export const scaleService = changingTool({
  name: 'ecs_scale_service',
  description:
    'Sets how many tasks an ECS service runs; 0 takes it out of service. Auto scaling may set another number later.',
  risk: 'write',
  permissions: { iam: ['ecs:DescribeServices', 'ecs:UpdateService'] },
  undo: { kind: 'tool', tool: 'ecs_scale_service' },
  idempotent: true,
  parameters: z.object({
    region,
    cluster,
    service,
    desired: z.number().int().min(0).max(100).describe('Tasks to run, at most 100.'),
  }),
  example: { region: 'eu-central-1', cluster: 'shop', service: 'web', desired: 4 },
  async plan({ desired, ...named }, { signal }, aws) {
    const found = await serviceNamed(aws, named, signal);
    const arn = found?.serviceArn;
    if (found === undefined || arn === undefined) return noSuchService('ecs_scale_service', named, aws);
    if (found.desiredCount === desired) {
      const message = `ecs_scale_service: ${named.cluster}/${named.service} in ${aws.region} runs ${desired} tasks already.`;
      return { kind: 'refused', code: 'not-possible', message };
    }
    return {
      kind: 'plan',
      summary: `Sets the tasks of ${named.cluster}/${named.service} in ${aws.region} from ${found.desiredCount ?? 'an unknown number'} to ${desired}.`,
      checkedBy: 'pre-check',
      before: serviceBefore(found),
      targets: [{ arn, tags: tagsOf(found) }],
      grants: [{ actions: ['ecs:UpdateService'], resources: [arn] }],
    };
  },
  async act({ cluster: inCluster, service: name, desired }, { signal }, aws) {
    const { sdk, client } = await aws.ecs();
    const command = new sdk.UpdateServiceCommand({
      cluster: inCluster,
      service: name,
      desiredCount: desired,
    });
    const { service: updated } = await client.send(command, { abortSignal: signal });
    return {
      kind: 'ok',
      value: { service: name, desired: updated?.desiredCount, running: updated?.runningCount },
    };
  },
  async verify({ desired: _desired, ...named }, { signal }, aws) {
    const found = await serviceNamed(aws, named, signal);
    return found === undefined ? undefined : serviceBefore(found);
  },
  async reconcile({ desired, ...named }, { signal }, aws) {
    const found = await serviceNamed(aws, named, signal);
    if (found?.desiredCount !== desired) return undefined;
    return { kind: 'ok', value: { service: named.service, desired, running: found.runningCount } };
  },
});
