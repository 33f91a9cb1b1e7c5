import { describe, expect, it } from 'vitest';
import type { ToolResult } from '../../../../src/contracts/tool.ts';
import { awsTools } from '../../../../src/tools/aws/index.ts';
import type { AwsFault, FakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';
import { id, instanceIs } from '../ec2/answers.ts';
import { actor, ec2Account } from '../ec2/ec2-account.ts';
import { type Scene, scenes } from './scenes.ts';

const approved = { approvedBy: 'hubot', settings: { actor } };

/** What a call came to when something goes wrong at one of its requests. */
async function attempt(
  scene: Scene,
  fault: (Partial<AwsFault> & Pick<AwsFault, 'kind'>) | undefined,
  options: { readonly timeoutMs?: number } = {},
): Promise<{ readonly aws: FakeAws; readonly result: ToolResult; readonly changed: FakeAws['calls'] }> {
  const aws = scene.account();
  if (fault !== undefined) aws.faults.push({ action: '*', times: 1, ...fault });
  const result = await callAwsTool(aws, scene.tool, scene.input, { ...approved, ...options });
  return { aws, result, changed: aws.calls.filter(scene.isChange) };
}

const requestsByTool = new Map<string, FakeAws['calls']>();

/** Every request of a call that succeeds: a fault can come at each. */
async function requestsOf(scene: Scene): Promise<FakeAws['calls']> {
  const known = requestsByTool.get(scene.tool);
  if (known !== undefined) return known;
  const { aws, result } = await attempt(scene, undefined);
  expect([scene.tool, result.kind, 'message' in result ? result.message : '']).toEqual([
    scene.tool,
    'ok',
    '',
  ]);
  requestsByTool.set(scene.tool, aws.calls);
  return aws.calls;
}

function toolOf({ tool }: Scene) {
  return awsTools.find(({ name }) => name === tool);
}

/** Whether it says of the change that it was made, or that it may have been. */
function isTold(result: ToolResult): boolean {
  if (result.kind === 'ok') return true;
  if (result.kind === 'failed' && result.inDoubt) return /may have happened/.test(result.message);
  return 'message' in result && /had carried out/.test(result.message);
}

describe('scenes', () => {
  it('hold every tool of these services that changes something', () => {
    const changing = awsTools.flatMap(tool => ('act' in tool ? tool.name : []));
    const others = changing.filter(name => !/^(iam|s3)_/.test(name));
    expect(scenes.map(({ tool }) => tool).toSorted()).toEqual(others.toSorted());
  });
});

describe.each(scenes.map(scene => [scene.tool, scene] as const))('%s', (_tool, scene) => {
  it('refused at any request, does nothing, or says what was done by then', async () => {
    const requests = await requestsOf(scene);
    for (const [index, request] of requests.entries()) {
      const isEc2 = request.action.startsWith('ec2:');
      const code = isEc2 ? 'UnauthorizedOperation' : 'AccessDenied';
      const { result, changed, aws } = await attempt(scene, {
        kind: 'refuse',
        from: index + 1,
        times: 99,
        code,
        status: 403,
      });
      const seen = [index + 1, request.action, result];
      const refusedChanges = changed.filter(call => aws.calls.indexOf(call) >= index).length;
      // What was asked for before the refusals began was carried out.
      expect([changed.length > refusedChanges, ...seen]).toEqual([isTold(result), ...seen]);
      const said = result.kind === 'refused' ? result.message : result.kind;
      expect(said).toMatch(/^ok$|AWS does not (allow|let)/);
    }
  });

  it('says that it could not be seen afterwards, when the change was made', async () => {
    const requests = await requestsOf(scene);
    const last = requests.findLastIndex(scene.isChange);
    const denied = { kind: 'refuse', times: 99, code: 'AccessDenied', status: 403 } as const;
    const { result } = await attempt(scene, { ...denied, from: last + 2 });
    // Nothing shows some changes: then no look follows.
    const isShown = last < requests.length - 1;
    expect([result.kind, JSON.stringify(result).includes('could not be read')]).toEqual(['ok', isShown]);
    expect(isShown || toolOf(scene)?.idempotent === false).toBe(true);
  });

  it('left without an answer, ends at its time limit and says whether it may have happened', async () => {
    const requests = await requestsOf(scene);
    const first = requests.findIndex(scene.isChange);
    const hanging = async (from: number) => {
      const { result } = await attempt(scene, { kind: 'hang', from, times: 99 }, { timeoutMs: 80 });
      return result;
    };
    const [early, late] = await Promise.all([hanging(1), hanging(first + 1)]);
    expect(early).toMatchObject({ kind: 'failed', code: 'timed-out', inDoubt: false });
    expect(late).toMatchObject({ kind: 'failed', code: 'timed-out', inDoubt: true });
    expect([isTold(early), isTold(late)]).toEqual([false, true]);
  });

  it('whose answer is lost, is not carried out twice where that would be two changes', async () => {
    const requests = await requestsOf(scene);
    const first = requests.findIndex(scene.isChange);
    const { result, changed } = await attempt(scene, { kind: 'lost', from: first + 1 });
    const isRepeatable = toolOf(scene)?.idempotent === true;
    const inDoubt = result.kind === 'failed' && result.inDoubt;
    expect([result.kind, inDoubt, isTold(result)]).toEqual([
      isRepeatable ? 'ok' : 'failed',
      !isRepeatable,
      true,
    ]);
    expect(changed.length).toBe(isRepeatable ? 2 : 1);
  });
});

describe('throttling', () => {
  it('is tried three times at most, at any request of a change, and told', async () => {
    const services = [
      'ec2_stop_instances',
      'vpc_create_vpc',
      'logs_set_retention',
      'lambda_set_reserved_concurrency',
    ];
    const throttled = async (scene: Scene, index: number, action: string) => {
      const throttle = { kind: 'refuse', code: 'ThrottlingException', status: 400 } as const;
      const { aws, result } = await attempt(scene, { ...throttle, from: index + 1, times: 99 });
      const tries = aws.calls.slice(index).filter(call => call.action === action).length;
      return { tries, told: JSON.stringify(result) };
    };
    // Waiting between tries is the SDK's own: all of them wait at once.
    const outcomes = await Promise.all(
      scenes
        .filter(({ tool }) => services.includes(tool))
        .map(async scene => {
          const requests = await requestsOf(scene);
          return await Promise.all(requests.map(({ action }, index) => throttled(scene, index, action)));
        }),
    );
    for (const { tries, told } of outcomes.flat()) {
      expect(tries).toBeLessThanOrEqual(3);
      expect(told).toMatch(/limits how often/);
    }
    expect(outcomes.flat().filter(({ tries }) => tries === 3).length).toBeGreaterThan(services.length);
  });
});

describe('the approval of a plan', () => {
  it.each(scenes)('of $tool holds in its own region alone', async ({ tool, input, account }) => {
    const digestIn = async (region: string) => {
      const result = await callAwsTool(account(), tool, { ...input, region });
      return result.kind === 'needs-approval' ? result.digest : result;
    };
    expect(await digestIn('eu-west-1')).not.toEqual(await digestIn('eu-west-2'));
  });

  it('holds in its own account alone', async () => {
    const digestIn = async (number: string) => {
      const aws = ec2Account({
        'ec2:DescribeInstances': instanceIs('running'),
        'ec2:StopInstances': () => ({}),
        'sts:GetCallerIdentity': () => ({ Account: number }),
      });
      const result = await callAwsTool(aws, 'ec2_stop_instances', { instanceIds: [id.instance] });
      return result.kind === 'needs-approval' ? result.digest : result;
    };
    expect(await digestIn('111122223333')).not.toEqual(await digestIn('444455556666'));
  });
});
