// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-cloudtrail';
export {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  LookupEventsCommand,
  paginateLookupEvents,
} from '@aws-sdk/client-cloudtrail';
