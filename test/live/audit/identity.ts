import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as analyzers from '@aws-sdk/client-accessanalyzer';
import * as account from '@aws-sdk/client-account';
import * as iam from '@aws-sdk/client-iam';
import { uniqueName } from '../live-aws.ts';
import { startInstance } from './networking.ts';
import { type ControlState, inDays, liveRegion, MissingState, services } from './state.ts';

const whole = { resource: 'account' } as const;

async function send<Output>(command: unknown): Promise<Output> {
  const { client } = await services.iam();
  return (await client.send(command as never)) as Output;
}

async function makeUser(): Promise<string> {
  const UserName = uniqueName('audit');
  await send(new iam.CreateUserCommand({ UserName }));
  return UserName;
}

async function makeRole(): Promise<string> {
  const RoleName = uniqueName('audit');
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  };
  await send(new iam.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: JSON.stringify(trust) }));
  return RoleName;
}

const supportPolicy = 'arn:aws:iam::aws:policy/AWSSupportAccess';
const shellPolicy = 'arn:aws:iam::aws:policy/AWSCloudShellFullAccess';

async function detachFromAll(PolicyArn: string): Promise<void> {
  const holders = await send<iam.ListEntitiesForPolicyCommandOutput>(
    new iam.ListEntitiesForPolicyCommand({ PolicyArn }),
  );
  for (const { RoleName } of holders.PolicyRoles ?? [])
    await send(new iam.DetachRolePolicyCommand({ RoleName, PolicyArn }));
}

async function attachToRole(PolicyArn: string): Promise<void> {
  try {
    await send(new iam.GetPolicyCommand({ PolicyArn }));
  } catch (error) {
    if (!(error instanceof iam.NoSuchEntityException)) throw error;
    throw new MissingState(`What answers has no policy ${PolicyArn}.`);
  }
  await send(new iam.AttachRolePolicyCommand({ RoleName: await makeRole(), PolicyArn }));
}

function policyDocument(Action: string): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
}

function passwordState(id: string, bad: object, good: object): ControlState {
  const set = async (settings: object): Promise<typeof whole> => {
    await send(new iam.UpdateAccountPasswordPolicyCommand(settings));
    return whole;
  };
  return { id, bad: () => set(bad), good: () => set(good) };
}

/** A certificate of its own for a day; it takes `openssl`. */
function makeCertificate(): { readonly body: string; readonly key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'audit-certificate-'));
  try {
    const [keyFile, bodyFile] = [join(folder, 'key.pem'), join(folder, 'body.pem')];
    const options = ['-newkey', 'rsa:2048', '-nodes', '-keyout', keyFile, '-out', bodyFile, '-days', '1'];
    execFileSync('openssl', ['req', '-x509', ...options, '-subj', '/CN=audit.example'], { stdio: 'ignore' });
    return { body: readFileSync(bodyFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A key of a user; the states differ by when it is looked at or by what becomes of it. */
async function userWithKeys(count: number): Promise<{ readonly user: string; readonly last: string }> {
  const user = await makeUser();
  let last = '';
  for (let made = 0; made < count; made++) {
    const { AccessKey } = await send<iam.CreateAccessKeyCommandOutput>(
      new iam.CreateAccessKeyCommand({ UserName: user }),
    );
    last = AccessKey?.AccessKeyId ?? '';
  }
  return { user, last };
}

export const identityStates: readonly ControlState[] = [
  {
    id: '1.2',
    async bad() {
      const { client } = await services.account();
      const AlternateContactType = 'SECURITY';
      await client
        .send(new account.DeleteAlternateContactCommand({ AlternateContactType }))
        .catch((error: unknown) => {
          if (!(error instanceof account.ResourceNotFoundException)) throw error;
        });
      return whole;
    },
    async good() {
      const { client } = await services.account();
      const contact = {
        Name: 'Security',
        Title: 'On call',
        EmailAddress: 'security@example.com',
        PhoneNumber: '+49301234567',
      };
      await client.send(
        new account.PutAlternateContactCommand({ AlternateContactType: 'SECURITY', ...contact }),
      );
      return whole;
    },
  },
  passwordState('1.7', { MinimumPasswordLength: 8 }, { MinimumPasswordLength: 14 }),
  passwordState('1.8', { PasswordReusePrevention: 5 }, { PasswordReusePrevention: 24 }),
  {
    id: '1.9',
    async bad() {
      const UserName = await makeUser();
      await send(new iam.CreateLoginProfileCommand({ UserName, Password: `A-${uniqueName('word')}-9` }));
      return { resource: UserName };
    },
    async good({ resource: UserName }) {
      const { VirtualMFADevice } = await send<iam.CreateVirtualMFADeviceCommandOutput>(
        new iam.CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: UserName }),
      );
      await send(
        new iam.EnableMFADeviceCommand({
          UserName,
          SerialNumber: VirtualMFADevice?.SerialNumber,
          AuthenticationCode1: '123456',
          AuthenticationCode2: '654321',
        }),
      );
      return { resource: UserName };
    },
  },
  {
    id: '1.11',
    bad: async () => ({ resource: (await userWithKeys(1)).user, at: inDays(46) }),
    good: ({ resource }) => Promise.resolve({ resource, at: inDays(30) }),
  },
  {
    id: '1.12',
    async bad() {
      const { user } = await userWithKeys(2);
      return { resource: user };
    },
    async good({ resource: UserName }) {
      const { AccessKeyMetadata = [] } = await send<iam.ListAccessKeysCommandOutput>(
        new iam.ListAccessKeysCommand({ UserName }),
      );
      const AccessKeyId = AccessKeyMetadata[0]?.AccessKeyId;
      await send(new iam.UpdateAccessKeyCommand({ UserName, AccessKeyId, Status: 'Inactive' }));
      return { resource: UserName };
    },
  },
  {
    id: '1.13',
    bad: async () => ({ resource: (await userWithKeys(1)).user, at: inDays(92) }),
    good: ({ resource }) => Promise.resolve({ resource, at: inDays(80) }),
  },
  {
    id: '1.14',
    async bad() {
      const UserName = await makeUser();
      const PolicyDocument = policyDocument('s3:GetObject');
      await send(new iam.PutUserPolicyCommand({ UserName, PolicyName: 'own', PolicyDocument }));
      return { resource: UserName };
    },
    async good({ resource: UserName }) {
      await send(new iam.DeleteUserPolicyCommand({ UserName, PolicyName: 'own' }));
      return { resource: UserName };
    },
  },
  {
    id: '1.15',
    async bad() {
      const { Policy } = await send<iam.CreatePolicyCommandOutput>(
        new iam.CreatePolicyCommand({ PolicyName: uniqueName('audit'), PolicyDocument: policyDocument('*') }),
      );
      const resource = Policy?.Arn ?? '';
      await attachToRole(resource);
      return { resource };
    },
    async good({ resource: PolicyArn }) {
      const PolicyDocument = policyDocument('s3:GetObject');
      await send(new iam.CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault: true }));
      return { resource: PolicyArn };
    },
  },
  {
    id: '1.16',
    async bad() {
      await detachFromAll(supportPolicy);
      return whole;
    },
    async good() {
      await attachToRole(supportPolicy);
      return whole;
    },
  },
  {
    id: '1.17',
    bad: async () => ({ resource: await startInstance() }),
    async good() {
      const InstanceProfileName = uniqueName('audit');
      await send(new iam.CreateInstanceProfileCommand({ InstanceProfileName }));
      await send(
        new iam.AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName: await makeRole() }),
      );
      return { resource: await startInstance({ IamInstanceProfile: { Name: InstanceProfileName } }) };
    },
  },
  {
    id: '1.18',
    async bad() {
      const { body, key } = makeCertificate();
      const ServerCertificateName = uniqueName('audit');
      const { ServerCertificateMetadata: made } = await send<iam.UploadServerCertificateCommandOutput>(
        new iam.UploadServerCertificateCommand({
          ServerCertificateName,
          CertificateBody: body,
          PrivateKey: key,
        }),
      );
      const end = made?.Expiration ?? inDays(1);
      return { resource: ServerCertificateName, at: new Date(end.getTime() + 1_000) };
    },
    good: ({ resource, at = new Date() }) =>
      Promise.resolve({ resource, at: new Date(at.getTime() - 2_000) }),
  },
  {
    id: '1.19',
    async bad() {
      const { client } = await services.accessAnalyzer();
      const { analyzers: found = [] } = await client.send(new analyzers.ListAnalyzersCommand({}));
      for (const { name: analyzerName } of found)
        await client.send(new analyzers.DeleteAnalyzerCommand({ analyzerName }));
      return { resource: liveRegion };
    },
    async good() {
      const { client } = await services.accessAnalyzer();
      const analyzerName = uniqueName('audit');
      await client.send(new analyzers.CreateAnalyzerCommand({ analyzerName, type: 'ACCOUNT' }));
      return { resource: liveRegion };
    },
  },
  {
    id: '1.21',
    async bad() {
      await attachToRole(shellPolicy);
      return whole;
    },
    async good() {
      await detachFromAll(shellPolicy);
      return whole;
    },
  },
];
