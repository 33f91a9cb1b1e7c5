import { collectPages } from '../../aws-calls/collect-pages.ts';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';
import { decodedDocument } from '../policy-documents/policy-document.ts';

/** A managed policy with the text of the version that is in force. */
export async function managedPolicyOf(aws: AwsClients, arn: string, abortSignal: AbortSignal) {
  const { sdk, client } = await aws.iam();
  const { Policy: found } = await client.send(new sdk.GetPolicyCommand({ PolicyArn: arn }), { abortSignal });
  const version = found?.DefaultVersionId ?? 'v1';
  const { PolicyVersion: text } = await client.send(
    new sdk.GetPolicyVersionCommand({ PolicyArn: arn, VersionId: version }),
    { abortSignal },
  );
  return { about: found, version, document: decodedDocument(text?.Document) };
}

/** Who holds a managed policy, at most `most` of them. */
export async function holdersOf(aws: AwsClients, arn: string, most: number, abortSignal: AbortSignal) {
  const { sdk, client } = await aws.iam();
  const pages = sdk.paginateListEntitiesForPolicy({ client }, { PolicyArn: arn }, { abortSignal });
  return await collectPages(pages, most, page => [
    ...(page.PolicyUsers ?? []).map(({ UserName }) => ({ type: 'user', name: UserName })),
    ...(page.PolicyGroups ?? []).map(({ GroupName }) => ({ type: 'group', name: GroupName })),
    ...(page.PolicyRoles ?? []).map(({ RoleName }) => ({ type: 'role', name: RoleName })),
  ]);
}
