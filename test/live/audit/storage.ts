import * as efs from '@aws-sdk/client-efs';
import * as rds from '@aws-sdk/client-rds';
import { uniqueName } from '../live-aws.ts';
import { type ControlState, makeBucket, services } from './state.ts';

/** Writes a bucket's policy with one denial of plain HTTP. */
async function denyPlain(bucket: string, resources: readonly string[]): Promise<void> {
  const { sdk, client } = await services.s3();
  const statement = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: resources,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  await client.send(new sdk.PutBucketPolicyCommand({ Bucket: bucket, Policy }));
}

async function blockPublic(Bucket: string, isOn: boolean): Promise<void> {
  const { sdk, client } = await services.s3();
  await client.send(
    new sdk.PutPublicAccessBlockCommand({
      Bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: isOn,
        RestrictPublicBuckets: isOn,
      },
    }),
  );
}

/** A database that is made wrong, and another that is made right: some settings cannot be changed later. */
function databaseState(
  id: string,
  bad: Partial<rds.CreateDBInstanceCommandInput>,
  good: Partial<rds.CreateDBInstanceCommandInput>,
): ControlState {
  const make = async (settings: Partial<rds.CreateDBInstanceCommandInput>): Promise<string> => {
    const { client } = await services.rds();
    const DBInstanceIdentifier = uniqueName('audit');
    await client.send(
      new rds.CreateDBInstanceCommand({
        DBInstanceIdentifier,
        DBInstanceClass: 'db.t3.micro',
        Engine: 'postgres',
        AllocatedStorage: 20,
        MasterUsername: 'audit',
        MasterUserPassword: uniqueName('word'),
        ...settings,
      }),
    );
    return DBInstanceIdentifier;
  };
  return {
    id,
    bad: async () => ({ resource: await make(bad) }),
    good: async () => ({ resource: await make(good) }),
  };
}

async function makeFileSystem(Encrypted: boolean): Promise<string> {
  const { client } = await services.efs();
  const { FileSystemId = '' } = await client.send(
    new efs.CreateFileSystemCommand({ CreationToken: uniqueName('audit'), Encrypted }),
  );
  return FileSystemId;
}

export const storageStates: readonly ControlState[] = [
  {
    id: '2.1.1',
    async bad() {
      const bucket = await makeBucket(uniqueName('audit'));
      // The bucket's objects are left out.
      await denyPlain(bucket, [`arn:aws:s3:::${bucket}`]);
      return { resource: bucket };
    },
    async good({ resource: bucket }) {
      await denyPlain(bucket, [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`]);
      return { resource: bucket };
    },
  },
  {
    id: '2.1.4',
    async bad() {
      const bucket = await makeBucket(uniqueName('audit'));
      await blockPublic(bucket, false);
      return { resource: bucket };
    },
    async good({ resource }) {
      await blockPublic(resource, true);
      return { resource };
    },
  },
  databaseState('2.2.1', { StorageEncrypted: false }, { StorageEncrypted: true }),
  databaseState('2.2.2', { AutoMinorVersionUpgrade: false }, { AutoMinorVersionUpgrade: true }),
  databaseState('2.2.3', { PubliclyAccessible: true }, { PubliclyAccessible: false }),
  databaseState('2.2.4', { MultiAZ: false }, { MultiAZ: true }),
  {
    id: '2.3.1',
    bad: async () => ({ resource: await makeFileSystem(false) }),
    good: async () => ({ resource: await makeFileSystem(true) }),
  },
];
