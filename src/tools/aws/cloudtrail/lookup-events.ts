import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { minutesBack, windowOf } from '../../aws-calls/look-back.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const lookupEvents = readTool({
  name: 'cloudtrail_lookup_events',
  description:
    'Tells who did what in the account, from CloudTrail, newest first: management events of the last 90 days. AWS allows two such calls a second.',
  permissions: { iam: ['cloudtrail:LookupEvents'] },
  parameters: z.object({
    region,
    by: z
      .object({
        attribute: z.enum([
          'EventName',
          'Username',
          'ResourceName',
          'ResourceType',
          'EventSource',
          'ReadOnly',
        ]),
        value: z.string().min(1).max(2000),
      })
      .nullish()
      .describe('Only events with this value; CloudTrail takes one such filter. Default: changes alone.'),
    minutes: minutesBack(60 * 24 * 90, 60),
    limit,
  }),
  example: { region: 'eu-central-1', by: { attribute: 'ResourceName', value: 'i-0123456789abcdef0' } },
  async handle({ by, minutes, limit: most }, { signal }, aws) {
    const { sdk, client } = await aws.cloudTrail();
    const { from, to } = windowOf(aws.now(), minutes ?? 60);
    const { attribute, value } = by ?? { attribute: 'ReadOnly' as const, value: 'false' };
    const pages = sdk.paginateLookupEvents(
      { client, pageSize: 50 },
      {
        LookupAttributes: [{ AttributeKey: attribute, AttributeValue: value }],
        StartTime: from,
        EndTime: to,
      },
      { abortSignal: signal },
    );
    const { entries, cut } = await collectPages(pages, most ?? 50, page => page.Events);
    const events = entries.map(event => ({
      at: event.EventTime?.toISOString(),
      id: event.EventId,
      name: event.EventName,
      source: event.EventSource,
      user: event.Username,
      isRead: event.ReadOnly === 'true',
      resources: (event.Resources ?? []).map(({ ResourceType, ResourceName }) => ({
        type: ResourceType,
        name: ResourceName,
      })),
    }));
    return {
      kind: 'ok',
      value: { region: aws.region, from: from.toISOString(), events },
      ...(cut !== undefined && { cut }),
    };
  },
});
