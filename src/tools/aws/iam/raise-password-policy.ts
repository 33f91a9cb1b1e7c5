import { z } from 'zod';
import type { PasswordPolicy } from '../../../clients/aws/sdk/iam.ts';
import { type AwsClients, changingTool } from '../../aws-calls/define-aws-tool.ts';
import { orNothing } from '../../aws-calls/or-nothing.ts';
import { region } from '../../aws-calls/parameters.ts';
import { noToolFor } from './refusals.ts';

const name = 'iam_raise_password_policy';

/** IAM replaces the whole policy, so that what is there is sent again. */
export const raisePasswordPolicy = changingTool({
  name,
  description:
    'Raises what the account’s password policy asks for; everything else of it stays. It is never lowered. Existing passwords hold until they are changed.',
  risk: 'write',
  permissions: { iam: ['iam:GetAccountPasswordPolicy', 'iam:UpdateAccountPasswordPolicy'] },
  undo: { kind: 'manual', how: 'Set the policy that the plan shows again in the console.' },
  idempotent: true,
  parameters: z.object({
    region,
    minimumLength: z.number().int().min(6).max(128).default(14),
    rememberedPasswords: z.number().int().min(1).max(24).default(24),
  }),
  example: { minimumLength: 14, rememberedPasswords: 24 },
  async plan({ minimumLength, rememberedPasswords }, { signal }, aws) {
    const before = await policyOf(aws, signal);
    const length = before?.MinimumPasswordLength ?? 0;
    const remembered = before?.PasswordReusePrevention ?? 0;
    if (length >= minimumLength && remembered >= rememberedPasswords)
      return noToolFor(name, `passwords have ${length} characters and ${remembered} are remembered already.`);
    const raised = raise(before, { minimumLength, rememberedPasswords });
    return {
      kind: 'plan',
      summary: `Passwords of the account must have ${raised.MinimumPasswordLength} characters (now ${length}), and the last ${raised.PasswordReusePrevention} cannot be used again (now ${remembered}).`,
      checkedBy: 'pre-check',
      before: { policy: before ?? null },
      grants: [{ actions: ['iam:UpdateAccountPasswordPolicy'], resources: ['*'] }],
      raised,
    };
  },
  async act(_input, { signal }, aws, plan) {
    // What `plan` above answered.
    const { raised } = plan as typeof plan & { readonly raised: ReturnType<typeof raise> };
    const { sdk, client } = await aws.iam();
    await client.send(new sdk.UpdateAccountPasswordPolicyCommand(raised), { abortSignal: signal });
    return { kind: 'ok', value: raised };
  },
  verify: async (_input, { signal }, aws) => ({ policy: (await policyOf(aws, signal)) ?? null }),
});

async function policyOf(aws: AwsClients, abortSignal: AbortSignal): Promise<PasswordPolicy | undefined> {
  const { sdk, client } = await aws.iam();
  const asked = client.send(new sdk.GetAccountPasswordPolicyCommand({}), { abortSignal });
  return (await orNothing(asked, 'NoSuchEntityException', 'NoSuchEntity'))?.PasswordPolicy;
}

function raise(
  before: PasswordPolicy | undefined,
  wanted: { readonly minimumLength: number; readonly rememberedPasswords: number },
) {
  return {
    MinimumPasswordLength: Math.max(before?.MinimumPasswordLength ?? 0, wanted.minimumLength),
    PasswordReusePrevention: Math.max(before?.PasswordReusePrevention ?? 0, wanted.rememberedPasswords),
    RequireSymbols: before?.RequireSymbols,
    RequireNumbers: before?.RequireNumbers,
    RequireUppercaseCharacters: before?.RequireUppercaseCharacters,
    RequireLowercaseCharacters: before?.RequireLowercaseCharacters,
    // Whoever could change a password before can still.
    AllowUsersToChangePassword: before?.AllowUsersToChangePassword ?? true,
    // 0 is what an emulator says for "never"; AWS takes 1 and more.
    MaxPasswordAge: before?.MaxPasswordAge || undefined,
    HardExpiry: before?.HardExpiry,
  };
}
