import { createHash } from 'node:crypto';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';
import { decodedDocument } from '../policy-documents/policy-document.ts';
import { type Holder, holdingActions, holdingsOf } from './holdings.ts';
import { managedPolicyOf } from './managed-policy.ts';
import { groupsOf } from './user-facts.ts';

/** The texts of all policies that a user, group or role holds; a user's with those of its groups. */
export async function documentsOf(
  aws: AwsClients,
  holder: Holder,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const own = await ownDocuments(aws, holder, signal);
  const groups = holder.type === 'user' ? await groupsOf(aws, holder.name, signal) : [];
  const theirs: string[] = [];
  for (const name of groups) theirs.push(...(await ownDocuments(aws, { type: 'group', name }, signal)));
  return [...own, ...theirs];
}

async function ownDocuments(
  aws: AwsClients,
  holder: Holder,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { attached, inline } = await holdingsOf(aws, holder, signal);
  const documents: string[] = [];
  for (const arn of attached) documents.push((await managedPolicyOf(aws, arn, signal)).document);
  for (const policy of inline) documents.push(await inlineDocument(aws, holder, policy, signal));
  return documents;
}

async function inlineDocument(
  aws: AwsClients,
  { type, name }: Holder,
  PolicyName: string,
  abortSignal: AbortSignal,
): Promise<string> {
  const { sdk, client } = await aws.iam();
  const options = { abortSignal };
  const ask = {
    user: () => client.send(new sdk.GetUserPolicyCommand({ UserName: name, PolicyName }), options),
    group: () => client.send(new sdk.GetGroupPolicyCommand({ GroupName: name, PolicyName }), options),
    role: () => client.send(new sdk.GetRolePolicyCommand({ RoleName: name, PolicyName }), options),
  };
  return decodedDocument((await ask[type]()).PolicyDocument);
}

/** The actions of `documentsOf`, for every type. */
export const documentActions = [
  ...holdingActions.user,
  ...holdingActions.group,
  ...holdingActions.role,
  'iam:ListGroupsForUser',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:GetUserPolicy',
  'iam:GetGroupPolicy',
  'iam:GetRolePolicy',
] as const;

/** SHA-256 of policies' texts, hexadecimal: shows that one of them changed, and holds none of them. */
export function fingerprintOf(documents: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(documents)).digest('hex');
}
