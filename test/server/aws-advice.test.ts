import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeAccount } from '../fakes/aws/fake-account.ts';
import { createFakeAws } from '../fakes/aws/fake-aws.ts';
import { createFakeSts } from '../fakes/aws/fake-sts.ts';
import { deliverComment } from '../fakes/github/index.ts';
import { type FakeModel, noAdvice, startFakeModel } from '../fakes/model/index.ts';
import { botComments, openPullRequest, type Scenario, settled } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

const policy = `aws:
  region: eu-west-3
  regions: [eu-west-3]
  reader: { role-arn: 'arn:aws:iam::111122223333:role/devops-reader' }
`;

let server: Server;
let model: FakeModel;
let product: Product;

beforeAll(async () => {
  model = await startFakeModel();
  const aws = createFakeAws({
    ...createFakeAccount({ regions: ['eu-west-3'], instances: 0, buckets: 0, users: 1 }),
    ...createFakeSts(() => new Date(Date.now() + 900_000)),
    'sts:GetCallerIdentity': () => ({ Account: '111122223333' }),
    'ec2:DescribeInstanceStatus': () => ({}),
    'monitoring:DescribeAlarms': () => ({ MetricAlarms: [{ AlarmName: 'checkout', StateValue: 'ALARM' }] }),
    'monitoring:ListMetrics': () => ({ Metrics: [] }),
    'monitoring:GetMetricData': () => ({ MetricDataResults: [] }),
    'ecs:ListClusters': () => ({ clusterArns: [] }),
    'lambda:GET /2015-03-31/functions': () => ({ Functions: [] }),
  });
  const listening = await aws.listen();
  server = listening.server;
  product = await startProduct({
    AWS_ENDPOINT_URL: listening.url,
    AWS_ACCESS_KEY_ID: 'SERVER',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret-of-anybody',
    OPENAI_API_KEY: model.apiKey,
    OPENAI_BASE_URL: model.baseUrl,
    DEVOPS_MODEL: 'gpt-of-these-tests',
  });
});
afterAll(async () => {
  await product.close();
  await model.close();
  server.close();
});

async function say(place: Scenario, body: string): Promise<void> {
  const issue = place.pullRequest.number;
  await deliverComment(product.github.state, place.repository, { issue, author: 'max', body });
  await settled(product);
}

const told = ({ repository }: Scenario, topic: string): string =>
  botComments(repository).find(({ body }) => body.includes(`v1 ${topic} `))?.body ?? '';

const sayings: readonly (readonly [string, object])[] = [
  [
    'You explain the health',
    {
      explanation: 'The checkout is down.',
      recommendations: [{ text: 'Look at the alarm.', resources: ['checkout'] }],
    },
  ],
  ['You come first.', { observations: [{ text: 'Passwords are weak.', controls: ['1.7'] }] }],
  ['You come second.', { risks: [{ text: 'Passwords are guessed.', controls: ['1.7', '1.99'] }] }],
  ['You come third.', { order: [{ control: '1.7', why: 'It breaks nothing.' }] }],
  ['You come last.', { summary: 'One policy is missing.' }],
];

describe('commands about AWS with a model, on the built server', () => {
  it('add the explanation and the crew’s reading to the one comment with the facts', async () => {
    model.answer = ({ instructions }) => {
      const found = sayings.find(([part]) => instructions.includes(part));
      return found === undefined ? noAdvice : JSON.stringify(found[1]);
    };
    const place = openPullRequest(product, {
      base: { '.github/devops.yml': policy },
      files: { 'a.txt': 'a\n' },
    });
    place.repository.roles.set('max', 'maintain');
    await say(place, '/devops health');
    await waitFor(() => told(place, 'health').includes('What a model makes of it'), 'the explanation');
    expect(told(place, 'health')).toContain('🔴 critical');
    expect(told(place, 'health')).toContain('1. Look at the alarm. `checkout`');
    await say(place, '/devops audit aws --control 1.7');
    await waitFor(() => told(place, 'audit-aws').includes('What a model makes of it'), 'the reading');
    const audit = told(place, 'audit-aws');
    expect(audit).toContain('### AWS audit: 1 of 1 controls fail');
    expect(audit).toContain('- Passwords are guessed. (1.7)');
    expect(audit).toContain('1. **1.7** It breaks nothing.');
    expect(model.requests).toHaveLength(5);
  }, 90_000);
});
