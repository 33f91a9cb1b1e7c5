import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';
import type { Holder } from './holdings.ts';

/** The action that attaches to, or detaches from, one type of holder. */
export const attachActions = {
  user: 'iam:AttachUserPolicy',
  group: 'iam:AttachGroupPolicy',
  role: 'iam:AttachRolePolicy',
} as const;
export const detachActions = {
  user: 'iam:DetachUserPolicy',
  group: 'iam:DetachGroupPolicy',
  role: 'iam:DetachRolePolicy',
} as const;

type Attachment = { readonly policy: string; readonly holder: Holder };

/** Attaches a managed policy. */
export async function attach(
  aws: AwsClients,
  { policy: PolicyArn, holder: { type, name } }: Attachment,
  abortSignal: AbortSignal,
): Promise<void> {
  const { sdk, client } = await aws.iam();
  const options = { abortSignal };
  const send = {
    user: () => client.send(new sdk.AttachUserPolicyCommand({ UserName: name, PolicyArn }), options),
    group: () => client.send(new sdk.AttachGroupPolicyCommand({ GroupName: name, PolicyArn }), options),
    role: () => client.send(new sdk.AttachRolePolicyCommand({ RoleName: name, PolicyArn }), options),
  };
  await send[type]();
}

/** Detaches a managed policy. */
export async function detach(
  aws: AwsClients,
  { policy: PolicyArn, holder: { type, name } }: Attachment,
  abortSignal: AbortSignal,
): Promise<void> {
  const { sdk, client } = await aws.iam();
  const options = { abortSignal };
  const send = {
    user: () => client.send(new sdk.DetachUserPolicyCommand({ UserName: name, PolicyArn }), options),
    group: () => client.send(new sdk.DetachGroupPolicyCommand({ GroupName: name, PolicyArn }), options),
    role: () => client.send(new sdk.DetachRolePolicyCommand({ RoleName: name, PolicyArn }), options),
  };
  await send[type]();
}
