import type { AwsPermission } from '../../../clients/aws/session-policy.ts';
import type { EcsSettings } from '../../../contracts/deploy-runner.ts';
import { accountOf } from './aws-account.ts';

/** What the revision that is copied runs as, and is called. */
type Definition = { readonly family: string; readonly roles: readonly string[] };

const definitionReads: AwsPermission = {
  // AWS knows no resource for these.
  actions: ['ecs:DescribeTaskDefinition', 'ecs:ListTaskDefinitions'],
  resources: ['*'],
};

/** What each part of a deployment to ECS may do; docs/deploying.md lists the same. */
export const ecsPermissions = {
  read: (settings: EcsSettings): readonly AwsPermission[] => [
    { actions: ['ecs:DescribeServices'], resources: [serviceArn(settings)] },
    definitionReads,
  ],
  register: (settings: EcsSettings, { family, roles }: Definition): readonly AwsPermission[] => {
    const { partition, account } = accountOf(settings.aws.roleArn);
    const revisions = `arn:${partition}:ecs:${settings.aws.region}:${account}:task-definition/${family}:*`;
    const passRole: AwsPermission = {
      actions: ['iam:PassRole'],
      resources: roles,
      condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    };
    return [
      { actions: ['ecs:RegisterTaskDefinition', 'ecs:TagResource'], resources: [revisions] },
      definitionReads,
      ...(roles.length === 0 ? [] : [passRole]),
    ];
  },
  update: (settings: EcsSettings): readonly AwsPermission[] => [
    { actions: ['ecs:UpdateService', 'ecs:DescribeServices'], resources: [serviceArn(settings)] },
  ],
  watch: (settings: EcsSettings): readonly AwsPermission[] => [
    { actions: ['ecs:DescribeServices'], resources: [serviceArn(settings)] },
    {
      actions: ['ecs:ListTasks', 'ecs:DescribeTasks'],
      resources: ['*'],
      condition: { ArnEquals: { 'ecs:cluster': clusterArn(settings) } },
    },
  ],
};

function clusterArn({ cluster, aws }: EcsSettings): string {
  if (cluster.startsWith('arn:')) return cluster;
  const { partition, account } = accountOf(aws.roleArn);
  return `arn:${partition}:ecs:${aws.region}:${account}:cluster/${cluster}`;
}

function serviceArn(settings: EcsSettings): string {
  const { service, aws } = settings;
  if (service.startsWith('arn:')) return service;
  const { partition, account } = accountOf(aws.roleArn);
  const cluster = clusterArn(settings).split('/').at(-1) ?? '';
  return `arn:${partition}:ecs:${aws.region}:${account}:service/${cluster}/${service}`;
}
