import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { type AwsClients, changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { givesMore } from '../policy-documents/judge-policy.ts';
import { attach, attachActions } from './attachment.ts';
import { documentActions, documentsOf, fingerprintOf } from './documents-of.ts';
import { holdingsOf } from './holdings.ts';
import { holderTarget, targetActions } from './iam-target.ts';
import { managedPolicyOf } from './managed-policy.ts';
import { holder, policyArn } from './parameters.ts';
import { noSuch, noToolFor, nothingToDo } from './refusals.ts';

/** Never attached, whatever AWS writes into them. */
const neverAttached = /:policy\/(AdministratorAccess|IAMFullAccess|PowerUserAccess)$/;

/** A group is given nothing when it has more members: each is looked at, with all that it holds besides. */
const maxMembers = 50;

export const attachPolicy = changingTool({
  name: 'iam_attach_policy',
  description:
    'Gives a managed policy to an IAM user, group or role. Refused when it, alone or with what is held already, gives all rights or a way to them.',
  risk: 'write',
  permissions: {
    iam: [...Object.values(targetActions), ...documentActions, ...Object.values(attachActions)],
  },
  undo: { kind: 'tool', tool: 'iam_detach_policy' },
  idempotent: true,
  parameters: z.object({ region, policy: policyArn, to: holder }),
  example: { policy: 'arn:aws:iam::aws:policy/ReadOnlyAccess', to: { type: 'role', name: 'web' } },
  async plan({ policy, to }, { signal }, aws) {
    const tool = 'iam_attach_policy';
    if (neverAttached.test(policy)) return noToolFor(tool, `${policy} is attached to nobody from here.`);
    const target = await holderTarget(aws, to, signal);
    if (target === undefined) return noSuch(tool, to.type, to.name);
    const holdings = await holdingsOf(aws, to, signal);
    if (holdings.attached.includes(policy))
      return nothingToDo(tool, `the ${to.type} ${to.name} holds ${policy} already.`);
    const { document } = await managedPolicyOf(aws, policy, signal);
    const held = await documentsOf(aws, to, signal);
    const [reason] = givesMore(held, [document]);
    if (reason !== undefined) return noToolFor(tool, `${policy} for ${to.type} ${to.name}: ${reason}`);
    const members = to.type === 'group' ? await membersOf(aws, to.name, signal) : [];
    if (members === undefined)
      return noToolFor(
        tool,
        `${to.name} has more than ${maxMembers} members, whose other rights are not all looked at.`,
      );
    for (const name of members) {
      const theirs = await documentsOf(aws, { type: 'user', name }, signal);
      const [more] = givesMore(theirs, [document]);
      if (more !== undefined)
        return noToolFor(tool, `${policy} for ${name}, a member of ${to.name}: ${more}`);
    }
    return {
      kind: 'plan',
      summary: `Gives ${policy} to the ${to.type} ${to.name}.`,
      checkedBy: 'pre-check',
      before: { ...holdings, policies: fingerprintOf([document, ...held]) },
      targets: [target],
      grants: [
        {
          actions: [attachActions[to.type]],
          resources: [target.arn],
          condition: { ArnEquals: { 'iam:PolicyARN': policy } },
        },
      ],
    };
  },
  async act({ policy, to }, { signal }, aws) {
    await attach(aws, { policy, holder: to }, signal);
    return { kind: 'ok', value: { attached: policy, to } };
  },
  verify: ({ to }, { signal }, aws) => holdingsOf(aws, to, signal),
});

/** Names of a group's users; undefined where there are too many. */
async function membersOf(
  aws: AwsClients,
  group: string,
  abortSignal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const { sdk, client } = await aws.iam();
  const pages = sdk.paginateGetGroup({ client }, { GroupName: group }, { abortSignal });
  const { entries, cut } = await collectPages(pages, maxMembers, page => page.Users);
  return cut === undefined ? entries.map(({ UserName = '' }) => UserName) : undefined;
}
