import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, notMatching } from './model/expectation.ts';

export const awsLambdaCodeSigning = defineAttributeRule({
  id: 'aws-lambda-code-signing',
  title: 'Function whose code is not signed',
  concern: 'integrity',
  severity: 'info',
  fix: 'Set a code signing configuration.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
  ],
  checks: [
    {
      type: 'aws_lambda_function',
      attribute: 'code_signing_config_arn',
      expect: isPresent('arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1'),
      when: { package_type: notMatching(/^image$/, 'Zip', 'Image') },
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'CodeSigningConfigArn',
      expect: isPresent('arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1'),
      when: { PackageType: notMatching(/^image$/, 'Zip', 'Image') },
    },
  ],
});
