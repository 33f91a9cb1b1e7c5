import { defineForbiddenResourceRule } from './define-forbidden-resource-rule.ts';

export const awsDefaultVpc = defineForbiddenResourceRule({
  id: 'aws-default-vpc',
  title: 'Default VPC taken into use',
  concern: 'hardening',
  fix: 'Make a VPC of your own with the subnets and routes it needs.',
  references: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_vpc'],
  types: ['aws_default_vpc'],
  instead: 'aws_vpc',
});
