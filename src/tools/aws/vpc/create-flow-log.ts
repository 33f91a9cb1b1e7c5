import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { flowLogs } from '../../aws-calls/ec2/network-kinds.ts';
import { tags } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

const resourceId = z
  .string()
  .regex(/^(vpc|subnet|eni)-[0-9a-f]{8}([0-9a-f]{9})?$/, 'an id of a VPC, a subnet or a network interface')
  .describe('Whose traffic is recorded: a VPC, a subnet or a network interface.');

const kinds = {
  vpc: { ResourceType: 'VPC', type: 'vpc' },
  subnet: { ResourceType: 'Subnet', type: 'subnet' },
  eni: { ResourceType: 'NetworkInterface', type: 'network-interface' },
} as const;

export const createFlowLog = creatingResource({
  name: 'vpc_create_flow_log',
  description:
    'Records the traffic of a VPC, a subnet or a network interface, into a log group or a bucket. Storing it costs money.',
  undo: { kind: 'tool', tool: 'vpc_delete_flow_log' },
  parameters: z.object({
    region,
    resourceId,
    traffic: z.enum(['ALL', 'ACCEPT', 'REJECT']).nullish().describe('Default: ALL.'),
    logGroup: z
      .string()
      .regex(/^[\w./#-]{1,512}$/, 'the name of a log group')
      .nullish()
      .describe('Name of a log group, with `roleArn`. Either this or `bucketArn`.'),
    roleArn: z
      .string()
      .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'the ARN of a role')
      .nullish()
      .describe('The role that writes into the log group.'),
    bucketArn: z
      .string()
      .regex(
        /^arn:aws[a-z-]*:s3:::[a-z0-9.-]{3,63}(\/[\w./-]*)?$/,
        'the ARN of a bucket, with a folder if need be',
      )
      .nullish(),
    tags,
  }),
  example: { resourceId: 'vpc-0123456789abcdef0', bucketArn: 'arn:aws:s3:::flow-logs' },
  kind: flowLogs,
  action: 'ec2:CreateFlowLogs',
  otherActions: ['iam:PassRole', 'logs:CreateLogDelivery', 'logs:DeleteLogDelivery'],
  look(input) {
    const isGroup = Boolean(input.logGroup) && Boolean(input.roleArn) && !input.bucketArn;
    const isBucket = Boolean(input.bucketArn) && !input.logGroup && !input.roleArn;
    if (isGroup || isBucket) return Promise.resolve({ kind: 'facts', facts: undefined });
    const message = 'vpc_create_flow_log: name `logGroup` and `roleArn`, or `bucketArn`.';
    return Promise.resolve({ kind: 'refused', code: 'invalid-input', message });
  },
  summary: (input, place) =>
    `Records ${input.traffic ?? 'ALL'} traffic of ${input.resourceId} (${place}) into ${input.logGroup ?? input.bucketArn ?? ''}.`,
  otherArns: (input, arn) => [arn(kindOf(input.resourceId).type, input.resourceId)],
  otherGrants: input => [
    // Of AWS's own delivery, which names no resource; asked for with buckets.
    ...(input.bucketArn
      ? [{ actions: ['logs:CreateLogDelivery', 'logs:DeleteLogDelivery'] as const, resources: ['*'] }]
      : []),
    ...(input.roleArn ? [{ actions: ['iam:PassRole'] as const, resources: [input.roleArn] }] : []),
  ],
  async send({ sdk, client }, input, { DryRun, TagSpecifications, ClientToken, signal }) {
    const command = new sdk.CreateFlowLogsCommand({
      ResourceIds: [input.resourceId],
      ResourceType: kindOf(input.resourceId).ResourceType,
      TrafficType: input.traffic ?? 'ALL',
      ...(input.bucketArn
        ? { LogDestinationType: 's3', LogDestination: input.bucketArn }
        : {
            LogDestinationType: 'cloud-watch-logs',
            LogGroupName: input.logGroup ?? undefined,
            DeliverLogsPermissionArn: input.roleArn ?? undefined,
          }),
      TagSpecifications,
      ClientToken,
      DryRun,
    });
    const { FlowLogIds = [], Unsuccessful: [failed] = [] } = await client.send(command, {
      abortSignal: signal,
    });
    if (failed !== undefined) {
      const { Code: code = 'unknown', Message: message = '' } = failed.Error ?? {};
      throw new AppError({ code: 'aws-invalid', publicMessage: `${code}: ${message}` });
    }
    return FlowLogIds;
  },
});

function kindOf(id: string): (typeof kinds)[keyof typeof kinds] {
  return id.startsWith('vpc-') ? kinds.vpc : id.startsWith('subnet-') ? kinds.subnet : kinds.eni;
}
