// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-cloudtrail';
export {
  CloudTrailClient,
  LookupEventsCommand,
} from '@aws-sdk/client-cloudtrail';
