import * as config from '@aws-sdk/client-config-service';
import * as ec2 from '@aws-sdk/client-ec2';
import * as kms from '@aws-sdk/client-kms';
import { uniqueName } from '../live-aws.ts';
import { accountId, type ControlState, liveRegion, makeBucket, services } from './state.ts';
import { deleteTrails, makeTrail, startTrail, updateTrail } from './trails.ts';

async function makeKey(): Promise<string> {
  const { client } = await services.kms();
  const { KeyMetadata } = await client.send(new kms.CreateKeyCommand({ Description: 'audit' }));
  return KeyMetadata?.Arn ?? '';
}

/** Objects of every bucket, read or written. */
function objectState(id: string, kind: 'ReadOnly' | 'WriteOnly'): ControlState {
  const data = { Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] };
  const other = kind === 'ReadOnly' ? 'WriteOnly' : 'ReadOnly';
  const logs = (ReadWriteType: 'ReadOnly' | 'WriteOnly') => [
    { ReadWriteType, IncludeManagementEvents: true, DataResources: [data] },
  ];
  return {
    id,
    async bad() {
      await deleteTrails();
      const { arn } = await makeTrail({ IsMultiRegionTrail: true });
      await startTrail(arn, logs(other));
      return { resource: 'account' };
    },
    async good() {
      const { arn } = await makeTrail({ IsMultiRegionTrail: true });
      await startTrail(arn, logs(kind));
      return { resource: 'account' };
    },
  };
}

async function recorderNamed(name: string): Promise<void> {
  const { client } = await services.config();
  const roleARN = `arn:aws:iam::${await accountId()}:role/config`;
  const ConfigurationRecorder = { name, roleARN, recordingGroup: { allSupported: true } };
  await client.send(new config.PutConfigurationRecorderCommand({ ConfigurationRecorder }));
  const s3BucketName = await makeBucket(uniqueName('audit'));
  await client.send(new config.PutDeliveryChannelCommand({ DeliveryChannel: { name, s3BucketName } }));
}

export const loggingStates: readonly ControlState[] = [
  {
    id: '3.1',
    async bad() {
      await deleteTrails();
      await startTrail((await makeTrail({ IsMultiRegionTrail: false })).arn);
      return { resource: 'account' };
    },
    async good() {
      await startTrail((await makeTrail({ IsMultiRegionTrail: true })).arn);
      return { resource: 'account' };
    },
  },
  {
    id: '3.2',
    bad: async () => ({ resource: (await makeTrail({ EnableLogFileValidation: false })).arn }),
    async good({ resource }) {
      await updateTrail(resource, { EnableLogFileValidation: true });
      return { resource };
    },
  },
  {
    id: '3.3',
    async bad() {
      const { client } = await services.config();
      const { ConfigurationRecorders = [] } = await client.send(
        new config.DescribeConfigurationRecordersCommand({}),
      );
      for (const { name } of ConfigurationRecorders)
        await client.send(new config.StopConfigurationRecorderCommand({ ConfigurationRecorderName: name }));
      return { resource: liveRegion };
    },
    async good() {
      const { client } = await services.config();
      await recorderNamed('default');
      await client.send(
        new config.StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }),
      );
      return { resource: liveRegion };
    },
  },
  {
    id: '3.4',
    bad: async () => ({ resource: (await makeTrail()).bucket }),
    async good({ resource: Bucket }) {
      const { sdk, client } = await services.s3();
      const TargetBucket = await makeBucket(uniqueName('audit'));
      const delivery = {
        Effect: 'Allow',
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${TargetBucket}/*`,
      };
      const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [delivery] });
      await client.send(new sdk.PutBucketPolicyCommand({ Bucket: TargetBucket, Policy }));
      await client.send(
        new sdk.PutBucketLoggingCommand({
          Bucket,
          BucketLoggingStatus: { LoggingEnabled: { TargetBucket, TargetPrefix: 'trail/' } },
        }),
      );
      return { resource: Bucket };
    },
  },
  {
    id: '3.5',
    bad: async () => ({ resource: (await makeTrail()).arn }),
    async good({ resource }) {
      await updateTrail(resource, { KmsKeyId: await makeKey() });
      return { resource };
    },
  },
  {
    id: '3.6',
    bad: async () => ({ resource: await makeKey() }),
    async good({ resource: KeyId }) {
      const { client } = await services.kms();
      await client.send(new kms.EnableKeyRotationCommand({ KeyId }));
      return { resource: KeyId };
    },
  },
  {
    id: '3.7',
    async bad() {
      const { client } = await services.ec2();
      const { Vpc } = await client.send(new ec2.CreateVpcCommand({ CidrBlock: '10.61.0.0/16' }));
      return { resource: Vpc?.VpcId ?? '' };
    },
    async good({ resource }) {
      const { client } = await services.ec2();
      const bucket = await makeBucket(uniqueName('audit'));
      await client.send(
        new ec2.CreateFlowLogsCommand({
          ResourceIds: [resource],
          ResourceType: 'VPC',
          TrafficType: 'ALL',
          LogDestinationType: 's3',
          LogDestination: `arn:aws:s3:::${bucket}`,
        }),
      );
      return { resource };
    },
  },
  objectState('3.8', 'WriteOnly'),
  objectState('3.9', 'ReadOnly'),
];
