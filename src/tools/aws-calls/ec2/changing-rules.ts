import { z } from 'zod';
import type { IpPermission, SecurityGroup } from '../../../clients/aws/sdk/ec2.ts';
import { region } from '../parameters.ts';
import { changingResources, type Ec2Action } from './changing-resources.ts';
import { securityGroups } from './compute-kinds.ts';
import { openToWorld } from './open-to-world.ts';
import { securityGroupId } from './parameters.ts';
import type { Ec2 } from './resource-kind.ts';
import { isSameRule, permissionOf, readRule, rules, ruleText } from './rule-parameters.ts';
import { type ShownRule, shownRules } from './shown-rules.ts';

const parameters = z.object({ region, securityGroupId, rules });

/** A tool that adds rules of one direction to a security group, or takes them away. */
export function changingRules(change: {
  readonly name: string;
  readonly description: string;
  readonly way: 'ingress' | 'egress';
  readonly effect: 'adds' | 'removes';
  readonly undo: string;
  readonly action: Ec2Action;
  readonly send: (
    ec2: Ec2,
    request: { readonly GroupId: string; readonly IpPermissions: IpPermission[]; readonly DryRun: boolean },
    abortSignal: AbortSignal,
  ) => Promise<unknown>;
}) {
  const { way, effect } = change;
  const there = (group: SecurityGroup | undefined): readonly ShownRule[] =>
    shownRules(way === 'ingress' ? group?.IpPermissions : group?.IpPermissionsEgress);
  const has = (group: SecurityGroup | undefined, rule: ShownRule): boolean =>
    there(group).some(other => isSameRule(rule, other));
  return changingResources({
    name: change.name,
    description: change.description,
    // What is closed is cut off at once.
    risk: effect === 'adds' ? 'write' : 'destructive',
    undo: { kind: 'tool', tool: change.undo },
    parameters,
    example: {
      securityGroupId: 'sg-0123456789abcdef0',
      rules: [{ protocol: 'tcp', from: 443, cidr: '10.0.0.0/8' }],
    },
    kind: securityGroups,
    action: change.action,
    ids: input => [input.securityGroupId],
    obstacle({ rules: given, securityGroupId: id }, { entries: [group] }) {
      const wanted = readRules(given);
      if (typeof wanted === 'string') return wanted;
      const world = wanted.flatMap(rule => openToWorld(rule) ?? []);
      if (way === 'ingress' && effect === 'adds' && world[0] !== undefined) {
        return { code: 'open-to-world', message: `${world[0]}. Name the addresses that need it.` };
      }
      const wrong = wanted.filter(rule => has(group, rule) === (effect === 'adds'));
      const named = wrong.map(rule => ruleText(rule, way)).join(', ');
      if (wrong.length === 0) return undefined;
      return effect === 'adds' ? `${id} has ${named} already.` : `${id} has no ${way} rule ${named}.`;
    },
    summary({ rules: given, securityGroupId: id }, looked) {
      const wanted = readRules(given);
      const named = typeof wanted === 'string' ? '' : wanted.map(rule => ruleText(rule, way)).join(', ');
      return effect === 'adds'
        ? `Lets through ${named} in ${id} (${looked.region}).`
        : `No longer lets through ${named} in ${id} (${looked.region}).`;
    },
    send(ec2, { rules: given, securityGroupId: GroupId }, { DryRun, signal }) {
      const wanted = readRules(given);
      // The plan refused what cannot be read.
      const known = typeof wanted === 'string' ? [] : wanted;
      const IpPermissions = known.map(rule => permissionOf(rule, effect === 'adds'));
      return change.send(ec2, { GroupId, IpPermissions, DryRun }, signal);
    },
    isDone({ rules: given }, [group]) {
      const wanted = readRules(given);
      return (
        group !== undefined &&
        typeof wanted !== 'string' &&
        wanted.every(rule => has(group, rule) === (effect === 'adds'))
      );
    },
  });
}

/** The rules, or what is wrong with the first that cannot be read. */
function readRules(given: z.output<typeof rules>): readonly ShownRule[] | string {
  const read = given.map(readRule);
  const wrong = read.find(one => one.kind === 'wrong');
  return wrong === undefined ? read.flatMap(one => (one.kind === 'rule' ? [one.rule] : [])) : wrong.why;
}
