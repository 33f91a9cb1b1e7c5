// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-sns';
export {
  ListSubscriptionsByTopicCommand,
  paginateListSubscriptionsByTopic,
  SNSClient,
} from '@aws-sdk/client-sns';
