import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsSnsHttpSubscription = defineAttributeRule({
  id: 'aws-sns-http-subscription',
  title: 'Topic that delivers over plain HTTP',
  concern: 'encryption-in-transit',
  fix: 'Subscribe an `https` endpoint.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic_subscription',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html',
  ],
  checks: [
    { type: 'aws_sns_topic_subscription', attribute: 'protocol', expect: noneOf(['http'], 'https') },
    { type: 'AWS::SNS::Subscription', attribute: 'Protocol', expect: noneOf(['http'], 'https') },
    { type: 'AWS::SNS::Topic', attribute: 'Subscription.Protocol', expect: noneOf(['http'], 'https') },
  ],
});
