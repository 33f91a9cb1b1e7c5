import type { AccessKeyMetadata } from '../../../clients/aws/sdk/iam.ts';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';

/** Quotas of IAM are far below. */
const most = 1000;

/** The access keys of a user, by their ids. */
export async function accessKeysOf(
  aws: AwsClients,
  user: string,
  abortSignal: AbortSignal,
): Promise<readonly AccessKeyMetadata[]> {
  const { sdk, client } = await aws.iam();
  const pages = sdk.paginateListAccessKeys({ client }, { UserName: user }, { abortSignal });
  return (await collectPages(pages, most, page => page.AccessKeyMetadata)).entries;
}

/** Names of the groups of a user. */
export async function groupsOf(
  aws: AwsClients,
  user: string,
  abortSignal: AbortSignal,
): Promise<readonly string[]> {
  const { sdk, client } = await aws.iam();
  const pages = sdk.paginateListGroupsForUser({ client }, { UserName: user }, { abortSignal });
  const { entries } = await collectPages(pages, most, page => page.Groups);
  return entries.map(({ GroupName = '' }) => GroupName).toSorted();
}

/** How many MFA devices a user has. */
export async function mfaDevicesOf(aws: AwsClients, user: string, abortSignal: AbortSignal): Promise<number> {
  const { sdk, client } = await aws.iam();
  const pages = sdk.paginateListMFADevices({ client }, { UserName: user }, { abortSignal });
  return (await collectPages(pages, most, page => page.MFADevices)).entries.length;
}

/** What is told of a key: the last characters of its id, because whole ids are masked like other credentials. */
export function shownKey({ AccessKeyId = '', Status, CreateDate }: AccessKeyMetadata) {
  return { ending: AccessKeyId.slice(-4), status: Status, created: CreateDate?.toISOString() };
}
