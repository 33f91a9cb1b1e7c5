import { z } from 'zod';
import type { ToolRefusal } from '../../../contracts/tool.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { instances } from '../../aws-calls/ec2/compute-kinds.ts';
import { findExisting, findPresent } from '../../aws-calls/ec2/find-resources.ts';
import { instanceIds, region } from '../../aws-calls/parameters.ts';

const name = 'ec2_wait_for_instances';

/** Between two looks, seconds. */
const pause = { minDelay: 1, maxDelay: 15 } as const;

export const waitForInstances = readTool({
  name,
  description:
    'Waits until all of the instances are running, stopped, terminated, or have passed both status checks. Refused when the time is over or the state can no longer be reached.',
  permissions: { iam: ['ec2:DescribeInstances', 'ec2:DescribeInstanceStatus'] },
  timeoutMs: 630_000,
  parameters: z.object({
    region,
    instanceIds,
    state: z.enum(['running', 'stopped', 'terminated', 'status-ok']).describe('What to wait for.'),
    seconds: z
      .number()
      .int()
      .min(2)
      .max(600)
      .nullish()
      .describe('Longest wait, 2 to 600 seconds. Default: 300.'),
  }),
  example: { instanceIds: ['i-0123456789abcdef0'], state: 'running', seconds: 120 },
  async handle({ instanceIds: ids, state, seconds }, { signal }, aws) {
    // A waiter asks on and on for an id that AWS does not know.
    const found = await findExisting(instances, aws, { tool: name, ids, signal });
    if (found.kind !== 'found') return found;
    const { sdk, client } = await aws.ec2();
    // It also asks on and on for what it is denied.
    if (state === 'status-ok') {
      const command = new sdk.DescribeInstanceStatusCommand({ InstanceIds: ids });
      await client.send(command, { abortSignal: signal });
    }
    const waiters = {
      running: sdk.waitUntilInstanceRunning,
      stopped: sdk.waitUntilInstanceStopped,
      terminated: sdk.waitUntilInstanceTerminated,
      'status-ok': sdk.waitUntilInstanceStatusOk,
    };
    const maxWaitTime = seconds ?? 300;
    try {
      await waiters[state]({ client, maxWaitTime, abortSignal: signal, ...pause }, { InstanceIds: ids });
    } catch (error) {
      signal.throwIfAborted();
      const refused = notReached(error, state, maxWaitTime);
      if (refused === undefined) throw error;
      return refused;
    }
    const now = await findPresent(instances, aws, { ids, signal });
    return { kind: 'ok', value: { region: aws.region, reached: state, instances: now.map(instances.shown) } };
  },
});

/** The waiter's own outcomes; whatever AWS answered instead is not one of them. */
function notReached(error: unknown, state: string, seconds: number): ToolRefusal | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'TimeoutError') {
    return {
      kind: 'refused',
      code: 'not-reached',
      message: `${name}: not all of the instances were ${state} within ${seconds} s. Look at their state, or wait again.`,
    };
  }
  if (/"state":"FAILURE"/.test(error.message)) {
    return {
      kind: 'refused',
      code: 'not-reachable',
      message: `${name}: an instance went into a state from which it does not become ${state}. Look at its state.`,
    };
  }
  return undefined;
}
