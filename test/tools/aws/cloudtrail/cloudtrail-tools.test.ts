import { describe, expect, it } from 'vitest';
import { createFakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';

describe('CloudTrail', () => {
  it('tells who changed what, changes alone unless asked', async () => {
    const aws = createFakeAws({
      'cloudtrail:LookupEvents': () => ({
        Events: [
          { EventName: 'StopInstances', Username: 'mona', EventTime: 1_795_253_400, ReadOnly: 'false' },
        ],
      }),
    });
    const result = await callAwsTool(aws, 'cloudtrail_lookup_events', { region: 'eu-west-3' });
    expect(result).toMatchObject({
      kind: 'ok',
      value: { events: [{ name: 'StopInstances', user: 'mona', isRead: false }] },
    });
    expect(aws.calls[0]).toMatchObject({
      region: 'eu-west-3',
      input: { LookupAttributes: [{ AttributeKey: 'ReadOnly', AttributeValue: 'false' }] },
    });
  });

  it('shows which trails are logging', async () => {
    const aws = createFakeAws({
      'cloudtrail:DescribeTrails': () => ({
        trailList: [{ Name: 'all', TrailARN: 'arn:x', IsMultiRegionTrail: true }],
      }),
      'cloudtrail:GetTrailStatus': () => ({ IsLogging: false }),
    });
    expect(await callAwsTool(aws, 'cloudtrail_list_trails', {})).toMatchObject({
      kind: 'ok',
      value: { trails: [{ name: 'all', isMultiRegion: true, isLogging: false }] },
    });
  });

  it('says so when an emulator answers a page instead of events', async () => {
    const aws = createFakeAws({ 'cloudtrail:LookupEvents': () => '<html>Not found</html>' });
    expect(await callAwsTool(aws, 'cloudtrail_lookup_events', {})).toMatchObject({
      kind: 'failed',
      code: 'aws-unavailable',
      message: expect.stringContaining('AWS_ENDPOINT_URL'),
    });
  });
});
