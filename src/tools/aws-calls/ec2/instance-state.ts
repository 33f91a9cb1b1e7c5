import type { Instance, InstanceStateName } from '../../../clients/aws/sdk/ec2.ts';

/** Names the instances that are in another state than these; undefined when there are none. */
export function notInState(
  instances: readonly Instance[],
  states: readonly InstanceStateName[],
  done: string,
): string | undefined {
  const others = instances.filter(({ State }) => State?.Name === undefined || !states.includes(State.Name));
  if (others.length === 0) return undefined;
  const named = others.map(({ InstanceId, State }) => `${InstanceId} is ${State?.Name ?? 'unknown'}`);
  return `${named.join(', ')}. Only ${states.join(' or ')} instances can be ${done}.`;
}
