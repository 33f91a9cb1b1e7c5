import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeAws, type FakeAws } from '../fakes/aws/fake-aws.ts';
import { createFakeSsm, type FakeSsm } from '../fakes/aws/fake-ssm.ts';
import { createFakeSts } from '../fakes/aws/fake-sts.ts';
import { comment, deployComment, openDeployable, runIn, says, statesOf } from './deploy-scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

const policy = `deploy:
  environments:
    staging:
      runner:
        type: ssm
        aws: { region: eu-west-3, role-arn: 'arn:aws:iam::111122223333:role/deploy' }
        document: Shop-Deploy
        targets: { Service: [web] }
        parameters: { commit: $sha }
        waves-percent: [50, 50]
      gates: { checks: none, outdated: allow, protection-rules: false }
`;

let aws: FakeAws;
let ssm: FakeSsm;
let server: Server;
let product: Product;

beforeAll(async () => {
  ssm = createFakeSsm();
  for (const id of ['i-1', 'i-2']) ssm.instances.push({ id, tags: { Service: 'web' }, online: true });
  aws = createFakeAws({ ...createFakeSts(() => new Date(Date.now() + 900_000)), ...ssm.handlers });
  const listening = await aws.listen();
  server = listening.server;
  product = await startProduct({
    AWS_ENDPOINT_URL: listening.url,
    AWS_ACCESS_KEY_ID: 'SERVER',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret-of-anybody',
  });
});
afterAll(async () => {
  await product.close();
  server.close();
});

/** Waits until that many commands were sent. */
async function wave(number: number): Promise<void> {
  await waitFor(() => ssm.commands.length === number, `command ${number}`);
}

describe('a deployment by Systems Manager, on the built server', () => {
  it('asks AWS_ENDPOINT_URL as the environment’s role, in its region, and stops between waves when cancelled', async () => {
    const scenario = await openDeployable(product, { policy });
    await comment(product, scenario, '/devops deploy staging');
    await wave(1);
    await waitFor(() => deployComment(scenario).includes('🚀 Deploying to staging'), 'it to be under way');
    ssm.finish();
    await comment(product, scenario, `/devops cancel ${runIn(scenario)}`);
    await says(scenario, '⏹️ Deployment to staging was cancelled');
    expect(ssm.commands.map(({ instanceIds }) => instanceIds)).toEqual([['i-1']]);
    expect(ssm.commands[0]?.parameters).toEqual({ commit: [scenario.pullRequest.headSha] });
    expect(deployComment(scenario)).toContain('Stopped before wave 2 of 2.');
    expect(statesOf(scenario.repository.deployments[0]).at(-1)).toBe('failure');
    expect(new Set(aws.calls.map(({ region }) => region))).toEqual(new Set(['eu-west-3']));
    const assumed = aws.calls.filter(({ action }) => action === 'sts:AssumeRole');
    expect(assumed.length).toBeGreaterThan(1);
    for (const { input } of assumed) expect(input.SourceIdentity).toBe('mona');
    const others = aws.calls.filter(({ action }) => action !== 'sts:AssumeRole');
    expect(others.every(({ accessKeyId }) => accessKeyId.startsWith('SESSION'))).toBe(true);
  });
});
