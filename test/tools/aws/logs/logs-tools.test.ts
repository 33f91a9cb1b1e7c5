import { describe, expect, it } from 'vitest';
import { AwsRefusal, createFakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';

const group = '/aws/lambda/checkout';
const query = { groups: [group], query: 'fields @message' };

describe('CloudWatch Logs', () => {
  it('lists groups with their retention in the named region', async () => {
    const aws = createFakeAws({
      'logs:DescribeLogGroups': () => ({
        logGroups: [
          { logGroupName: group, storedBytes: 5 },
          { logGroupName: 'b', retentionInDays: 30 },
        ],
      }),
    });
    expect(await callAwsTool(aws, 'logs_list_groups', { region: 'eu-west-3', prefix: '/aws' })).toMatchObject(
      {
        kind: 'ok',
        value: { groups: [{ name: group, retentionDays: null }, { retentionDays: 30 }] },
      },
    );
    expect(aws.calls[0]).toMatchObject({ region: 'eu-west-3', input: { logGroupNamePrefix: '/aws' } });
  });

  it('filters events over pages up to the limit and cuts long lines', async () => {
    const aws = createFakeAws({
      'logs:FilterLogEvents': () => ({
        events: [
          { timestamp: 0, message: 'x'.repeat(3000) },
          { timestamp: 1, message: 'second' },
        ],
        nextToken: 'more',
      }),
    });
    const result = await callAwsTool(aws, 'logs_filter_events', { group, pattern: 'ERROR', limit: 3 });
    expect(result).toMatchObject({ kind: 'ok', cut: 'only the first 3 are given; there are more' });
    expect(JSON.stringify(result)).not.toContain('x'.repeat(2001));
    expect(aws.calls).toHaveLength(2);
  });

  it('waits for a query and gives its rows without pointers', async () => {
    let looks = 0;
    const aws = createFakeAws({
      'logs:StartQuery': () => ({ queryId: 'q' }),
      'logs:GetQueryResults': () =>
        ++looks < 2
          ? { status: 'Running' }
          : {
              status: 'Complete',
              results: [
                [
                  { field: '@message', value: 'boom' },
                  { field: '@ptr', value: 'p' },
                ],
              ],
            },
    });
    expect(await callAwsTool(aws, 'logs_query', query)).toMatchObject({
      kind: 'ok',
      value: { rows: [{ '@message': 'boom' }] },
    });
  });

  it('says when a query failed', async () => {
    const aws = createFakeAws({
      'logs:StartQuery': () => ({ queryId: 'q' }),
      'logs:GetQueryResults': () => ({ status: 'Failed' }),
    });
    expect(await callAwsTool(aws, 'logs_query', query)).toMatchObject({
      kind: 'refused',
      code: 'query-failed',
    });
  });

  it.each([
    ['AccessDeniedException', { kind: 'refused', code: 'aws-denied' }],
    ['ThrottlingException', { kind: 'failed', code: 'aws-throttled', retryable: true }],
    ['ResourceNotFoundException', { kind: 'refused', code: 'aws-not-found' }],
    ['ExpiredTokenException', { kind: 'refused', code: 'aws-expired-credentials' }],
  ])('turns %s into what a caller can act on', async (code, expected) => {
    const aws = createFakeAws({
      'logs:FilterLogEvents': () => {
        throw new AwsRefusal(code);
      },
    });
    expect(await callAwsTool(aws, 'logs_filter_events', { group })).toMatchObject(expected);
  });

  it('sets a retention by approval, as it was planned', async () => {
    const groups: { logGroupName: string; retentionInDays?: number }[] = [
      { logGroupName: group },
      { logGroupName: `${group}-other`, retentionInDays: 1 },
    ];
    const aws = createFakeAws({
      'sts:GetCallerIdentity': () => ({ Account: '111122223333' }),
      'logs:DescribeLogGroups': () => ({ logGroups: groups }),
      'logs:ListTagsForResource': () => ({ tags: { 'devops:managed': 'true' } }),
      'logs:PutRetentionPolicy': ({ input }) => {
        groups[0] = { logGroupName: group, retentionInDays: input.retentionInDays };
        return {};
      },
    });
    const input = { group, days: 30 };
    const planned = await callAwsTool(aws, 'logs_set_retention', input);
    expect(planned).toMatchObject({ kind: 'needs-approval', plan: { before: { retentionDays: null } } });
    expect(planned).toMatchObject({ plan: { summary: expect.stringContaining('instead of for ever') } });
    expect(aws.actions()).not.toContain('logs:PutRetentionPolicy');
    expect(await callAwsTool(aws, 'logs_set_retention', input, { approvedBy: 'hubot' })).toMatchObject({
      kind: 'ok',
      value: { retentionDays: 30 },
    });
    const unknown = await callAwsTool(aws, 'logs_set_retention', { group: '/none', days: 30 });
    expect(unknown).toMatchObject({ kind: 'refused', code: 'aws-not-found' });
  });
});
