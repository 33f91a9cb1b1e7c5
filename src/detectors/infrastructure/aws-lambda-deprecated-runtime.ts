import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const awsLambdaDeprecatedRuntime = defineAttributeRule({
  id: 'aws-lambda-deprecated-runtime',
  title: 'Lambda function on a runtime without support',
  concern: 'maintenance',
  severity: 'medium',
  fix: 'Move to a supported runtime.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
  ],
  checks: [
    {
      type: 'aws_lambda_function',
      attribute: 'runtime',
      expect: notMatching(
        /^(?:nodejs(?:|4\.3|6\.10|8\.10|10\.x|12\.x|14\.x|16\.x|18\.x)|python(?:2\.7|3\.[678])|ruby2\.\d|java8|go1\.x|dotnetcore[\d.]+|dotnet[567])$/,
        'nodejs24.x',
        'nodejs12.x',
      ),
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'Runtime',
      expect: notMatching(
        /^(?:nodejs(?:|4\.3|6\.10|8\.10|10\.x|12\.x|14\.x|16\.x|18\.x)|python(?:2\.7|3\.[678])|ruby2\.\d|java8|go1\.x|dotnetcore[\d.]+|dotnet[567])$/,
        'nodejs24.x',
        'nodejs12.x',
      ),
    },
    {
      type: 'AWS::Serverless::Function',
      attribute: 'Runtime',
      expect: notMatching(
        /^(?:nodejs(?:|4\.3|6\.10|8\.10|10\.x|12\.x|14\.x|16\.x|18\.x)|python(?:2\.7|3\.[678])|ruby2\.\d|java8|go1\.x|dotnetcore[\d.]+|dotnet[567])$/,
        'nodejs24.x',
        'nodejs12.x',
      ),
    },
  ],
});
