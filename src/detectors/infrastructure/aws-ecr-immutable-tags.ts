import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsEcrImmutableTags = defineAttributeRule({
  id: 'aws-ecr-immutable-tags',
  title: 'Container registry with mutable tags',
  concern: 'integrity',
  fix: 'Set `image_tag_mutability` to IMMUTABLE.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html',
  ],
  checks: [
    {
      type: 'aws_ecr_repository',
      attribute: 'image_tag_mutability',
      expect: oneOf(['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION'], 'MUTABLE'),
    },
    {
      type: 'AWS::ECR::Repository',
      attribute: 'ImageTagMutability',
      expect: oneOf(['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION'], 'MUTABLE'),
    },
  ],
});
