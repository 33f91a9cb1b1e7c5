import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { AwsCall, AwsHandler } from '../../../fakes/aws/fake-aws.ts';
import { answering, id } from '../ec2/answers.ts';
import { ec2Account } from '../ec2/ec2-account.ts';

const script = fileURLToPath(new URL('change-process.ts', import.meta.url));

/** An account with one instance and the VPCs that were made; `act` is the one call of the change. */
type World = { state: string; readonly vpcs: object[] };
type Death = {
  readonly tool: string;
  readonly input: object;
  readonly action: string;
  readonly act: (world: World, call: AwsCall) => object;
  /** Whether it is killed before AWS carries the call out, or after it did and before it could be journalled. */
  readonly when: 'before' | 'after';
};

const tagsOf = ({ input }: AwsCall) => ({
  item: [1, 2, 3].map(n => ({
    key: input[`TagSpecification.1.Tag.${n}.Key`],
    value: input[`TagSpecification.1.Tag.${n}.Value`],
  })),
});
const stop = {
  tool: 'ec2_stop_instances',
  input: { instanceIds: [id.instance] },
  action: 'ec2:StopInstances',
  act(world: World) {
    world.state = 'stopping';
    return {};
  },
};
const reboot = {
  tool: 'ec2_reboot_instances',
  input: { instanceIds: [id.instance] },
  action: 'ec2:RebootInstances',
  act: () => ({ return: 'true' }),
};
const create = {
  tool: 'vpc_create_vpc',
  input: { cidr: '10.0.0.0/16' },
  action: 'ec2:CreateVpc',
  act(world: World, call: AwsCall) {
    const vpc = { vpcId: id.vpc, tagSet: tagsOf(call) };
    world.vpcs.push(vpc);
    return { vpc };
  },
};

/** Has a process carry the change out and die at it, and another one resume it: what it says, and what was done. */
async function dieAndResume({ tool, input, action, act, when }: Death) {
  const world: World = { state: 'running', vpcs: [] };
  const dataDir = mkdtempSync(join(tmpdir(), 'devops-kill-'));
  const children: ChildProcess[] = [];
  let done = 0;
  let asked = 0;
  const handle: AwsHandler = call => {
    asked += 1;
    const carryOut = () => {
      done += 1;
      return act(world, call);
    };
    if (asked > 1) return carryOut();
    const answer = when === 'after' ? carryOut() : {};
    children[0]?.kill('SIGKILL');
    return answer;
  };
  const aws = ec2Account({
    'ec2:DescribeInstances': () => ({
      reservationSet: {
        item: [
          { instancesSet: { item: [{ instanceId: id.instance, instanceState: { name: world.state } }] } },
        ],
      },
    }),
    'ec2:DescribeVpcs': call => answering('vpcSet', ...world.vpcs)(call),
    [action]: handle,
  });
  const { url: endpoint, server } = await aws.listen();
  const start = (): ChildProcess => {
    const instructions = JSON.stringify({ dataDir, endpoint, tool, input });
    const child = spawn(process.execPath, ['--no-warnings', script, instructions], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'] },
    });
    children.push(child);
    return child;
  };
  try {
    const [, signal] = await once(start(), 'close');
    const second = start();
    const line = once(second.stdout ?? second, 'data').then(() => second.kill('SIGTERM'));
    const output = second.stdout === null ? '' : await text(second.stdout.on('data', () => undefined));
    await line;
    return { signal, result: JSON.parse(output), done };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    server.close();
    rmSync(dataDir, { recursive: true });
  }
}

describe('a process that is killed between the call of a change and its journal', () => {
  it.each([
    ['finds that the instances are stopped, and stops nothing again', { ...stop, when: 'after' }, 'ok'],
    ['stops them when they are still running', { ...stop, when: 'before' }, 'ok'],
    ['finds the VPC that it made by its mark', { ...create, when: 'after' }, 'ok'],
    ['says that a reboot is in doubt, which nothing shows', { ...reboot, when: 'after' }, 'in-doubt'],
  ] as const)('%s', async (_name, death, outcome) => {
    const { signal, result, done } = await dieAndResume(death);
    expect([signal, done, result.code ?? result.kind]).toEqual(['SIGKILL', 1, outcome]);
  });
});
