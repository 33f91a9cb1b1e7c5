import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { type AwsClients, changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { recordOf } from './iam-target.ts';
import { holdersOf, managedPolicyOf } from './managed-policy.ts';
import { policyArn } from './parameters.ts';
import { inUse, noToolFor } from './refusals.ts';

export const deletePolicy = changingTool({
  name: 'iam_delete_policy',
  description: 'Deletes a managed IAM policy of the account that nobody holds, with its older versions.',
  risk: 'destructive',
  permissions: {
    iam: [
      'iam:GetPolicy',
      'iam:GetPolicyVersion',
      'iam:ListEntitiesForPolicy',
      'iam:ListPolicyVersions',
      'iam:DeletePolicyVersion',
      'iam:DeletePolicy',
    ],
  },
  undo: { kind: 'tool', tool: 'iam_create_policy' },
  idempotent: true,
  parameters: z.object({ region, policy: policyArn }),
  example: { policy: 'arn:aws:iam::111122223333:policy/read-reports' },
  async plan({ policy }, { signal }, aws) {
    if (policy.includes('::aws:')) return noToolFor('iam_delete_policy', `${policy} is AWS’s own.`);
    const { about, version, document } = await managedPolicyOf(aws, policy, signal);
    const { entries } = await holdersOf(aws, policy, 100, signal);
    const refused = inUse('iam_delete_policy', policy, { holders: entries });
    if (refused !== undefined) return refused;
    const older = await olderVersions(aws, policy, version, signal);
    return {
      kind: 'plan',
      summary: `Deletes the policy ${policy}, which nobody holds${older.length === 0 ? '' : `, with ${older.length} older versions`}.`,
      checkedBy: 'pre-check',
      before: { version, document, older },
      targets: [{ arn: policy, tags: recordOf(about?.Tags) }],
      grants: [{ actions: ['iam:DeletePolicyVersion', 'iam:DeletePolicy'], resources: [policy] }],
    };
  },
  async act({ policy }, { signal }, aws, { before }) {
    const { sdk, client } = await aws.iam();
    for (const version of z.object({ older: z.array(z.string()) }).parse(before).older) {
      await client.send(new sdk.DeletePolicyVersionCommand({ PolicyArn: policy, VersionId: version }), {
        abortSignal: signal,
      });
    }
    await client.send(new sdk.DeletePolicyCommand({ PolicyArn: policy }), { abortSignal: signal });
    return { kind: 'ok', value: { deleted: policy } };
  },
});

/** The default version goes with the policy; the others must go before it. */
async function olderVersions(
  aws: AwsClients,
  policy: string,
  inForce: string,
  abortSignal: AbortSignal,
): Promise<readonly string[]> {
  const { sdk, client } = await aws.iam();
  const pages = sdk.paginateListPolicyVersions({ client }, { PolicyArn: policy }, { abortSignal });
  const { entries } = await collectPages(pages, 10, page => page.Versions);
  return entries.flatMap(({ VersionId = '' }) => (VersionId === inForce ? [] : [VersionId])).toSorted();
}
