import type { AccountReads, PolicyHolders } from '../../../controls/snapshot.ts';
import { readCredentialReport } from './credential-report.ts';
import { isAbsent, type Reader } from './reader.ts';

const summary: Reader<AccountReads['account-summary']> = {
  permissions: ['iam:GetAccountSummary'],
  read: source =>
    source.ask('iam', async () => {
      const { sdk, client } = await source.services.iam();
      const { SummaryMap = {} } = await client.send(new sdk.GetAccountSummaryCommand({}));
      return Object.fromEntries(Object.entries(SummaryMap).map(([name, value]) => [name, value ?? 0]));
    }),
};

const virtualMfaDevices: Reader<AccountReads['virtual-mfa-devices']> = {
  permissions: ['iam:ListVirtualMFADevices'],
  read: source =>
    source.ask('iam', async () => {
      const { sdk, client } = await source.services.iam();
      const found: string[] = [];
      for await (const page of sdk.paginateListVirtualMFADevices(
        { client },
        { AssignmentStatus: 'Assigned' },
      ))
        found.push(...(page.VirtualMFADevices ?? []).map(({ SerialNumber = '' }) => SerialNumber));
      return found;
    }),
};

const passwordPolicy: Reader<AccountReads['password-policy']> = {
  permissions: ['iam:GetAccountPasswordPolicy'],
  read: source =>
    source.ask('iam', async () => {
      const { sdk, client } = await source.services.iam();
      try {
        const { PasswordPolicy } = await client.send(new sdk.GetAccountPasswordPolicyCommand({}));
        return {
          minimumLength: PasswordPolicy?.MinimumPasswordLength ?? 0,
          reusePrevention: PasswordPolicy?.PasswordReusePrevention ?? 0,
        };
      } catch (error) {
        if (isAbsent(error, 'NoSuchEntityException', 'NoSuchEntity')) return null;
        throw error;
      }
    }),
};

const credentialReport: Reader<AccountReads['credential-report']> = {
  permissions: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
  read: readCredentialReport,
};

/** One listing of all users with their policies: asking user by user is what accounts get throttled by. */
const users: Reader<AccountReads['users']> = {
  permissions: ['iam:GetAccountAuthorizationDetails'],
  read: source =>
    source.ask('iam', async () => {
      const { sdk, client } = await source.services.iam();
      const found: AccountReads['users'][number][] = [];
      const pages = sdk.paginateGetAccountAuthorizationDetails(
        { client, pageSize: 200 },
        { Filter: ['User'] },
      );
      for await (const { UserDetailList = [] } of pages) {
        for (const { UserName = '', UserPolicyList = [], AttachedManagedPolicies = [] } of UserDetailList) {
          found.push({
            name: UserName,
            inlinePolicies: UserPolicyList.map(({ PolicyName = '' }) => PolicyName),
            attachedPolicies: AttachedManagedPolicies.map(({ PolicyName = '' }) => PolicyName),
          });
        }
      }
      return found;
    }),
};

const attachedPolicies: Reader<AccountReads['attached-policies']> = {
  permissions: ['iam:ListPolicies', 'iam:GetPolicyVersion'],
  async read(source) {
    const { sdk, client } = await source.services.iam();
    const listed = await source.ask('iam', async () => {
      const found: { readonly arn: string; readonly version: string }[] = [];
      const pages = sdk.paginateListPolicies({ client, pageSize: 1_000 }, { OnlyAttached: true });
      for await (const { Policies = [] } of pages)
        for (const { Arn = '', DefaultVersionId = 'v1' } of Policies)
          found.push({ arn: Arn, version: DefaultVersionId });
      return found;
    });
    return await Promise.all(
      listed.map(async ({ arn, version }) => ({
        arn,
        document: await source.tryAsk('iam', arn, async () => {
          const command = new sdk.GetPolicyVersionCommand({ PolicyArn: arn, VersionId: version });
          const { PolicyVersion } = await client.send(command);
          // IAM gives documents percent-encoded.
          return JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? '')) as unknown;
        }),
      })),
    );
  },
};

function holdersOf(policy: string): Reader<PolicyHolders> {
  return {
    permissions: ['iam:ListEntitiesForPolicy'],
    read: source =>
      source.ask('iam', async () => {
        const { sdk, client } = await source.services.iam();
        const found = { users: [] as string[], groups: [] as string[], roles: [] as string[] };
        const PolicyArn = `arn:${source.partition}:iam::aws:policy/${policy}`;
        try {
          for await (const page of sdk.paginateListEntitiesForPolicy({ client }, { PolicyArn })) {
            // Nobody at all would be a pass: it takes an answer that can be recognised.
            if ((page.IsTruncated ?? page.PolicyUsers ?? page.PolicyGroups ?? page.PolicyRoles) === undefined)
              throw new TypeError('no list of entities');
            found.users.push(...(page.PolicyUsers ?? []).map(({ UserName = '' }) => UserName));
            found.groups.push(...(page.PolicyGroups ?? []).map(({ GroupName = '' }) => GroupName));
            found.roles.push(...(page.PolicyRoles ?? []).map(({ RoleName = '' }) => RoleName));
          }
        } catch (error) {
          // A partition without the policy: nobody has it.
          if (!isAbsent(error, 'NoSuchEntityException', 'NoSuchEntity')) throw error;
        }
        return found;
      }),
  };
}

const serverCertificates: Reader<AccountReads['server-certificates']> = {
  permissions: ['iam:ListServerCertificates'],
  read: source =>
    source.ask('iam', async () => {
      const { sdk, client } = await source.services.iam();
      const found: AccountReads['server-certificates'][number][] = [];
      for await (const page of sdk.paginateListServerCertificates({ client }, {}))
        for (const { ServerCertificateName: name = '', Expiration } of page.ServerCertificateMetadataList ??
          [])
          found.push({ name, expiresAt: Expiration?.toISOString() ?? '' });
      return found;
    }),
};

/** What is read of IAM. */
export const iamReaders = {
  'account-summary': summary,
  'virtual-mfa-devices': virtualMfaDevices,
  'password-policy': passwordPolicy,
  'credential-report': credentialReport,
  users,
  'attached-policies': attachedPolicies,
  'support-access': holdersOf('AWSSupportAccess'),
  'cloud-shell-access': holdersOf('AWSCloudShellFullAccess'),
  'server-certificates': serverCertificates,
};
