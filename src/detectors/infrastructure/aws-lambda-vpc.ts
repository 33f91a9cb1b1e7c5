import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsLambdaVpc = defineAttributeRule({
  id: 'aws-lambda-vpc',
  title: 'Function outside a VPC',
  concern: 'hardening',
  severity: 'info',
  fix: 'Place it in a VPC where it reads private data.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html',
  ],
  checks: [
    { type: 'aws_lambda_function', attribute: 'vpc_config.subnet_ids', expect: isPresent(['subnet-1']) },
    { type: 'AWS::Lambda::Function', attribute: 'VpcConfig.SubnetIds', expect: isPresent(['subnet-1']) },
    { type: 'AWS::Serverless::Function', attribute: 'VpcConfig.SubnetIds', expect: isPresent(['subnet-1']) },
  ],
});
