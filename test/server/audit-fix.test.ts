import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeAws, type FakeAws } from '../fakes/aws/fake-aws.ts';
import { createFakeSts } from '../fakes/aws/fake-sts.ts';
import { deliverComment } from '../fakes/github/index.ts';
import { botComments, openPullRequest, type Scenario, settled } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

const policy = `aws:
  region: eu-west-3
  reader: { role-arn: 'arn:aws:iam::111122223333:role/devops-reader' }
  actor: { role-arn: 'arn:aws:iam::111122223333:role/devops-actor' }
`;

let aws: FakeAws;
let server: Server;
let product: Product;
let minimumLength = 8;

beforeAll(async () => {
  aws = createFakeAws({
    ...createFakeSts(() => new Date(Date.now() + 900_000)),
    'sts:GetCallerIdentity': () => ({ Account: '111122223333' }),
    'ec2:DescribeRegions': () => ({ regionInfo: { item: [{ regionName: 'eu-west-3' }] } }),
    'iam:GetAccountPasswordPolicy': () => ({
      PasswordPolicy: { MinimumPasswordLength: minimumLength, PasswordReusePrevention: 24 },
    }),
    'iam:UpdateAccountPasswordPolicy': ({ input }) => {
      minimumLength = Number(input.MinimumPasswordLength);
      return {};
    },
  });
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

function scenario(): Scenario {
  const place = openPullRequest(product, {
    base: { '.github/devops.yml': policy },
    files: { 'a.txt': 'a\n' },
  });
  place.repository.roles.set('max', 'maintain');
  place.repository.roles.set('mara', 'maintain');
  return place;
}

async function say({ repository, pullRequest }: Scenario, author: string, body: string): Promise<void> {
  await deliverComment(product.github.state, repository, { issue: pullRequest.number, author, body });
  await settled(product);
}

function told({ repository }: Scenario, what: string): string {
  return botComments(repository).find(({ body }) => body.includes(what))?.body ?? '';
}

describe('/devops audit aws fix, on the built server', () => {
  it('plans, waits for another maintainer, acts as the actor role, and looks at the control again', async () => {
    minimumLength = 8;
    const place = scenario();
    await say(place, 'mara', '/devops audit aws fix 1.7');
    await waitFor(() => told(place, '/devops approve') !== '', 'the plan');
    const text = told(place, '/devops approve');
    expect(text).toContain('**1.7** failed for `account`.');
    expect(text).toContain('Passwords of the account must have 14 characters (now 8)');
    expect(minimumLength).toBe(8);
    const id = /`\/devops approve (?<id>[\w-]+)`/.exec(text)?.groups?.['id'] ?? '';
    // Whoever asked cannot approve it.
    await say(place, 'mara', `/devops approve ${id}`);
    expect(minimumLength).toBe(8);
    await say(place, 'max', `/devops approve ${id}`);
    await waitFor(() => told(place, 'It was carried out') !== '', 'the change');
    expect(minimumLength).toBe(14);
    expect(told(place, 'It was carried out')).toContain('✅ Looked at again: 1.7 is PASS.');
    const actor = aws.calls
      .filter(({ action, input }) => action === 'sts:AssumeRole' && input.RoleArn.endsWith('devops-actor'))
      .map(({ input }) => [input.SourceIdentity, JSON.parse(input.Policy).Statement]);
    expect(actor).toEqual([
      ['max', [{ Effect: 'Allow', Action: ['iam:UpdateAccountPasswordPolicy'], Resource: ['*'] }]],
    ]);
  });

  it('changes nothing for what holds, for whoever may not, or after a rejection', async () => {
    minimumLength = 20;
    const place = scenario();
    await say(place, 'mara', '/devops audit aws fix 1.7');
    await waitFor(() => told(place, 'Passwords have 14 characters') !== '', 'the answer');
    minimumLength = 8;
    await say(place, 'mara', '/devops audit aws fix 1.7 account');
    await waitFor(() => told(place, '/devops approve') !== '', 'the plan');
    const id = /`\/devops approve (?<id>[\w-]+)`/.exec(told(place, '/devops approve'))?.groups?.['id'] ?? '';
    await say(place, 'max', `/devops reject ${id} not today`);
    await waitFor(() => told(place, 'Nothing was changed: max rejected it') !== '', 'the rejection');
    expect(minimumLength).toBe(8);
  });
});
