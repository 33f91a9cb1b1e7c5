import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { cluster, service } from './parameters.ts';
import { noSuchService, serviceBefore, serviceNamed } from './service-named.ts';
import { tagsOf } from './shown-service.ts';

export const forceNewDeployment = changingTool({
  name: 'ecs_force_new_deployment',
  description:
    'Replaces all tasks of an ECS service by new ones of the same task definition, a few at a time: a restart. A moving image tag may resolve to another image.',
  risk: 'write',
  permissions: { iam: ['ecs:DescribeServices', 'ecs:UpdateService'] },
  undo: {
    kind: 'manual',
    how: 'Nothing to take back: the task definition stays. Deploy an earlier one if the image moved.',
  },
  idempotent: false,
  parameters: z.object({ region, cluster, service }),
  example: { region: 'eu-central-1', cluster: 'shop', service: 'web' },
  async plan(named, { signal }, aws) {
    const found = await serviceNamed(aws, named, signal);
    const arn = found?.serviceArn;
    if (found === undefined || arn === undefined)
      return noSuchService('ecs_force_new_deployment', named, aws);
    if ((found.deployments ?? []).length > 1) {
      const message = `ecs_force_new_deployment: a deployment of ${named.cluster}/${named.service} is under way in ${aws.region}. Wait until it has ended.`;
      return { kind: 'refused', code: 'deployment-under-way', message };
    }
    return {
      kind: 'plan',
      summary: `Replaces the ${found.runningCount ?? 0} tasks of ${named.cluster}/${named.service} in ${aws.region} by new ones.`,
      checkedBy: 'pre-check',
      before: serviceBefore(found),
      targets: [{ arn, tags: tagsOf(found) }],
      grants: [{ actions: ['ecs:UpdateService'], resources: [arn] }],
    };
  },
  async act({ cluster: inCluster, service: name }, { signal }, aws) {
    const { sdk, client } = await aws.ecs();
    const command = new sdk.UpdateServiceCommand({
      cluster: inCluster,
      service: name,
      forceNewDeployment: true,
    });
    const { service: updated } = await client.send(command, { abortSignal: signal });
    const [newest] = updated?.deployments ?? [];
    return { kind: 'ok', value: { service: name, deployment: newest?.id, rollout: newest?.rolloutState } };
  },
});
