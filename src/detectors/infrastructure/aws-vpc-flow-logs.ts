import { defineCompanionRule } from './define-companion-rule.ts';

export const awsVpcFlowLogs = defineCompanionRule({
  id: 'aws-vpc-flow-logs',
  title: 'VPC without flow logs',
  concern: 'logging',
  severity: 'medium',
  fix: 'Add a flow log for the VPC.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/flow_log',
  ],
  checks: [
    { type: 'aws_vpc', companion: { type: 'aws_flow_log', link: 'vpc_id' } },
    { type: 'AWS::EC2::VPC', companion: { type: 'AWS::EC2::FlowLog', link: 'ResourceId' } },
  ],
});
