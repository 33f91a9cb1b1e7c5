import type { AwsHandler, FakeAws } from '../../../fakes/aws/fake-aws.ts';
import { createFakeSsm } from '../../../fakes/aws/fake-ssm.ts';
import { answering, groupIs, id, instanceIs } from '../ec2/answers.ts';
import type { Change } from '../ec2/describe-changes.ts';
import { account, ec2Account } from '../ec2/ec2-account.ts';
import { ec2Changes } from '../ec2/ec2-changes.ts';
import { vpcChanges } from '../vpc/vpc-changes.ts';
import { remedyScenes } from './remedy-scenes.ts';

/** A change that succeeds where nothing goes wrong. */
export type Scene = {
  readonly tool: string;
  readonly input: object;
  readonly account: () => FakeAws;
  /** Whether a call changes something; a dry run does not. */
  readonly isChange: (call: FakeAws['calls'][number]) => boolean;
};

const region = 'eu-central-1';

function sceneOf({ tool, input, reads, action, answer }: Change): Scene {
  return scene(tool, input, action, { ...reads, [action]: () => answer ?? { return: 'true' } });
}

function scene(
  tool: string,
  input: object,
  action: string | readonly string[],
  handlers: Readonly<Record<string, AwsHandler>>,
): Scene {
  return {
    tool,
    input,
    account: () => ec2Account(handlers),
    isChange: call => [action].flat().includes(call.action) && call.input?.DryRun !== 'true',
  };
}

const alarm = { AlarmName: 'web-cpu', Namespace: 'AWS/EC2', MetricName: 'CPUUtilization', Threshold: 80 };
const ecsService = {
  serviceName: 'web',
  serviceArn: `arn:aws:ecs:${region}:${account}:service/shop/web`,
  status: 'ACTIVE',
  desiredCount: 2,
  deployments: [{ status: 'PRIMARY' }],
};
const named = { cluster: 'shop', service: 'web' };
const functionArn = `arn:aws:lambda:${region}:${account}:function:checkout`;
const functionPath = '/functions/checkout';
const database = (DBInstanceStatus: string): AwsHandler => {
  const DBInstanceArn = `arn:aws:rds:${region}:${account}:db:orders`;
  const found = { DBInstanceIdentifier: 'orders', DBInstanceArn, DBInstanceStatus };
  return () => ({ DBInstances: { DBInstance: [found] } });
};
const databaseScene = (tool: string, action: string, status: string): Scene =>
  scene(tool, { database: 'orders' }, action, {
    'rds:DescribeDBInstances': database(status),
    [action]: () => ({ DBInstance: { DBInstanceStatus: 'changing' } }),
  });

function ssmScene(): Scene {
  const input = { document: 'restart-web', version: '3', instanceIds: [id.instance] };
  return {
    tool: 'ssm_run_command',
    input,
    account() {
      const ssm = createFakeSsm();
      ssm.instances.push({ id: id.instance, online: true, tags: {} });
      return ec2Account({
        ...ssm.handlers,
        'ssm:DescribeInstanceInformation': () => ({
          InstanceInformationList: [{ InstanceId: id.instance, PingStatus: 'Online' }],
        }),
        'ec2:DescribeInstances': instanceIs('running'),
      });
    },
    isChange: ({ action }) => action === 'ssm:SendCommand',
  };
}

/** Every tool that changes EC2, VPC, CloudWatch, Logs, Systems Manager, ECS, Lambda and RDS. */
export const scenes: readonly Scene[] = [
  ...[...ec2Changes, ...vpcChanges].map(sceneOf),
  scene('ec2_create_instances', { imageId: id.image, instanceType: 't3.micro' }, 'ec2:RunInstances', {
    'ec2:DescribeImages': answering('imagesSet', { imageId: id.image, imageState: 'available' }),
    'ec2:DescribeSubnets': answering('subnetSet', { subnetId: id.subnet, vpcId: id.vpc }),
    'ec2:DescribeSecurityGroups': groupIs(),
    'ec2:DescribeInstances': instanceIs('pending'),
    'ec2:RunInstances': () => ({ instancesSet: { item: [{ instanceId: id.instance }] } }),
  }),
  scene(
    'ec2_create_key_pair',
    { keyPair: 'deploy', secret: 'ssh/deploy' },
    ['ec2:CreateKeyPair', 'ec2:DeleteKeyPair', 'secretsmanager:PutSecretValue'],
    {
      'ec2:DescribeKeyPairs': answering('keySet'),
      'secretsmanager:DescribeSecret': () => ({
        ARN: `arn:aws:secretsmanager:${region}:${account}:secret:x`,
      }),
      'ec2:CreateKeyPair': () => ({ keyName: 'deploy', keyMaterial: 'material' }),
      'ec2:DeleteKeyPair': () => ({ return: 'true' }),
      'secretsmanager:PutSecretValue': () => ({}),
    },
  ),
  scene(
    'cloudwatch_create_alarm',
    {
      name: 'web-cpu',
      namespace: 'AWS/EC2',
      metric: 'CPUUtilization',
      dimensions: {},
      statistic: 'Average',
      comparison: 'GreaterThanThreshold',
      threshold: 80,
      periodSeconds: 300,
      periods: 3,
    },
    'monitoring:PutMetricAlarm',
    { 'monitoring:DescribeAlarms': () => ({ MetricAlarms: [] }), 'monitoring:PutMetricAlarm': () => ({}) },
  ),
  scene('cloudwatch_delete_alarms', { names: ['web-cpu'] }, 'monitoring:DeleteAlarms', {
    'monitoring:DescribeAlarms': () => ({ MetricAlarms: [alarm] }),
    'monitoring:ListTagsForResource': () => ({ Tags: [] }),
    'monitoring:DeleteAlarms': () => ({}),
  }),
  scene('logs_set_retention', { group: '/app', days: 30 }, 'logs:PutRetentionPolicy', {
    'logs:DescribeLogGroups': () => ({ logGroups: [{ logGroupName: '/app' }] }),
    'logs:ListTagsForResource': () => ({ tags: {} }),
    'logs:PutRetentionPolicy': () => ({}),
  }),
  ssmScene(),
  ...[
    ['ecs_scale_service', { ...named, desired: 4 }] as const,
    ['ecs_force_new_deployment', named] as const,
  ].map(([tool, input]) =>
    scene(tool, input, 'ecs:UpdateService', {
      'ecs:DescribeServices': () => ({ services: [ecsService] }),
      'ecs:UpdateService': () => ({ service: ecsService }),
    }),
  ),
  scene(
    'lambda_set_reserved_concurrency',
    { function: 'checkout', reserved: 5 },
    `lambda:PUT /2017-10-31${functionPath}/concurrency`,
    {
      [`lambda:GET /2015-03-31${functionPath}/configuration`]: () => ({ FunctionArn: functionArn }),
      [`lambda:GET /2017-03-31/tags/${encodeURIComponent(functionArn)}`]: () => ({ Tags: {} }),
      [`lambda:GET /2019-09-30${functionPath}/concurrency`]: () => ({}),
      [`lambda:PUT /2017-10-31${functionPath}/concurrency`]: () => ({}),
    },
  ),
  databaseScene('rds_start_instance', 'rds:StartDBInstance', 'stopped'),
  databaseScene('rds_stop_instance', 'rds:StopDBInstance', 'available'),
  databaseScene('rds_reboot_instance', 'rds:RebootDBInstance', 'available'),
  ...remedyScenes.map(remedy => scene(...remedy)),
];
