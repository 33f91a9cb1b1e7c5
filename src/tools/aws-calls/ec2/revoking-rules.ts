import type { z } from 'zod';
import { changingTool } from '../define-aws-tool.ts';
import { securityGroups } from './compute-kinds.ts';
import { ec2Arns, findExisting, findPresent, targetsOf } from './find-resources.ts';
import { permissionOf, ruleText } from './rule-parameters.ts';
import type { ShownRule } from './shown-rules.ts';

/** The rules of a security group, or those of them that go. */
export type GroupRules = { readonly ingress: readonly ShownRule[]; readonly egress: readonly ShownRule[] };

const addedAgain =
  'The rules are in the plan: ec2_authorize_ingress and ec2_authorize_egress add them again, except those that no tool opens.';

/** A tool that finds out by itself which rules of one security group go. The plan names each. */
export function revokingRules<Parameters extends z.ZodObject>(tool: {
  readonly name: string;
  readonly description: string;
  readonly parameters: Parameters;
  readonly example: z.input<Parameters>;
  readonly groupOf: (input: z.output<Parameters>) => string;
  /** Those that go, or why none may. */
  readonly choose: (
    input: z.output<Parameters>,
    group: GroupRules & { readonly name: string },
  ) => GroupRules | string;
}) {
  const { name, groupOf, choose } = tool;
  const refused = (why: string) =>
    ({ kind: 'refused', code: 'not-possible', message: `${name}: ${why}` }) as const;
  return changingTool<Parameters>({
    name,
    description: tool.description,
    risk: 'destructive',
    permissions: {
      iam: ['ec2:DescribeSecurityGroups', 'ec2:RevokeSecurityGroupIngress', 'ec2:RevokeSecurityGroupEgress'],
    },
    undo: { kind: 'manual', how: addedAgain },
    idempotent: true,
    parameters: tool.parameters,
    example: tool.example,
    async plan(input, { signal }, aws) {
      const ids = [groupOf(input)];
      const found = await findExisting(securityGroups, aws, { tool: name, ids, signal });
      if (found.kind !== 'found') return found;
      const [group] = found.entries.map(securityGroups.shown) as unknown as (GroupRules & {
        readonly name?: string;
      })[];
      if (group === undefined) return refused('there is no such group.');
      const gone = choose(input, { ...group, name: group.name ?? '' });
      if (typeof gone === 'string') return refused(gone);
      const targets = targetsOf(securityGroups, found.entries, await ec2Arns(aws));
      const resources = targets.map(({ arn }) => arn);
      const named = [
        ...gone.ingress.map(rule => ruleText(rule, 'ingress')),
        ...gone.egress.map(rule => ruleText(rule, 'egress')),
      ];
      return {
        kind: 'plan',
        summary: `No longer lets through ${named.join(', ')} in ${ids[0]} (${aws.region}). What relies on it is cut off.`,
        checkedBy: 'pre-check',
        before: { ingress: group.ingress, egress: group.egress },
        targets,
        grants: [
          ...(gone.ingress.length > 0
            ? [{ actions: ['ec2:RevokeSecurityGroupIngress'] as const, resources }]
            : []),
          ...(gone.egress.length > 0
            ? [{ actions: ['ec2:RevokeSecurityGroupEgress'] as const, resources }]
            : []),
        ],
        gone,
      };
    },
    async act(input, { signal }, aws, plan) {
      // What `plan` above answered.
      const { gone } = plan as typeof plan & { readonly gone: GroupRules };
      const { sdk, client } = await aws.ec2();
      const GroupId = groupOf(input);
      const permissions = (rules: readonly ShownRule[]) => rules.map(rule => permissionOf(rule, false));
      const options = { abortSignal: signal };
      if (gone.ingress.length > 0) {
        const request = { GroupId, IpPermissions: permissions(gone.ingress) };
        await client.send(new sdk.RevokeSecurityGroupIngressCommand(request), options);
      }
      if (gone.egress.length > 0) {
        const request = { GroupId, IpPermissions: permissions(gone.egress) };
        await client.send(new sdk.RevokeSecurityGroupEgressCommand(request), options);
      }
      return { kind: 'ok', value: { region: aws.region, securityGroupId: GroupId, ...gone } };
    },
    verify: async (input, { signal }, aws) =>
      (await findPresent(securityGroups, aws, { ids: [groupOf(input)], signal })).map(securityGroups.shown),
  });
}
